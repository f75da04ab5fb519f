/** A document type declaration as it stands in a text; offsets in UTF-16 units, `to` after its last character. */
export interface Doctype {
  readonly from: number
  readonly to: number
  /** Of the root element, as declared. */
  readonly name: string
  /** Where it first declares an entity, or uses one that would be declared elsewhere. */
  readonly entity: { readonly from: number; readonly to: number } | undefined
  /** Whether it ends, and within the limit. */
  readonly closed: boolean
}

/** The longest document type declaration that is looked through, in UTF-16 units. */
export const doctypeLimit = 1024 * 1024

/**
 * The document type declaration of a text, if there is one. Nothing of it is expanded or loaded, and the
 * search ends at the first entity, so that no declaration can make it slow (XML 1.0, section 2.8).
 */
export function doctypeIn(whole: string): Doctype | undefined {
  const from = prologEnd(whole)
  if (!whole.startsWith("<!DOCTYPE", from)) return undefined
  const text = whole.slice(0, from + doctypeLimit)
  const name = /[^\s[>]*/y
  name.lastIndex = after(text, from + "<!DOCTYPE".length, blank)
  const found = name.exec(text)?.[0] ?? ""
  let at = name.lastIndex
  while (at < text.length) {
    const sign = text[at]
    if (sign === ">") return { from, to: at + 1, name: found, entity: undefined, closed: true }
    if (sign === "[") {
      const subset = subsetFrom(text, at + 1)
      if (subset.entity)
        return { from, to: subset.entity.to, name: found, entity: subset.entity, closed: true }
      at = subset.to
    } else at = sign === '"' || sign === "'" ? past(text, sign, at + 1) : at + 1
  }
  return { from, to: text.length, name: found, entity: undefined, closed: false }
}

/** The text with blanks for its document type declaration: every other character keeps its place. */
export function withoutDoctype(text: string): string {
  const doctype = doctypeIn(text)
  if (doctype === undefined) return text
  const { from, to } = doctype
  return (
    text.slice(0, from) +
    text.slice(from, to).replace(/[^\r\n]+/g, (line) => " ".repeat(line.length)) +
    text.slice(to)
  )
}

/** Where a document type declaration or the root begins: after blanks, comments and instructions. */
export function prologEnd(text: string): number {
  let at = after(text, text.startsWith("\ufeff") ? 1 : 0, blank)
  for (;;) {
    const end = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : undefined
    if (end === undefined) return at
    at = after(text, past(text, end, at + (end === "?>" ? 2 : 4)), blank)
  }
}

const blank = /\s*/y
const plain = /[^>"']*/y
const uninteresting = /[^<%\]]*/y

function after(text: string, at: number, what: RegExp): number {
  what.lastIndex = at
  what.exec(text)
  return what.lastIndex
}

function past(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  return found < 0 ? text.length : found + end.length
}

/** Reads an internal subset to the bracket that closes it, or to its first entity. */
function subsetFrom(text: string, from: number): { to: number; entity?: { from: number; to: number } } {
  let at = from
  for (;;) {
    at = after(text, at, uninteresting)
    if (at >= text.length) return { to: at }
    if (text[at] === "]") return { to: at + 1 }
    if (text[at] === "%" || text.startsWith("<!ENTITY", at)) {
      const end = /[^\s;>]*;?/y
      const begin = text[at] === "%" ? at : after(text, at + "<!ENTITY".length, /[\s%]*/y)
      return { to: at, entity: { from: at, to: after(text, begin, end) } }
    }
    if (text.startsWith("<!--", at)) at = past(text, "-->", at + 4)
    else if (text.startsWith("<?", at)) at = past(text, "?>", at + 2)
    else at = declarationEnd(text, at + 1)
  }
}

/** Past the “>” that ends a declaration or a tag, which may stand in a quoted literal too. */
export function declarationEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    at = after(text, at, plain)
    if (at >= text.length) return at
    if (text[at] === ">") return at + 1
    at = past(text, text[at] ?? "", at + 1)
  }
}
