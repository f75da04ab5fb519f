import type { Report } from "../errors.js"
import type { TextFile } from "../place.js"
import { resolve, type SourceNode } from "../schema/source.js"
import { createCursor } from "./cursor.js"
import { createDeclarations } from "./declarations.js"
import { createNameClasses } from "./name-classes.js"
import { CompactFault, tokensOf } from "./tokens.js"

const keywords = new Set(
  (
    "attribute default datatypes div element empty external grammar include inherit list mixed namespace " +
    "notAllowed parent start string text token"
  ).split(" "),
)
const repeats: Readonly<Record<string, string>> = { "?": "optional", "*": "zeroOrMore", "+": "oneOrMore" }
const joins: Readonly<Record<string, string>> = { ",": "group", "&": "interleave", "|": "choice" }
const combines: Readonly<Record<string, string | undefined>> = { "=": "", "|=": "choice", "&=": "interleave" }

/**
 * A schema in the compact syntax (OASIS committee specification, 21 November 2002) as the elements that it
 * has in the XML syntax, by that specification's translation; undefined where it breaks the syntax, which is
 * reported.
 */
export function readCompact(file: TextFile, report: Report): SourceNode | undefined {
  try {
    return parse(file)
  } catch (error) {
    if (!(error instanceof CompactFault)) throw error
    report({ file, offset: error.offset }, error.code, error.message)
    return undefined
  }
}

