import { prologEnd } from "./doctype.js"
import type { Flaw, OpenTag } from "./well-formed.js"

type Wording = Omit<Flaw, "code">

/**
 * What a complaint of saxes means to an editor, and where: `at` is the character at which the parser
 * noticed it, `open` the elements that are open there, the innermost last.
 */
export function wordingOf(message: string, text: string, at: number, open: readonly OpenTag[]): Wording {
  const here = (problem: string, from = at, to = from + 1): Wording => ({ problem, from, to })
  const inner = open.at(-1)
  const tag = () => (inner && inner.from <= at ? inner : { name: "", from: at, to: at + 1 })
  const quoted = /"(.*)"|: (.*?)\.?$/.exec(message)
  const subject = quoted?.[1] ?? quoted?.[2] ?? ""
  if (message === "unexpected close tag.") return mismatch(text, at, open)
  if (message.startsWith("unmatched closing tag")) {
    const from = Math.max(0, text.lastIndexOf("</", at))
    return here(`“</${subject}>” closes nothing, for no element is open`, from, at + 1)
  }
  if (message.startsWith("unclosed tag")) {
    const { name, from, to } = tag()
    return unfinished(text) ?? here(`“<${name}>” has no end tag`, from, to)
  }
  if (message.startsWith("duplicate attribute")) {
    const name = subject.replace(/^\{.*\}/, "")
    const pattern = new RegExp(`\\s((?:[^\\s=:]+:)?${name.replace(/[.*+?^$()|[\]{}\\]/g, "\\$&")})\\s*=`, "g")
    const last = [...text.slice(tag().from, at).matchAll(pattern)].at(-1)
    const from = last === undefined ? tag().from : tag().from + last.index + 1
    return here(`the attribute “${name}” stands twice on this tag`, from, from + (last?.[1]?.length ?? 1))
  }
  if (message.startsWith("unbound namespace prefix")) {
    const name = subject.replaceAll('"', "")
    const from = Math.max(tag().from, text.indexOf(`${name}:`, tag().from))
    return here(
      `the prefix “${name}” is declared nowhere; it needs an xmlns:${name}`,
      from,
      from + name.length,
    )
  }
  switch (message) {
    case "unexpected end.":
      return unfinished(text) ?? here("the file breaks off here")
    case "undefined entity.":
    case "disallowed character in entity name.":
    case "empty entity name.": {
      const from = Math.max(0, text.lastIndexOf("&", at))
      return here(`“${text.slice(from, Math.min(at + 1, from + 40))}” stands for nothing`, from, at + 1)
    }
    case "malformed character entity.": {
      const from = Math.max(0, text.lastIndexOf("&", at))
      return here(`“${text.slice(from, at + 1)}” is no character that XML can hold`, from, at + 1)
    }
    case "disallowed character in tag name":
      return here(
        "“<” begins a tag, and no name follows; write “&lt;” for the character",
        Math.max(0, at - 1),
        at,
      )
    case "malformed comment.":
      return here(
        "“--” cannot stand in a comment but at its end",
        Math.max(0, text.lastIndexOf("--", at)),
        at,
      )
    case "incorrect syntax.":
      return here(strangeMarkup, Math.max(0, text.lastIndexOf("<!", at)), at)
    case "disallowed character in tag name.":
    case "disallowed character in attribute name.":
    case "disallowed character in closing tag.":
    case "forward-slash in opening tag not followed by >.":
      return here(`${sign(text, at)} cannot stand at this place in a tag`)
    case "attribute without value.":
      return here('an attribute has no value; it is written name="value"')
    case "unquoted attribute value.":
      return here("the value of an attribute stands in no quotation marks")
    case "no whitespace between attributes.":
      return here("a blank is missing between two attributes")
    case "disallowed character.":
      return forbidden(text, at, tag().from)
    case 'the string "]]>" is disallowed in char data.':
      return here("“]]>” cannot stand in text; write “]]&gt;”", Math.max(0, at - 2), at + 1)
    case "text data outside of root node.":
      return outside(text, at)
    case "document must contain a root element.":
      return unfinished(text) ?? here("there is no element in it", 0, 0)
    case "documents may contain only one root.": {
      const from = Math.max(0, text.lastIndexOf("<", at))
      return here("a second outermost element begins here, and there can be only one", from, at + 1)
    }
    case "an XML declaration must be at the start of the document.":
    case "the XML declaration must appear at the start of the document.":
      return here(
        "the XML declaration, “<?xml”, is not the very first thing in the file",
        xmlDeclaration(text, at),
      )
    case "inappropriately located doctype declaration.":
      return here("“<!DOCTYPE” stands where none can stand", Math.max(0, text.lastIndexOf("<!", at)), at + 1)
    case "invalid attempt to undefine prefix in XML 1.0":
      return here("a prefix is declared as nothing; only xmlns itself can be")
    case "weird empty close tag.":
      return here("“</>” names no element", Math.max(0, at - 2), at + 1)
    default:
      return here(message.replace(/\.$/, ""))
  }
}

