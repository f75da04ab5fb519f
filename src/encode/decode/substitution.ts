import type { MarkPiece, SubstitutionPiece } from "./pieces.js"

/** What a substitution is typed as in one sign: it has two parts, and nothing is said of either by itself. */
export function explicitly({ parts, values }: SubstitutionPiece):
  | {
      readonly name: "substitution" | "overwriting"
      readonly values: Readonly<Record<string, string>>
      readonly halves: readonly [MarkPiece, MarkPiece]
    }
  | undefined {
  const [first, second] = parts
  if (parts.length !== 2 || first?.kind !== "mark" || second?.kind !== "mark") return undefined
  const [struck, added] = first.name === "deletion" ? [first, second] : [second, first]
  const { place, ...ofAdded } = added.values
  const { rend, ...ofStruck } = struck.values
  const bare = Object.keys(ofAdded).length + Object.keys(ofStruck).length === 0
  if (struck.name !== "deletion" || added.name !== "addition" || !bare) return undefined
  const halves = [struck, added] as const
  if (rend === "overwritten" && place === "superimposed") return { name: "overwriting", values, halves }
  const said = { ...(place === undefined ? {} : { place }), ...(rend === undefined ? {} : { rend }) }
  return { name: "substitution", values: { ...values, ...said }, halves }
}
