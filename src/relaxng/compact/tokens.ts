import type { SchemaErrorCode } from "../errors.js"

/** Ends the reading of a file at its first fault. */
export class CompactFault extends Error {
  readonly offset: number
  readonly code: SchemaErrorCode
  constructor(message: string, offset: number, code: SchemaErrorCode = "schema-syntax") {
    super(message)
    this.offset = offset
    this.code = code
  }
}

/** A word of the compact syntax (its specification of 21 November 2002, section 2). */
export interface Token {
  /** A sign stands for itself; `name` is an identifier or keyword, `quoted` one after a backslash. */
  readonly kind: "name" | "quoted" | "prefixed" | "anyOf" | "literal" | "documentation" | "end" | "sign"
  /** The sign; the name; of `anyOf` the prefix; what a literal or a comment says. */
  readonly text: string
  readonly offset: number
}

const ncName = "(?:[\\p{L}_]|\\\\x\\{[\\da-fA-F]+\\})(?:[\\p{L}\\p{N}\\p{M}._·-]|\\\\x\\{[\\da-fA-F]+\\})*"
const literal = "\"\"\"[^]*?\"\"\"|'''[^]*?'''|\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'"
const patterns = {
  blank: /(?:[ \t\r\n\ufeff]|#(?!#)[^\r\n]*)+/uy,
  documentation: /##+[^\r\n]*(?:\r?\n[ \t]*##+[^\r\n]*)*/uy,
  anyOf: new RegExp(`(${ncName}):\\*`, "uy"),
  prefixed: new RegExp(`${ncName}:${ncName}`, "uy"),
  quoted: new RegExp(`\\\\(?!x\\{)(${ncName})`, "uy"),
  name: new RegExp(ncName, "uy"),
  literal: new RegExp(literal, "uy"),
  sign: />>|\|=|&=|[=|&,?*+\-(){}[\]~]/uy,
} as const
const kinds = ["documentation", "anyOf", "prefixed", "quoted", "name", "literal", "sign"] as const

/** The words of a schema in the compact syntax, the last of them `end`. Throws a CompactFault at what is none. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let offset = 0
  const take = (kind: keyof typeof patterns): RegExpExecArray | undefined => {
    const pattern = patterns[kind]
    pattern.lastIndex = offset
    return pattern.exec(text) ?? undefined
  }
  for (;;) {
    offset += take("blank")?.[0].length ?? 0
    if (offset >= text.length) break
    let token: Token | undefined
    for (const kind of kinds) {
      const found = take(kind)
      if (found === undefined) continue
      token = { kind, text: meant(kind, found), offset }
      offset += found[0].length
      break
    }
    if (token === undefined)
      throw new CompactFault(`${JSON.stringify(text.charAt(offset))} begins no word (section 2.2)`, offset)
    tokens.push(token)
  }
  tokens.push({ kind: "end", text: "the end of the file", offset: text.length })
  return tokens
}

function meant(kind: (typeof kinds)[number], [whole, first = ""]: RegExpExecArray): string {
  switch (kind) {
    case "documentation":
      return whole.replace(/^[ \t]*##+ ?/gm, "")
    case "literal": {
      const width = whole.startsWith('"""') || whole.startsWith("'''") ? 3 : 1
      return unescaped(whole.slice(width, -width).replace(/\r\n?/g, "\n"))
    }
    case "anyOf":
    case "quoted":
      return unescaped(first)
    default:
      return unescaped(whole)
  }
}

/** `\x{41}` is the character of that number. */
function unescaped(text: string): string {
  return text.replace(/\\x\{([\da-fA-F]+)\}/g, (all, digits: string) => {
    const code = Number.parseInt(digits, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
