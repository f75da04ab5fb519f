import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes"
import { flawIn } from "../xml/well-formed.js"
import type { Context } from "./datatypes/datatype.js"
import { isBlank, wordsOf } from "./derivative.js"
import type { ValidationError } from "./errors.js"
import { messageOf, type Parts } from "./messages.js"
import { withoutMoved } from "./moved.js"
import { lineAndColumn } from "./place.js"
import { namespaceOf, type Prefixes } from "./prefixes.js"
import type { Schema } from "./schema.js"
import { type Attribute, createTracker } from "./tracker.js"

export interface ValidationOptions {
  /** Refuse a file with a document type declaration; otherwise the declaration is passed over. */
  readonly refuseDoctype?: boolean
  /** Elements nested more deeply end the validation; 1000 unless told. */
  readonly maxDepth?: number
  /** More characters than this are not read at all; 64 million unless told. */
  readonly maxLength?: number
  /** After so many errors the validation ends; 1000 unless told. */
  readonly maxErrors?: number
  /** Check that ids are unique and that references to them lead somewhere; so unless told. */
  readonly checkIds?: boolean
}

/** Ends the reading of a document. */
class Stop extends Error {}

/**
 * What is wrong with a document, in its order; nothing where it is valid (RELAX NG, section 6, and for ids
 * "RELAX NG DTD Compatibility", section 5). What isn't well-formed is told once, and ends the reading.
 */
