import type { Profile } from "../../model/profile.js"
import { type BlockForm, delimiterOf } from "./items.js"
import type { Level } from "./notation-choice.js"
import type { MarkPiece, Piece } from "./pieces.js"
import { typingSignsOf } from "./signs.js"
import { type TypingPlace, typedBraces } from "./text.js"
import { directiveFor, openTypist, type TypingRules } from "./typing.js"

/** How a block is typed: how carefully, and whether a directive says what it is. */
export interface Manner {
  readonly level: Level
  readonly stated: boolean
  /** With marks for what the reader finds by itself in plain words. */
  readonly marked: boolean
}

/** As plainly as can be. */
export const plainly: Manner = { level: 0, stated: false, marked: false }

const ordinary: TypingPlace = {
  closers: [],
  separators: [],
  inside: [],
  directive: false,
  cell: false,
  stated: false,
  lines: "block",
}
const continued: TypingPlace = { ...ordinary, lines: "none" }
const inDirective: TypingPlace = { ...continued, closers: ["]"], directive: true, stated: true }

const roleNames: Readonly<Record<string, string>> = { body: "paragraph" }

/** Whether a directive can say what a block is. */
export const isStatable = (form: BlockForm, { directives }: Profile): boolean =>
  directives &&
  (form.kind === "paragraph" || (form.kind === "letterhead" && form.printed) || form.kind === "mark")

/** Types a block, without the blanks and line ends around it. */
export function typeBlock(form: BlockForm, { level, stated, marked }: Manner, rules: TypingRules): string {
  const { profile } = rules
  const signs = typingSignsOf(profile)
  const typistOf = (pieces: readonly Piece[]) => openTypist(rules, signs, level, pieces)
  const run = (pieces: readonly Piece[], place: TypingPlace, before = "") =>
    typistOf(pieces).run(pieces, place, before)
  const directive = (name: string, pieces: readonly Piece[], zone?: string) =>
    `::${name}[${run(pieces, inDirective, "[")}]${zone === undefined ? "" : typedBraces({ zone }, ordinary)}`
  switch (form.kind) {
    case "paragraph": {
      const pieces = marked ? form.pieces : (form.simple ?? form.pieces)
      return stated || form.zone !== undefined
        ? directive(
            roleNames[form.role] ?? form.role,
            form.zone === undefined ? pieces : form.pieces,
            form.zone,
          )
        : run(pieces, ordinary)
    }
    case "letterhead":
      return stated || !profile.headings || form.zone !== undefined
        ? directive("letterhead", form.pieces, form.zone)
        : `# ${run(form.pieces, continued)}`
    case "point":
      return form.label + run(form.pieces, continued)
    case "separator":
      return form.rend === "rule" ? ruleOf(profile) : form.printed.replaceAll("*", "\\*")
    case "note":
      return `[^${form.label}]: ${run(form.pieces, continued)}`
    case "table":
      return form.rows
        .map((row, index) => {
          const cells = row.cells.map((cell) => ` ${run(cell, { ...continued, cell: true })} |`)
          const [, first = "", rest = ""] = /^(\r\n|\n|\r|)([\s\S]*)$/.exec(row.after) ?? []
          const delimiter = row.heading && form.rows.length > 1 && index === 0 ? delimiterOf(row) : ""
          return `|${cells.join("")}${first}${delimiter}${rest}`
        })
        .join("")
    case "lines":
      return form.lines
        .map((line) => (typeof line === "string" ? line : run(line, { ...ordinary, lines: "container" })))
        .join("")
    case "section": {
      const heading = form.pieces.length === 0 ? "" : `[${run(form.pieces, inDirective, "[")}]`
      return `::${form.name}${heading}${typedBraces(form.values, ordinary)}`
    }
    case "marks":
      return run(form.pieces, ordinary)
    case "line":
      return form.typed
    case "mark":
      return stated ? run([form.mark], ordinary) : typeAlone(form.mark, rules, level)
    default:
      return form satisfies never
  }
}

/** The line that draws a rule: the house's own, or hyphens where these mean nothing else. */
function ruleOf({ notations }: Profile): string {
  const lines = notations.flatMap(({ sign, means }) =>
    sign.kind === "line" ? [{ line: sign.line, means }] : [],
  )
  const taken = new Set(lines.map(({ line }) => line))
  return (
    lines.find(({ means }) => means === "separator")?.line ??
    ["---", "***", "___"].find((each) => !taken.has(each)) ??
    "----"
  )
}

/** A mark with a line to itself: the house's line for it, or a directive. */
function typeAlone(mark: MarkPiece, rules: TypingRules, level: Level): string {
  const { profile, aliases } = rules
  const line = profile.notations.find(({ sign, means, attributes }) => {
    const said = Object.entries(mark.values)
    return (
      sign.kind === "line" &&
      means === mark.name &&
      Object.keys(attributes).length === said.length &&
      said.every(([key, value]) => attributes[key] === value)
    )
  })
  if (line?.sign.kind === "line") return line.sign.line
  const typist = openTypist(rules, typingSignsOf(profile), level, [mark])
  if (!profile.directives) return typist.run([mark], ordinary)
  const { called, rest } = directiveFor(mark, aliases)
  const content = mark.children.length === 0 ? "" : `[${typist.run(mark.children, inDirective, "[")}]`
  return `::${called}${content}${typedBraces(rest, { ...ordinary, stated: true })}`
}
