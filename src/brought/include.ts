import type { Code } from "../diagnostics/catalogue.js"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { addressOf } from "../model/address.js"
import { codepointOf, notInXml } from "../model/characters.js"
import { openSourceText, type SourceText } from "../model/source-text.js"
import { attributeOf, type PlacedElement, xmlOnly } from "../xml/elements.js"
import { flawIn, textLimit } from "../xml/well-formed.js"
import { type Expanded, openExpanded } from "./expanded.js"
import { type IncludedFile, isOfXInclude, isXInclude, openIncluded } from "./included-file.js"
import { type Landing, writeIncludedTag } from "./included-tag.js"
import { readBrought } from "./source.js"

export type { Expanded } from "./expanded.js"

/** A file's text by its path from the edition's folder, undefined where it is not there. */
export type LoadText = (path: string) => string | undefined

/** How deep inclusions may stand in one another. */
const includeDepth = 100
/** What an inclusion costs of the limit on the text, so that very many of nothing end too. */
const includeCost = 256

/** An element that is being included, and the one that includes it. */
interface Chain {
  readonly element: PlacedElement | undefined
  readonly depth: number
  readonly outer?: Chain
}

/** What an `xi:include` asks for. */
interface Request {
  readonly element: PlacedElement
  readonly href: string
  readonly pointer: string | undefined
  readonly fallback: PlacedElement | undefined
}

/**
 * Carries out the inclusions of a well-formed text (XInclude 1.0), as text: each `xi:include` gives way to
 * the included element, or with parse="text" to the text, and every other character stays. `file` and the
 * paths that `load` is asked for count from the edition's folder; nothing outside it, and no address of the
 * network, is asked for. What cannot be included is left out with an error at the `xi:include`, unless it
 * has an `xi:fallback`; a file that is not well-formed has its error at its own place. Where the whole would
 * be no XML, too deep or too large, nothing is included.
 */
export function expandIncludes(file: string, text: string, load: LoadText): Outcome<Expanded> {
  const writer = openExpanded()
  const told = new Map<string, Diagnostic>()
  const texts = new Map([[file, text]])
  const sources = new Map<string, SourceText>()
  const opened = new Map<string, IncludedFile | undefined>()
  let spent = 0
  let isOver = false

  const sourceOf = (path: string) => {
    const source = sources.get(path) ?? openSourceText(path, texts.get(path) ?? "")
    sources.set(path, source)
    return source
  }
  const keep = (each: Diagnostic) => {
    const key = `${each.code} ${each.span?.file} ${each.span?.start.offset}`
    if (!told.has(key)) told.set(key, each)
  }
  const tell = (code: Code, values: Readonly<Record<string, string>>, path: string, { from, to }: Range) =>
    keep(diagnose(code, values, sourceOf(path).spanAt(from, to)))

  /** The text of a path as it is; the same for all that ask. */
  const textOf = (path: string): string | undefined => {
    const found = texts.get(path) ?? load(path)
    if (found !== undefined) texts.set(path, found)
    return found
  }
  const open = (path: string, found: string): IncludedFile | undefined => {
    if (opened.has(path)) return opened.get(path)
    const reading = readBrought(found, path)
    for (const each of reading.diagnostics) keep(each)
    const result = reading.value === undefined ? undefined : openIncluded(path, reading.value)
    opened.set(path, result)
    return result
  }

  /** Writes a stretch of a file; `tops` are its outermost elements, which come to stand at `landing`. */
  const write = (
    source: IncludedFile,
    { from, to }: Range,
    tops: readonly PlacedElement[],
    landing: Landing | undefined,
    chain: Chain,
  ): void => {
    const outermost = new Set(tops)
    let at = from
    for (const stop of merged(tops, includesIn(source, from, to))) {
      if (isOver) return
      if (stop.from < at) continue
      writer.copy(source.path, source.text, at, stop.from)
      if (!isXInclude(stop, "include")) {
        at = landing ? writeIncludedTag(writer, source, stop, landing) : stop.from
        continue
      }
      const around = landing && outermost.has(stop) ? landing : landingIn(source, stop.parent)
      include(source, stop, around, chain)
      at = stop.end
    }
    writer.copy(source.path, source.text, at, to)
  }

  const include = (source: IncludedFile, element: PlacedElement, landing: Landing, chain: Chain): void => {
    spent += includeCost + landing.namespaces.own.size
    const { path } = source
    if (spent + writer.length() > textLimit) {
      isOver = true
      tell(
        "include-too-much",
        { problem: `together it has more than ${textLimit} characters` },
        path,
        element,
      )
      return
    }
    if (chain.depth > includeDepth) {
      const problem = `inclusions stand more than ${includeDepth} deep in one another`
      tell("include-too-much", { problem }, path, element)
      return
    }
    const broken = problemOf(source, element)
    if (broken !== undefined) {
      tell("include-broken", { problem: broken }, path, element)
      return
    }
    const request: Request = {
      element,
      href: attributeOf(element, "href")?.trim() ?? "",
      pointer: attributeOf(element, "xpointer"),
      fallback: source.children(element).find((each) => isXInclude(each, "fallback")),
    }
    const problem = carryOut(source, request, landing, chain)
    if (problem === undefined) return
    const { fallback } = request
    if (fallback === undefined) {
      keep(problem)
      return
    }
    const inside = { from: fallback.to, to: innerEnd(source.text, fallback) }
    write(source, inside, source.children(fallback), landing, { ...chain, depth: chain.depth + 1 })
  }

  /** Includes what is asked for, or says what is missing, for which a fallback may stand in. */
  const carryOut = (
    source: IncludedFile,
    { element, href, pointer }: Request,
    landing: Landing,
    chain: Chain,
  ): Diagnostic | undefined => {
    const problem = (code: Code, values: Readonly<Record<string, string>>) =>
      diagnose(code, values, sourceOf(source.path).spanAt(element.from, element.to))
    const address = addressOf(href, source.base(element))
    if (address.kind === "outside")
      return problem("include-refused", { name: href, problem: "that leads out of the edition's folder" })
    if (address.kind === "remote")
      return problem("include-refused", { name: href, problem: "that is an address of the network" })
    const found = textOf(address.path)
    if (found === undefined) return problem("include-missing", { name: address.path })
    if (attributeOf(element, "parse") === "text") {
      writeText(address.path, found)
      return undefined
    }
    const target = open(address.path, found)
    // Its own errors are told; a fallback is for what is not there, not for what is wrong.
    if (target === undefined) return undefined
    const part = pointer === undefined ? target.root : target.elementAt(pointer)
    if (part === undefined || part === "not understood")
      return problem("include-part-missing", { name: address.path, pointer: pointer ?? "" })
    for (let each: Chain | undefined = chain; each; each = each.outer) {
      if (each.element !== part) continue
      tell("include-cycle", { name: pointer === undefined ? address.path : pointer }, source.path, element)
      return undefined
    }
    const inner = { element: part, depth: chain.depth + 1, outer: chain }
    write(target, { from: part.from, to: part.end }, [part], landing, inner)
    return undefined
  }

  const writeText = (path: string, found: string): void => {
    const forbidden = notInXml.exec(found)
    if (forbidden !== null) {
      const range = { from: forbidden.index, to: forbidden.index + 1 }
      tell("character-forbidden", { codepoint: codepointOf(forbidden[0]) }, path, range)
      return
    }
    let at = 0
    for (const { index, 0: sign } of found.matchAll(/[&<>]/g)) {
      writer.copy(path, found, at, index)
      writer.write(references[sign] ?? sign, path, index, false)
      at = index + 1
    }
    writer.copy(path, found, at, found.length)
  }

  // Most files include nothing; they are not looked through a second time.
  const main = text.includes("XInclude") ? openIncluded(file, text) : undefined
  if (main === undefined || main.includes.length === 0) {
    writer.copy(file, text, 0, text.length)
    return { value: writer.end(texts), diagnostics: [] }
  }
  opened.set(file, main)
  write(main, { from: 0, to: text.length }, [], undefined, { element: main.root, depth: 1 })
  const value = writer.end(texts)
  const flaw = isOver ? undefined : flawIn(value.text)
  if (flaw === undefined && !isOver) return { value, diagnostics: [...told.values()] }
  // Each file is well-formed; but together they can be too deep, and in the place of the root there must be one.
  const { root } = main
  if (flaw !== undefined && root !== undefined && isXInclude(root, "include")) {
    if (told.size === 0)
      tell(
        "include-broken",
        { problem: "it is the whole file, and does not include one element" },
        file,
        root,
      )
  } else if (flaw !== undefined)
    keep(diagnose(flaw.code, { problem: flaw.problem }, value.spanAt(flaw.from, flaw.to)))
  const plain = openExpanded()
  plain.copy(file, text, 0, text.length)
  return { value: plain.end(texts), diagnostics: [...told.values()] }
}