/** An end tag where another element is open: it closes the wrong one, is misspelt, or closes nothing. */
function mismatch(text: string, at: number, open: readonly OpenTag[]): Wording {
  const from = Math.max(0, text.lastIndexOf("</", at))
  const name = text.slice(from + 2, at).trim()
  const inner = open.at(-1) ?? { name: "", from, to: from }
  const outer = open.slice(0, -1).findLast((each) => each.name === name)
  const line = lineOf(text, inner.from)
  const related = { message: `“<${inner.name}>” is open since here.`, from: inner.from, to: inner.to }
  const place = { from, to: at + 1, related }
  if (outer !== undefined)
    return { ...place, problem: `“</${name}>” stands before “<${inner.name}>” of line ${line} is closed` }
  return { ...place, problem: `“</${name}>” closes “<${inner.name}>” of line ${line}` }
}

/** “<” in the value of an attribute, or a character that XML cannot hold. */
function forbidden(text: string, at: number, tag: number): Wording {
  if (text[at] !== "<") return { problem: `${sign(text, at)} cannot stand in XML`, from: at, to: at + 1 }
  const quote = [...text.slice(tag, at).matchAll(/=\s*["']/g)].at(-1)
  const from = quote === undefined ? at : tag + quote.index + quote[0].length - 1
  const problem =
    "the value of an attribute that begins here goes on to a “<”; a quotation mark is missing, or “&lt;” is meant"
  const related = { message: "It goes on to here.", from: at, to: at + 1 }
  return { problem, from, to: from + 1, related }
}

function outside(text: string, at: number): Wording {
  const before = prologEnd(text)
  const from = before < at && text[before] !== "<" ? before : at
  return { problem: "text stands outside the outermost element", from, to: from + 1 }
}

const xmlDeclaration = (text: string, at: number): number => Math.max(0, text.lastIndexOf("<?xml", at))
const strangeMarkup = "“<!” begins neither a comment nor a CDATA section"

/** The markup that was begun and does not end: found from the beginning, for it may hold anything. */
function unfinished(text: string): Wording | undefined {
  const kinds = [
    ["<!--", "-->", "the comment"],
    ["<![CDATA[", "]]>", "the CDATA section"],
    ["<?", "?>", "the instruction"],
  ] as const
  let from = text.indexOf("<")
  while (from >= 0) {
    const [, end, what] = kinds.find(([begin]) => text.startsWith(begin, from)) ?? ["<", ">", "the tag"]
    const close = what === "the tag" ? tagEnd(text, from + 1) : text.indexOf(end, from + 2)
    if (what === "the tag" && text[from + 1] === "!") return { problem: strangeMarkup, from, to: from + 2 }
    if (close < 0) return { problem: `${what} that begins here has no end`, from, to: from + 1 }
    from = text.indexOf("<", close)
  }
  return undefined
}

function tagEnd(text: string, from: number): number {
  const plain = /[^>"']*/y
  let at = from
  for (;;) {
    plain.lastIndex = at
    plain.exec(text)
    at = plain.lastIndex
    if (at >= text.length) return -1
    if (text[at] === ">") return at
    at = text.indexOf(text[at] ?? "", at + 1) + 1
    if (at === 0) return -1
  }
}

const reference = /&(?:[^\s;&<>"'#]+|#\d+|#x[\da-fA-F]+);/y

/** The first “&” before `end` that begins no reference, or a reference that stands for nothing. */
export function looseAmpersand(text: string, end: number): Wording | undefined {
  for (const { index, 0: found } of text.slice(0, end + 1).matchAll(skipped)) {
    if (found !== "&") continue
    reference.lastIndex = index
    const whole = reference.exec(text)?.[0]
    if (whole === undefined) {
      const problem = "“&” stands here as a character; write “&amp;”"
      return { problem, from: index, to: index + 1 }
    }
    if (/^&(?:#|(?:amp|lt|gt|quot|apos);)/.test(whole)) continue
    const problem = `“${whole}” stands for nothing, since entities are not declared; write the character itself`
    return { problem, from: index, to: index + whole.length }
  }
  return undefined
}

// What may hold an “&” that means nothing, and the “&” itself.
const skipped = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|&/g

const sign = (text: string, at: number): string => {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}”` : `the character U+${code}`
}

/** The line of an offset, from 1; asked for once, when there is something to be told. */
export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line++
  }
  return line
}