function parse(file: TextFile): SourceNode {
  const cursor = createCursor(tokensOf(file.text))
  const { at, peek, next, skip, expect, fail, nested, literal, annotations, following } = cursor
  const { declare, prefixes, defaultSpace, spaceOf, libraryOf } = createDeclarations(cursor)

  const node = (
    local: string,
    children: SourceNode[] = [],
    attributes: Readonly<Record<string, string | undefined>> = {},
    offset = peek().offset,
  ): SourceNode => {
    const given = Object.entries(attributes).filter((each): each is [string, string] => each[1] !== undefined)
    const place = { file, offset }
    const shared = { prefixes, base: file.uri, library: "", place }
    return { local, attributes: new Map(given), children, text: "", documentation: "", ...shared }
  }
  const readNameClass = createNameClasses(cursor, node, spaceOf, defaultSpace)

  const pattern = (): SourceNode => {
    const { offset } = peek()
    const first = repeated()
    const sign = [",", "&", "|"].find((each) => at(each))
    if (sign === undefined) return first
    const parts = [first]
    while (skip(sign)) parts.push(repeated())
    if (at(",") || at("&") || at("|")) fail(`${JSON.stringify(sign)} or a parenthesis around its parts`)
    return node(joins[sign] ?? "group", parts, {}, offset)
  }
  const repeated = (): SourceNode => {
    const documentation = annotations()
    const { offset } = peek()
    const inner = nested(primary)
    inner.documentation = documentation
    following()
    for (const [sign, local] of Object.entries(repeats)) {
      if (!skip(sign)) continue
      const made = node(local, [inner], {}, offset)
      following()
      return made
    }
    return inner
  }
  const braced = (): SourceNode => {
    expect("{")
    const inner = pattern()
    expect("}")
    return inner
  }

  const primary = (): SourceNode => {
    const { kind, text, offset } = peek()
    if (skip("(")) {
      const inner = pattern()
      expect(")")
      return inner
    }
    if (kind === "literal") return value(undefined, "")
    if (kind === "prefixed") return typed(next().text, offset)
    if (kind === "quoted") return node("ref", [], { name: next().text }, offset)
    if (kind !== "name") return fail("a pattern")
    if (!keywords.has(text)) return node("ref", [], { name: next().text }, offset)
    next()
    switch (text) {
      case "element":
      case "attribute": {
        const name = readNameClass(text === "attribute")
        return node(text, [name, braced()], {}, offset)
      }
      case "list":
      case "mixed":
        return node(text, [braced()], {}, offset)
      case "empty":
      case "text":
      case "notAllowed":
        return node(text, [], {}, offset)
      case "string":
      case "token":
        return typed(text, offset)
      case "parent":
        return node("parentRef", [], { name: cursor.anyName() }, offset)
      case "grammar": {
        expect("{")
        const content = components(false)
        expect("}")
        return node("grammar", content, {}, offset)
      }
      case "external":
        return reference("externalRef", [], offset)
      default:
        return fail("a pattern")
    }
  }

  /** A datatype's name was read: `xsd:date { … } - …` or `token "…"`. */
  const typed = (name: string, offset: number): SourceNode => {
    const colon = name.indexOf(":")
    const type = name.slice(colon + 1)
    const library = colon < 0 ? "" : libraryOf(name.slice(0, colon), offset)
    if (peek().kind === "literal") return value(type, library)
    const params: SourceNode[] = []
    if (skip("{")) {
      for (annotations(); !at("}"); annotations()) {
        const param = node("param", [], { name: cursor.anyName() })
        expect("=")
        param.text = literal()
        params.push(param)
      }
      expect("}")
    }
    if (skip("-")) {
      annotations()
      params.push(node("except", [nested(primary)]))
    }
    return { ...node("data", params, { type }, offset), library }
  }
  const value = (type: string | undefined, library: string): SourceNode => {
    const made = { ...node("value", [], { type, ns: defaultSpace() }), library }
    made.text = literal()
    return made
  }

  /** A file, the namespace that it inherits, and what replaces components of it. */
  const reference = (local: string, content: SourceNode[], offset: number): SourceNode => {
    const place = peek().offset
    const href = literal()
    if (resolve(href, file.uri) === undefined)
      throw new CompactFault(`${JSON.stringify(href)} is no reference to a file (section 4.5)`, place)
    let ns = defaultSpace()
    if (skip("inherit")) {
      expect("=")
      ns = spaceOf(cursor.anyName(), place)
    }
    if (local === "include" && skip("{")) {
      content.push(...components(true))
      expect("}")
    }
    return node(local, content, { href, ns }, offset)
  }

  const isComponent = (): boolean => {
    const { kind } = peek()
    if (at("start") || at("div") || at("include")) return true
    const isName = kind === "name" || kind === "quoted" || kind === "prefixed"
    return isName && ["=", "|=", "&=", "["].some((sign) => at(sign, 1))
  }
  const components = (isIncluded: boolean): SourceNode[] => {
    const found: SourceNode[] = []
    for (annotations(); isComponent(); annotations()) {
      // An element of another namespace says nothing.
      if (at("[", 1)) next()
      else found.push(component(isIncluded))
      following()
    }
    return found
  }
  const component = (isIncluded: boolean): SourceNode => {
    const { offset, kind, text } = peek()
    if (skip("div")) {
      expect("{")
      const content = nested(() => components(isIncluded))
      expect("}")
      return node("div", content, {}, offset)
    }
    if (skip("include")) return reference("include", [], offset)
    const isStart = skip("start")
    if (!isStart && (kind === "prefixed" || (kind === "name" && keywords.has(text)))) fail("a name")
    if (!isStart) next()
    const sign = next()
    const combine = combines[sign.text]
    if (combine === undefined)
      throw new CompactFault('"=", "|=" or "&=" is expected here (section 3)', sign.offset)
    const attributes = { name: isStart ? undefined : text, combine: combine || undefined }
    return node(isStart ? "start" : "define", [pattern()], attributes, offset)
  }

  declare()
  const documentation = annotations()
  const { offset } = peek()
  const isGrammar = isComponent() || peek().kind === "end"
  const root = isGrammar ? node("grammar", components(false), {}, offset) : pattern()
  if (!isGrammar && root.documentation === "") root.documentation = documentation
  if (peek().kind !== "end") fail(isGrammar ? "a definition" : "the end of the file")
  return root
}
