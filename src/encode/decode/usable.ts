import type { Profile, Sign } from "../../model/profile.js"
import { type MarkPiece, type Piece, plainText } from "./pieces.js"
import { fitsAfter } from "./signs.js"

/** What stands around a mark: the characters typed before it, those that follow it, and what is open. */
export interface Standing {
  readonly before: string
  readonly after: string
  readonly closers: readonly string[]
  readonly inside: readonly string[]
}

const isPlain = (children: readonly Piece[]) => children.every((child) => child.kind === "text")
const edgesOf = (children: readonly Piece[]) => [children[0], children.at(-1)]

/** Whether a sign would be read as that mark at this place, as far as the profile alone can tell. */
export function canStand(sign: Sign, { children }: MarkPiece, where: Standing, profile: Profile): boolean {
  switch (sign.kind) {
    case "tag":
      return true
    case "line":
      return false
    case "combining":
      return isPlain(children)
    case "pattern":
      return fitsAfter(where.before, sign.at) && isPlain(children)
    case "pair":
      if (sign.within !== undefined && !where.inside.includes(sign.within)) return false
      if (!fitsAfter(where.before, sign.at)) return false
      if (sign.open === sign.close) return canBeSymmetric(sign, children, where, profile)
      return !sign.lenient || edgesOf(children).every((child) => child?.kind === "text")
    default:
      return sign satisfies never
  }
}

/** A sign that opens and closes alike must touch no other of its kind, nor a blank where it is lenient. */
function canBeSymmetric(
  sign: Extract<Sign, { kind: "pair" }>,
  children: readonly Piece[],
  { before, after, closers }: Standing,
  { notations }: Profile,
): boolean {
  const unit = sign.open[0] as string
  const words = plainText(children)
  const touches = (before.endsWith(unit) && !before.endsWith(`\\${unit}`)) || after.startsWith(unit)
  if (touches || closers.includes(sign.close) || words === "") return false
  if (sign.lenient && /^\s|\s$/.test(words)) return false
  return edgesOf(children).every((child) => {
    if (child?.kind !== "mark") return child?.kind === "text"
    return !notations.some(
      (each) =>
        each.means === child.name &&
        each.sign.kind === "pair" &&
        (each.sign.open.startsWith(unit) || each.sign.close.endsWith(unit)),
    )
  })
}