type Range = { readonly from: number; readonly to: number }
const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

const landingIn = (source: IncludedFile, parent: PlacedElement | undefined): Landing => ({
  namespaces: parent?.namespaces ?? xmlOnly,
  base: source.base(parent),
  language: source.language(parent),
})

/** What is wrong with an `xi:include` itself, whatever it includes (XInclude 1.0, section 3.1). */
function problemOf(source: IncludedFile, element: PlacedElement): string | undefined {
  const href = attributeOf(element, "href")?.trim() ?? ""
  const parse = attributeOf(element, "parse") ?? "xml"
  const pointer = attributeOf(element, "xpointer")
  const own = source.children(element).filter(isOfXInclude)
  if (parse !== "xml" && parse !== "text") return `parse is “${parse}”, and can be “xml” or “text”`
  if (href.includes("#")) return "href names part of a file by “#”; an attribute xpointer does that"
  if (parse === "text" && pointer !== undefined)
    return "xpointer cannot name part of what is included as text"
  if (href === "" && pointer === undefined && parse === "xml") return "it names no file by href"
  const strange = own.find((each) => !isXInclude(each, "fallback"))
  if (strange !== undefined) return `${strange.name} cannot stand in it`
  return own.length > 1 ? "it has more than one fallback" : undefined
}

/** Two lists in the order of the text, as one. */
function merged(
  tops: readonly PlacedElement[],
  includes: readonly PlacedElement[],
): readonly PlacedElement[] {
  const others = tops.filter((each) => !isXInclude(each, "include"))
  return others.length === 0 ? includes : [...others, ...includes].sort((a, b) => a.from - b.from)
}

function includesIn({ includes }: IncludedFile, from: number, to: number): readonly PlacedElement[] {
  const first = firstFrom(includes, from)
  return includes.slice(first, firstFrom(includes, to))
}

/** The index of the first that begins at an offset or after it, found by halving. */
function firstFrom(elements: readonly PlacedElement[], offset: number): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((elements[middle]?.from ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the end tag of an element begins. */
function innerEnd(text: string, element: PlacedElement): number {
  return text[element.to - 2] === "/" ? element.to : text.lastIndexOf("</", element.end - 1)
}
