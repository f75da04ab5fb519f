import { CompactFault, type Token } from "./tokens.js"

/** What holds others may not be nested more deeply than this. */
const deepest = 1000

/** Walks over the words of a schema. What doesn't fit throws a CompactFault at its place. */
export interface Cursor {
  readonly peek: (ahead?: number) => Token
  readonly next: () => Token
  /** Whether this word or sign comes; a quoted name is never a keyword. */
  readonly at: (text: string, ahead?: number) => boolean
  /** Takes it if it comes. */
  readonly skip: (text: string) => boolean
  readonly expect: (text: string) => Token
  readonly fail: (wanted: string) => never
  /** Reads what may hold others of its kind; too many in each other are a fault. */
  readonly nested: <Read>(read: () => Read) => Read
  /** A name that may be a keyword too. */
  readonly anyName: () => string
  /** One literal, or several joined by `~`. */
  readonly literal: () => string
  /**
   * Passes over annotations before something: what a documentation comment says is given back. Section 3 has
   * them wherever a pattern, a name or a component begins.
   */
  readonly annotations: () => string
  /** Passes over annotations after something, `>> name [ … ]`. */
  readonly following: () => void
}

export function createCursor(tokens: readonly Token[]): Cursor {
  let index = 0
  let depth = 0
  const last = tokens[tokens.length - 1] ?? { kind: "end", text: "", offset: 0 }
  const peek = (ahead = 0): Token => tokens[index + ahead] ?? last
  const next = (): Token => {
    const token = peek()
    index++
    return token
  }
  const at = (text: string, ahead = 0): boolean => {
    const { kind, text: found } = peek(ahead)
    return found === text && (kind === "sign" || kind === "name")
  }
  const skip = (text: string): boolean => {
    const isThere = at(text)
    if (isThere) index++
    return isThere
  }
  const fail = (wanted: string): never => {
    const { text, offset, kind } = peek()
    const found = kind === "end" ? text : JSON.stringify(text)
    throw new CompactFault(`${wanted} is expected here, not ${found} (compact syntax, section 3)`, offset)
  }
  const expect = (text: string): Token => (at(text) ? next() : fail(JSON.stringify(text)))
  const nested = <Read>(read: () => Read): Read => {
    if (++depth > deepest) {
      const message = `parts are nested more than ${deepest} deep`
      throw new CompactFault(message, peek().offset, "schema-too-deep")
    }
    const found = read()
    depth--
    return found
  }
  const literal = (): string => {
    if (peek().kind !== "literal") fail("a text in quotation marks")
    let text = next().text
    while (skip("~")) text += peek().kind === "literal" ? next().text : fail("a text in quotation marks")
    return text
  }
  /** Passes over a bracket; the words of `a:documentation [ … ]` in it, which may have elements in it, are given. */
  const brackets = (): string => {
    let level = 0
    let documentedAt = 0
    let said = ""
    do {
      const { kind, text } = peek()
      if (kind === "end") fail('"]"')
      // Whatever its prefix: no other vocabulary that is met in schemas has an element of this name.
      if (documentedAt === 0 && kind === "prefixed" && text.endsWith(":documentation"))
        documentedAt = level + 1
      if (at("[")) level++
      else if (at("]")) {
        if (level === documentedAt) documentedAt = 0
        level--
      } else if (kind === "literal" && documentedAt > 0 && !at("=", -1)) said += text
      index++
    } while (level > 0)
    return said
  }
  return {
    peek,
    next,
    at,
    skip,
    expect,
    fail,
    nested,
    literal,
    anyName: () => (peek().kind === "name" || peek().kind === "quoted" ? next().text : fail("a name")),
    annotations: () => {
      const said: string[] = []
      for (;;) {
        if (peek().kind === "documentation") said.push(next().text)
        else if (at("[")) said.push(brackets())
        else return said.join("\n")
      }
    },
    following: () => {
      while (skip(">>")) {
        next()
        brackets()
      }
    },
  }
}
