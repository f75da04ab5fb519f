import { SaxesParser } from "saxes"
import { doctypeIn, withoutDoctype } from "./doctype.js"
import { lineOf, looseAmpersand, wordingOf } from "./well-formed-wording.js"

/** The deepest nesting of elements that stet reads. */
export const depthLimit = 1000
/** The longest text that stet reads, in UTF-16 units. */
export const textLimit = 64 * 1024 * 1024

/** What keeps a text from being read as XML; offsets in UTF-16 units. */
export interface Flaw {
  readonly code: "tei-not-well-formed" | "tei-too-deep" | "tei-too-large" | "doctype-refused"
  /** In an editor's words, to stand after a colon; no full stop. */
  readonly problem: string
  readonly from: number
  readonly to: number
  /** What else bears on it: the start tag that is still open, the entity that is declared. */
  readonly related?: { readonly message: string; readonly from: number; readonly to: number }
}

/** An element that is open: its name, and the offsets of its start tag as far as it is read. */
export interface OpenTag {
  readonly name: string
  readonly from: number
  readonly to: number
}

/**
 * The first thing that keeps a text from being well-formed (XML 1.0, Namespaces 1.0), or from being read by
 * stet. Of a document type declaration nothing is read; one that declares entities is refused.
 */
export function flawIn(text: string): Flaw | undefined {
  if (text.length > textLimit) {
    const problem = `it has ${text.length} characters, and stet reads ${textLimit} at most`
    return { code: "tei-too-large", problem, from: 0, to: 0 }
  }
  const doctype = doctypeIn(text)
  if (doctype?.entity) {
    const { from, to } = doctype.entity
    const related = { message: "This declares or uses an entity.", from, to }
    const keyword = doctype.from + "<!DOCTYPE".length
    return {
      code: "doctype-refused",
      problem: "it declares entities",
      from: doctype.from,
      to: keyword,
      related,
    }
  }
  if (doctype && !doctype.closed && doctype.to < text.length) {
    const related = { message: "It goes on to here and further.", from: doctype.to, to: doctype.to }
    const [from, to] = [doctype.from, doctype.from + "<!DOCTYPE".length]
    return { code: "doctype-refused", problem: "it is too long to be looked through", from, to, related }
  }
  if (doctype && !doctype.closed) {
    const problem = "the document type declaration that begins here has no end"
    return { code: "tei-not-well-formed", problem, from: doctype.from, to: doctype.from + "<!DOCTYPE".length }
  }
  const half = /\p{Cs}/u.exec(text)?.index
  if (half !== undefined)
    return { code: "tei-not-well-formed", problem: "half a character stands here", from: half, to: half + 1 }
  return parse(doctype ? withoutDoctype(text) : text)
}

/** Ends the parser at the first flaw. */
class Found extends Error {
  constructor(readonly flaw: Flaw) {
    super(flaw.problem)
  }
}

// The part after a colon is a name by itself (Namespaces in XML 1.0, section 4), which saxes does not ask for.
const halfName = /:(?:[-.\d\u00b7\u203f\u2040]|\p{M})/u

function parse(text: string): Flaw | undefined {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  })
  const open: OpenTag[] = []
  let last: OpenTag | undefined
  const checkName = (name: string) => {
    if (!halfName.test(name)) return
    const from = text.lastIndexOf(name, parser.position - 1)
    const problem = `“${name}” is no name, since its part after the colon begins with a sign or a digit`
    throw new Found({ code: "tei-not-well-formed", problem, from, to: from + name.length })
  }
  parser.on("attribute", ({ name }) => checkName(name))
  parser.on("opentagstart", ({ name }) => {
    checkName(name)
    const from = text.lastIndexOf("<", parser.position - 1)
    open.push({ name, from, to: parser.position - 1 })
    if (open.length <= depthLimit) return
    const problem = `elements are nested more than ${depthLimit} deep`
    throw new Found({ code: "tei-too-deep", problem, from, to: parser.position - 1 })
  })
  parser.on("closetag", () => {
    last = open.pop()
  })
  parser.on("error", ({ message }) => {
    const at = Math.max(0, Math.min(parser.position, text.length) - 1)
    const isClosing = message === "unexpected close tag."
    const stack = isClosing && last !== undefined ? [...open, last] : open
    const flaw = wordingOf(message, text, at, stack)
    // A lone “&” is noticed at the next semicolon, which may be far away.
    const loose = looseAmpersand(text, at)
    const isFirst = loose !== undefined && (loose.from < flaw.from || /entity|end\.|unclosed/.test(message))
    throw new Found({ code: "tei-not-well-formed", ...(isFirst ? loose : flaw) })
  })
  try {
    parser.write(text).close()
    return undefined
  } catch (error) {
    if (error instanceof Found) return error.flaw
    // The parser met what it cannot handle; for the editor it is the place that counts.
    const line = lineOf(text, parser.position)
    const problem = `the parser gives up at line ${line}`
    return { code: "tei-not-well-formed", problem, from: 0, to: 0 }
  }
}
