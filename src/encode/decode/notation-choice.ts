import { phenomena } from "../../model/phenomena.js"
import type { Notation, Profile } from "../../model/profile.js"
import { entityKinds } from "../../model/register.js"
import { type MarkPiece, plainText } from "./pieces.js"
import { partsOf, slotFits, slotOf, typingSignsOf } from "./signs.js"

/**
 * How careful typing is. 0: a backslash only where a sign would be read; 1: before every sign's character;
 * 2: no signs that open and close alike, and no patterns; 3: directives alone.
 */
export type Level = 0 | 1 | 2 | 3

/** A notation that says a mark's phenomenon, and what is left to be said in braces. */
export interface Choice {
  readonly notation: Notation
  readonly rest: Readonly<Record<string, string>>
  readonly empty: boolean
  /** The sign that says that the editor is not sure; empty where he is, or where braces say it. */
  readonly doubt: string
}

const extents = ["quantity", "at-least", "at-most", "extent"] as const

/** What fills a place of a pattern. */
function slotValue(slot: string, { values, children }: MarkPiece): string {
  if (slot === "content" || slot === "word") return plainText(children)
  if (slot !== "extent") return values[slot] ?? ""
  const { quantity, "at-least": least, "at-most": most, extent } = values
  if (least !== undefined && most !== undefined) return `${least}-${most}`
  return extent === "unknown" ? "?" : (quantity ?? "")
}

const named: ReadonlySet<string> = new Set(entityKinds)

const plainWords = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .,'_-]*[\p{L}\p{M}\p{N}])?$/u

/** A half of a sign that becomes an attribute is taken as it is typed: plain words, or nothing that is in any sign. */
function halfFits(value: string, profile: Profile): boolean {
  if (plainWords.test(value)) return true
  const { starts } = typingSignsOf(profile)
  return (
    /^\S(?:.*\S)?$/.test(value) && ![...value].some((each) => starts.has(each) || "\\{}|?".includes(each))
  )
}

/** The notations that fit, those that say most about the mark first, otherwise in the profile's order. */
export function choicesFor(piece: MarkPiece, profile: Profile, level: Level): readonly Choice[] {
  if (level === 3 && profile.directives) return []
  const found = profile.notations.flatMap((notation) => {
    const { sign, means } = notation
    const isName = means === "name" && piece.resolved && named.has(piece.name)
    if (means !== piece.name && !isName) return []
    if (
      profile.directives &&
      level >= 2 &&
      (sign.kind === "pattern" || (sign.kind === "pair" && sign.open === sign.close))
    )
      return []
    const choice = choiceOf(notation, piece, isName, profile)
    return choice ? [choice] : []
  })
  // Where there are no directives to fall back on, another of the house's own signs may do.
  const direction = level >= 2 && !profile.directives ? -1 : 1
  return found.sort((a, b) => b.said - a.said || direction * (lengthOf(a.notation) - lengthOf(b.notation)))
}

/** Of patterns that say the same the shortest is typed: which stands first is a matter of reading. */
const lengthOf = ({ sign }: Notation) => (sign.kind === "pattern" ? sign.template.length : 0)

function choiceOf(
  notation: Notation,
  piece: MarkPiece,
  isName: boolean,
  profile: Profile,
): (Choice & { said: number }) | undefined {
  const { sign } = notation
  const rules = phenomena[piece.name].attributes
  const empty = phenomena[piece.name].content === "empty"
  const rest: Record<string, string> = { ...piece.values }
  let said = 0
  const takes = (key: string, value: string) => {
    if ((piece.values[key] ?? rules[key]?.usual) !== value) return false
    delete rest[key]
    said++
    return true
  }
  const words = plainText(piece.children)
  for (const [key, value] of Object.entries(notation.attributes)) {
    if (!takes(key, value === "{content}" ? words.replace(/\s+/g, " ").trim() : value)) return undefined
  }
  if (sign.kind === "pattern") {
    for (const part of partsOf(sign.template)) {
      const slot = slotOf(part)
      if (slot === undefined) continue
      const value = slotValue(slot, piece)
      if (value === "" || !slotFits(slot, value)) return undefined
      if (slot === "content" || slot === "word") continue
      for (const key of slot === "extent" ? extents : [slot]) delete rest[key]
      said++
    }
    if (words !== "" && !/\{(?:content|word)\}/.test(sign.template)) return undefined
  } else if (sign.kind === "pair") {
    if (empty) return undefined
    if (sign.separator !== undefined && sign.halves) {
      if (sign.halves.some((half) => half === "struck" || half === "added")) return undefined
      for (const half of sign.halves) {
        if (half === "content") continue
        if (!piece.remedy && !halfFits(piece.values[half] ?? "", profile)) return undefined
        delete rest[half]
        said++
      }
    }
    if (sign.tail !== undefined) {
      if (!slotFits(sign.tail, piece.values[sign.tail] ?? "")) return undefined
      delete rest[sign.tail]
      said++
    }
  } else if (sign.kind === "combining") {
    if (words === "" || /\s/.test(words) || Object.keys(rest).length > 0) return undefined
  } else if (sign.kind !== "tag") return undefined
  // A sign for names that does not say which entry is meant would lead wherever its words do.
  if (isName && rest["ref"] !== undefined) return undefined
  const doubt =
    sign.kind === "pair" ? (sign.doubt ?? profile.doubt) : sign.kind === "pattern" ? profile.doubt : undefined
  const doubted = doubt !== undefined && rest["cert"] === "low" ? doubt : ""
  if (doubted !== "") delete rest["cert"]
  return { notation, rest, empty, said, doubt: doubted }
}

/** A pattern with its places filled; one of something is written in the singular. */
export function fillPattern(template: string, piece: MarkPiece): string {
  return partsOf(template)
    .map((part) => {
      const slot = slotOf(part)
      if (slot === undefined) return part
      const value = slotValue(slot, piece)
      return slot === "unit" && piece.values["quantity"] === "1" ? value.replace(/s$/, "") : value
    })
    .join("")
}
