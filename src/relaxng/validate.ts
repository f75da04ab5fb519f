import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes"
import type { Context } from "./datatypes/datatype.js"
import { isBlank, wordsOf } from "./derivative.js"
import type { ValidationError } from "./errors.js"
import { messageOf, type Parts } from "./messages.js"
import { lineAndColumn } from "./place.js"
import { namespaceOf, type Prefixes } from "./prefixes.js"
import type { Schema } from "./read-schema.js"
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
  const reportAt = (offset: number, { code, element, attribute, text: wrong, ...parts }: Parts): void => {
    const { expected = [] } = parts
    const message = messageOf({ code, element, attribute, text: wrong, ...parts })
    errors.push({ code, message, element, attribute, text: wrong, expected, ...lineAndColumn(text, offset) })
    if (errors.length >= maxErrors) throw new Stop()
  }
  /** Where the element, attribute or text begins that is being looked at. */
  let at = 0
  const ids = createIds(reportAt)
  const tracker = createTracker(
    schema,
    (parts) => {
      const { attribute, code } = parts
      const isOfAttribute = code === "attribute-value" || code === "attribute-not-allowed"
      reportAt(isOfAttribute ? placeOfAttribute(text, at, attribute ?? "") : at, parts)
    },
    (kind, value) => checkIds && ids.take(kind, value, at),
  )

  const parser = new SaxesParser({ xmlns: true, position: false })
  let scope: Prefixes | undefined
  const scopes: (Prefixes | undefined)[] = []
  const context: Context = { namespaceOf: (prefix) => namespaceOf(scope, prefix) }
  let collected = ""
  let textStart = 0
  let tagStart = 0
  let tagEnd = 0

  const takeText = (isLast: boolean): void => {
    at = collected === "" ? tagEnd : textStart
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
    reportAt(parser.position, { code: "not-well-formed", detail: error.message })
    throw new Stop()
  })
  parser.on("doctype", () => {
    if (options.refuseDoctype !== true) return
    reportAt(Math.max(0, text.indexOf("<!DOCTYPE")), { code: "doctype-refused" })
    throw new Stop()
  })
  parser.on("opentagstart", ({ name }) => {
    tagStart = parser.position - name.length - 2
  })
  parser.on("opentag", (tag: SaxesTagNS) => {
    if (scopes.length > 0) takeText(false)
    at = tagStart
    scopes.push(scope)
    if (scopes.length > maxDepth) {
      reportAt(at, { code: "too-deep", detail: String(maxDepth) })
      throw new Stop()
    }
    if (declares(tag.ns)) scope = { declared: { ...tag.ns }, around: scope }
    const { name: written, uri: namespace, local } = tag
    tracker.open({ written, namespace, local }, attributesOf(tag.attributes), context)
    tagEnd = parser.position
  })
  parser.on("closetag", ({ isSelfClosing }) => {
    takeText(true)
    at = isSelfClosing ? tagStart : text.lastIndexOf("<", parser.position - 1)
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
    if (text.length > maxLength) reportAt(0, { code: "too-large", detail: String(maxLength) })
    else {
      parser.write(text).close()
      if (checkIds) ids.end()
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  return errors
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

/** An attribute's name in a start tag; the tag's own place should the name not be found. */
function placeOfAttribute(text: string, tagStart: number, name: string): number {
  const attributes = /[^\s=<>"'/]+(?=\s*=)|"[^"]*"|'[^']*'/g
  attributes.lastIndex = tagStart
  for (let found = attributes.exec(text); found !== null; found = attributes.exec(text)) {
    if (found[0] === name) return found.index
    if (found.index > tagStart + text.length) break
  }
  return tagStart
}

/** Ids of a document and what refers to them. */
function createIds(reportAt: (offset: number, parts: Parts) => void) {
  const known = new Set<string>()
  const references: (readonly [string, number])[] = []
  return {
    take: (kind: "id" | "idref" | "idrefs", value: string, at: number): void => {
      const words = wordsOf(value)
      if (kind !== "id") {
        for (const word of words) references.push([word, at])
        return
      }
      for (const word of words) {
        if (known.has(word)) reportAt(at, { code: "id-twice", text: word })
        known.add(word)
      }
    },
    end: (): void => {
      for (const [word, at] of references)
        if (!known.has(word)) reportAt(at, { code: "idref-unresolved", text: word })
    },
  }
}
