import type { Signs } from "./notation.js"
import type { SourceLine } from "./source-lines.js"
import { isSignature } from "./structure.js"

const headingSign = /^ {0,3}(#{1,6})[ \t]+(?=\S)/
const pointSign = /^( {0,3})(\(?\d{1,3}[.)]|\([a-z]\))([ \t]+)(?=\S)/
const ruleSign = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/
const asteriskSign = /^[ \t]*(?:\\\*[ \t]*){3,}$/
const leafSign = /^ {0,3}::([a-z]+(?:-[a-z]+)*)(?=[[{ \t]|$)/
const openerSign = /^ {0,3}:::[ \t]*([a-z]+(?:-[a-z]+)*)[ \t]*(?=\{|$)/
const openerWithWords = /^ {0,3}:::[ \t]*([a-z]+(?:-[a-z]+)*)(?=[ \t[])/
const closerSign = /^ {0,3}:::+[ \t]*$/
const rowSign = /^ {0,3}\|.*\|[ \t]*$/
const noteSign = /^ {0,3}\[\^([\w-]{1,20})\]:[ \t]*/

/** With what stet's own signs begin: a line that begins otherwise opens no block. */
const beginnings: ReadonlySet<string> = new Set("#(-_*\\:|[0123456789")

function indentOf(text: string): number {
  let first = 0
  while (text[first] === " " || text[first] === "\t") first++
  return first
}

/** What a line begins, by the signs at its head. */
export interface BlockSigns {
  isBlank(line: SourceLine): boolean
  heading(line: SourceLine): RegExpExecArray | null
  /** The blanks before a point's label, the label, and the blanks after it. */
  point(line: SourceLine): RegExpExecArray | null
  rule(line: SourceLine): boolean
  /** What the profile says of a line of its own, such as `---`. */
  named(line: SourceLine): ReturnType<Signs["lines"]["get"]>
  asterisks(line: SourceLine): boolean
  leaf(line: SourceLine): RegExpExecArray | null
  opener(line: SourceLine): RegExpExecArray | null
  /** `:::address Mr Folio`: what would open a container, if no words stood on the line. */
  openerWithWords(line: SourceLine): RegExpExecArray | null
  closer(line: SourceLine): boolean
  row(line: SourceLine): boolean
  note(line: SourceLine): RegExpExecArray | null
  /** Whether a paragraph ends before this line. */
  opensBlock(line: SourceLine): boolean
}

/** The block signs of a profile. */
export function blockSignsOf({ profile, lines }: Signs): BlockSigns {
  const { headings, points, tables, directives } = profile
  // Looking at one character is cheaper than trying an expression, and most lines begin with a letter.
  const begins = ({ text }: SourceLine, sign: string) => text[indentOf(text)] === sign
  const signs: BlockSigns = {
    isBlank: (line) => line.text.trim() === "",
    heading: (line) => (headings && begins(line, "#") ? headingSign.exec(line.text) : null),
    // “(s) John F. Kennedy” signs; it is no point labelled s.
    point: (line) => (points && !isSignature(line.text) ? pointSign.exec(line.text) : null),
    rule: (line) => ruleSign.test(line.text),
    named: (line) => (lines.size > 0 ? lines.get(line.text.trim()) : undefined),
    asterisks: (line) => asteriskSign.test(line.text),
    leaf: (line) => (directives && begins(line, ":") ? leafSign.exec(line.text) : null),
    opener: (line) => (directives && begins(line, ":") ? openerSign.exec(line.text) : null),
    openerWithWords: (line) =>
      directives && begins(line, ":") && !openerSign.test(line.text) ? openerWithWords.exec(line.text) : null,
    closer: (line) => directives && begins(line, ":") && closerSign.test(line.text),
    row: (line) => tables && begins(line, "|") && rowSign.test(line.text),
    note: (line) => (directives && begins(line, "[") ? noteSign.exec(line.text) : null),
    opensBlock: (line) => {
      // Only a house's own sign may begin with another character.
      if (lines.size === 0 && !beginnings.has(line.text[indentOf(line.text)] ?? "")) return false
      return (
        signs.heading(line) !== null ||
        signs.rule(line) ||
        signs.named(line) !== undefined ||
        signs.asterisks(line) ||
        signs.leaf(line) !== null ||
        signs.opener(line) !== null ||
        signs.closer(line) ||
        signs.row(line) ||
        signs.note(line) !== null ||
        signs.point(line) !== null
      )
    },
  }
  return signs
}