export function validate(
  schema: Schema,
  text: string,
  options: ValidationOptions = {},
): readonly ValidationError[] {
  const { maxDepth = 1000, maxLength = 64_000_000, maxErrors = 1000, checkIds = true } = options
  const errors: ValidationError[] = []
  const errorAt = (from: number, to: number, { code, detail, ...parts }: Parts): ValidationError => {
    const { element, attribute, text: wrong, parent, isKnown, nearest, expected = [], needed = [] } = parts
    const named = { element, attribute, text: wrong, parent, isKnown, nearest, expected, needed }
    const message = messageOf({ ...named, code, ...(detail === undefined ? {} : { detail }) })
    const place = { offset: from, length: to - from, ...lineAndColumn(text, from) }
    return { code, message, ...named, ...place }
  }
  const reportAt = (from: number, to: number, parts: Parts): void => {
    errors.push(errorAt(from, to, parts))
    if (errors.length >= maxErrors) throw new Stop()
  }
  /** The start tag or the text that is being looked at. */
  let from = 0
  let to = 0
  const ids = createIds(reportAt)
  const tracker = createTracker(
    schema,
    ({ at, ...parts }) => {
      if (at === "text") reportAt(from, to, parts)
      else if (at === "attribute") reportAt(...placeOfAttribute(text, from, to, parts.attribute ?? ""), parts)
      else reportAt(at.from, at.to, parts)
      const index = errors.length - 1
      return (place, better) => {
        errors[index] = errorAt(place.from, place.to, better)
      }
    },
    (kind, value, attribute) => {
      if (checkIds) ids.take(kind, value, () => placeOfAttribute(text, from, to, attribute))
    },
  )

  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  })
  let scope: Prefixes | undefined
  const scopes: (Prefixes | undefined)[] = []
  const context: Context = { namespaceOf: (prefix) => namespaceOf(scope, prefix) }
  let collected = ""
  let textStart = 0
  let tagStart = 0
  let tagEnd = 0

  const takeText = (isLast: boolean, end: number): void => {
    from = collected === "" ? tagEnd : textStart
    to = end
    while (to > from && isBlank(text.charAt(to - 1))) to--
    tracker.text(collected, context, isLast)
    collected = ""
  }
  const addText = (characters: string, start: number): void => {
    if (isBlank(collected) && !isBlank(characters)) {
      textStart = start
      while (isBlank(text.charAt(textStart)) && textStart < text.length) textStart++
    }
    collected += characters
  }
  parser.on("error", (error) => {
    // Where the parser gives up may be far behind the mistake.
    const flaw = flawIn(text)
    const at = flaw?.from ?? parser.position
    reportAt(at, flaw?.to ?? at, { code: "not-well-formed", detail: flaw?.problem ?? error.message })
    throw new Stop()
  })
  parser.on("doctype", () => {
    if (options.refuseDoctype !== true) return
    const start = Math.max(0, text.indexOf("<!DOCTYPE"))
    reportAt(start, start + "<!DOCTYPE".length, { code: "doctype-refused" })
    throw new Stop()
  })
  parser.on("opentagstart", ({ name }) => {
    tagStart = parser.position - name.length - 2
  })
  parser.on("opentag", (tag: SaxesTagNS) => {
    if (scopes.length > 0) takeText(false, tagStart)
    from = tagStart
    to = parser.position
    tagEnd = to
    scopes.push(scope)
    if (scopes.length > maxDepth) {
      reportAt(from, to, { code: "too-deep", detail: String(maxDepth) })
      throw new Stop()
    }
    if (declares(tag.ns)) scope = { declared: { ...tag.ns }, around: scope }
    const { name: written, uri: namespace, local } = tag
    tracker.open({ written, namespace, local }, attributesOf(tag.attributes), context, from, to)
  })
  parser.on("closetag", ({ isSelfClosing }) => {
    takeText(true, isSelfClosing ? tagEnd : text.lastIndexOf("<", parser.position - 1))
    tracker.close()
    scope = scopes.pop()
    tagEnd = parser.position
  })
  parser.on("text", (characters) => addText(characters, tagEnd))
  parser.on("cdata", (characters) => addText(characters, parser.position - characters.length - 3))
  const passMarkup = () => {
    tagEnd = parser.position
  }
  parser.on("comment", passMarkup)
  parser.on("processinginstruction", passMarkup)

  try {
    if (text.length > maxLength) reportAt(0, 0, { code: "too-large", detail: String(maxLength) })
    else {
      parser.write(text).close()
      if (checkIds) ids.end()
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  return [...withoutMoved(errors)].sort((a, b) => a.offset - b.offset)
}

function declares(ns: Record<string, string> | undefined): boolean {
  for (const _ in ns) return true
  return false
}

/** Without declarations of namespaces, which are no attributes. */
function attributesOf(given: Readonly<Record<string, SaxesAttributeNS>>): readonly Attribute[] {
  const found: Attribute[] = []
  for (const name in given) {
    const attribute = given[name]
    if (attribute === undefined || attribute.prefix === "xmlns" || name === "xmlns") continue
    found.push({ written: name, namespace: attribute.uri, local: attribute.local, value: attribute.value })
  }
  return found
}

type Range = readonly [from: number, to: number]

/** An attribute with its value in a start tag; the tag itself should the name not be found. */
function placeOfAttribute(text: string, from: number, to: number, name: string): Range {
  const attributes = /([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g
  attributes.lastIndex = from
  for (let found = attributes.exec(text); found !== null; found = attributes.exec(text)) {
    if (found.index >= to) break
    if (found[1] === name) return [found.index, found.index + found[0].length]
  }
  return [from, to]
}

/** Ids of a document and what refers to them. */
function createIds(reportAt: (from: number, to: number, parts: Parts) => void) {
  const known = new Set<string>()
  const references: (readonly [string, Range])[] = []
  return {
    take: (kind: "id" | "idref" | "idrefs", value: string, place: () => Range): void => {
      const words = wordsOf(value)
      if (kind !== "id") {
        for (const word of words) references.push([word, place()])
        return
      }
      for (const word of words) {
        if (known.has(word)) reportAt(...place(), { code: "id-twice", text: word })
        known.add(word)
      }
    },
    end: (): void => {
      for (const [word, place] of references)
        if (!known.has(word)) reportAt(...place, { code: "idref-unresolved", text: word })
    },
  }
}
