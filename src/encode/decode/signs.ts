import type { Notation, Profile, Sign } from "../../model/profile.js"

type Pair = Extract<Sign, { kind: "pair" }>

/** A profile as the way back needs it: what could be taken for a sign, and where. */
export interface TypingSigns {
  readonly profile: Profile
  readonly pairs: readonly Pair[]
  readonly patterns: readonly { readonly expression: RegExp; readonly at: Pair["at"] }[]
  readonly tags: ReadonlySet<string>
  readonly lines: ReadonlySet<string>
  /** Characters with which some sign begins, closes or is parted. */
  readonly starts: ReadonlySet<string>
}

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")

/** What may fill the places of a pattern. */
const slots: Readonly<Record<string, string>> = {
  content: "[^\\[\\]<>{}|\\\\\\r\\n]{1,160}?",
  word: "[^\\s\\[\\]<>{}|\\\\^]{1,40}?",
  extent: "(?:[1-9]\\d{0,3}(?:-[1-9]\\d{0,3})?|\\?)",
  n: "\\d[^\\s.()\\[\\]{}<>|]{0,30}",
  lang: "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*",
  new: "[A-Za-z]\\w{0,30}",
  quantity: "[1-9]\\d{0,3}",
  unit: "(?:characters?|chars?|letters?|words?|lines?|pages?)",
}
const otherSlot = "[^\\[\\]<>{}|\\\\\\r\\n]{1,80}?"
const slotSign = /(\{[a-z-]+\})/

/** The fixed parts and the places of a pattern, in turn. */
export const partsOf = (template: string): readonly string[] => template.split(slotSign)

/** The name of a place to be filled; undefined for fixed characters. */
export const slotOf = (part: string): string | undefined => /^\{([a-z-]+)\}$/.exec(part)?.[1]

/** What a place of a pattern may be filled with. */
export const slotFits = (slot: string, value: string): boolean =>
  new RegExp(`^${slots[slot] ?? otherSlot}$`, "u").test(value)

const expressionOf = (template: string) =>
  new RegExp(
    partsOf(template)
      .map((part) => {
        const slot = slotOf(part)
        return slot === undefined ? quoted(part) : (slots[slot] ?? otherSlot)
      })
      .join(""),
    "y",
  )

const made = new WeakMap<Profile, TypingSigns>()

/** The signs of a profile; made once for each. */
export function typingSignsOf(profile: Profile): TypingSigns {
  const known = made.get(profile)
  if (known) return known
  const of = <Kind extends Sign["kind"]>(kind: Kind) =>
    profile.notations
      .map((notation: Notation) => notation.sign)
      .filter((sign): sign is Extract<Sign, { kind: Kind }> => sign.kind === kind)
  const pairs = [...of("pair")].sort((a, b) => b.open.length - a.open.length)
  const patterns = of("pattern")
  const signs: TypingSigns = {
    profile,
    pairs,
    patterns: patterns.map(({ template, at }) => ({ expression: expressionOf(template), at })),
    tags: new Set(of("tag").map(({ name }) => name)),
    lines: new Set(of("line").map(({ line }) => line)),
    starts: new Set(
      [
        ...pairs.flatMap(({ open, close, separator = "" }) => [open[0], close[0], separator[0]]),
        ...patterns.map(({ template }) => template[0]),
        ...(profile.directives ? [":", "[", "]", "~"] : []),
        ...["<", "["],
      ].filter((each) => each !== undefined),
    ),
  }
  made.set(profile, signs)
  return signs
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u

/** Whether the character before a place, if any, ends a word. */
const endsWord = (before: string): boolean => wordCharacter.test(before.slice(-1))

/** Whether a sign may stand after these characters. */
export const fitsAfter = (before: string, at: Pair["at"]): boolean =>
  at === "anywhere" || endsWord(before) === (at === "after-word")
