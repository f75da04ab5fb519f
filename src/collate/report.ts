import { type Agreement, agreement } from "./agreement.js"
import type { Collation, Passage } from "./collation.js"
import type { DifferenceKind } from "./compare.js"
import { toldDifferences } from "./order.js"
import type { Stretch } from "./passages.js"
import { type TextBlock, type Token, type Witness, wordingOf } from "./witness.js"

/** Where a witness lies for its editor, be it in a transcription: the file, and the place of an offset of its TEI. */
export interface Places {
  readonly file: string
  /** As “line:column”, with the file before it where that is another one. */
  readonly at: (offset: number) => string
}

const titles: Readonly<Record<DifferenceKind, string>> = {
  words: "other words",
  spelling: "spelling or form",
  capitals: "capitals",
  punctuation: "punctuation",
  numbering: "numbering",
  order: "in another order",
  absent: "only in one",
  gap: "not to be compared, for a gap",
}

const names: Readonly<Record<string, string>> = {
  p: "paragraph",
  ab: "block",
  l: "line",
  item: "point",
  head: "heading",
  salute: "salutation",
  signed: "signature",
  dateline: "dateline",
  cell: "cell",
  note: "note",
}

/** A collation in an editor's words: passage by passage what differs and where, what is moved, and the shares of agreement. */
export function describeCollation(collation: Collation, placesA: Places, placesB: Places): string {
  const { a, b, struck } = collation
  const shown = new Shown(a, b, placesA, placesB)
  const { rows, whole } = agreement(collation)
  const parts = [`A  ${a.name} (${placesA.file})\nB  ${b.name} (${placesB.file})`]
  for (const passage of collation.passages) {
    const told = shown.passage(passage)
    if (told !== undefined) parts.push(told)
  }
  if (struck.length > 0) {
    const told = struck.map(({ struckIn, deletion, standsIn }) => {
      const [own, other] = struckIn === "a" ? (["A", "B"] as const) : (["B", "A"] as const)
      const wording = `“${wordingOf(deletion.tokens)}”`
      return `  ${own} strikes out ${wording} (${shown.at(own, deletion.from)}); ${other} has it in ${shown.stretch(other, standsIn)}`
    })
    parts.push(["Struck out in one, standing in the other", ...told].join("\n"))
  }
  if (
    collation.passages.every(
      (passage) => !passage.isMoved && passage.parts.every(({ kind }) => kind === "agreement"),
    )
  )
    parts.push("The witnesses do not differ.")
  parts.push(
    [
      "Agreement",
      ...rows.map((row) => shown.row(row)),
      `  ${percent(whole)}  of all words: ${counts(whole)}`,
    ].join("\n"),
  )
  return parts.join("\n\n")
}

const percent = ({ share }: Agreement) => `${Math.floor(share * 100)} %`.padStart(5)
const counts = ({ agreeing, wordsInA, wordsInB }: Agreement) =>
  `${agreeing} agree of ${wordsInA} in A and ${wordsInB} in B`

/** How places and wordings of two witnesses are shown. */
class Shown {
  readonly #a: Places
  readonly #b: Places
  readonly #numbers = new Map<TextBlock, number>()

  constructor(a: Witness, b: Witness, placesA: Places, placesB: Places) {
    this.#a = placesA
    this.#b = placesB
    for (const { blocks } of [a, b]) {
      const counted = new Map<string, number>()
      for (const block of blocks) {
        const number = (counted.get(block.name) ?? 0) + 1
        counted.set(block.name, number)
        this.#numbers.set(block, number)
      }
    }
  }

  at(side: "A" | "B", offset: number): string {
    return (side === "A" ? this.#a : this.#b).at(offset)
  }

  block(block: TextBlock): string {
    const [first] = block.tokens
    if (first?.kind === "label") return `point “${first.text}”`
    const several = ["p", "ab", "l", "item", "cell", "note"].includes(block.name)
    const name = names[block.name] ?? block.name
    return several ? `${name} ${this.#numbers.get(block)}` : name
  }

  stretch(side: "A" | "B", { block, from, to }: Stretch): string {
    const part = from > 0 || to < block.tokens.length ? "part of " : ""
    return `${part}${this.block(block)} (${this.at(side, block.tokens[from]?.from ?? block.from)})`
  }

  /** What is to be said of a passage, if anything is. */
  passage(passage: Passage): string | undefined {
    const { a, b, isMoved, parts } = passage
    const whole = (stretch: Stretch, letter: "A" | "B") =>
      `Only in ${letter}: ${this.stretch(letter, stretch)}\n  “${wordingOf(stretch.block.tokens.slice(stretch.from, stretch.to))}”`
    if (!a || !b) {
      if (a) return a.to > a.from ? whole(a, "A") : undefined
      return b && b.to > b.from ? whole(b, "B") : undefined
    }
    const told = toldDifferences(parts).flatMap(({ index, ...part }) => {
      if (part.kind === "agreement") return []
      const before = part.a.length > 0 && part.b.length > 0 ? "" : after(parts[index - 1]?.a ?? [])
      if (part.kind === "absent") return [`  ${this.#absent(part.a, part.b)}${before}`]
      return [`  ${titles[part.kind]}: A ${this.#side("A", part.a)} — B ${this.#side("B", part.b)}${before}`]
    })
    if (told.length === 0 && !isMoved) return undefined
    const heading = `A ${this.stretch("A", a)} — B ${this.stretch("B", b)}${isMoved ? ", moved" : ""}`
    return [heading, ...told].join("\n")
  }

  row(row: Agreement): string {
    if (!row.a || !row.b) {
      const [letter, block, words] = row.a ? ["A", row.a, row.wordsInA] : ["B", row.b, row.wordsInB]
      return `  ${percent(row)}  only in ${letter}: ${block ? this.block(block) : ""}, ${words} words`
    }
    const moved = row.isMoved ? ", moved" : ""
    return `  ${percent(row)}  A ${this.block(row.a)} — B ${this.block(row.b)}${moved}: ${counts(row)}`
  }

  #absent(a: readonly Token[], b: readonly Token[]): string {
    const [letter, more, less] = wordsFirst(a, b)
    const instead = less.length > 0 ? ` (${letter === "A" ? "B" : "A"} has “${wordingOf(less)}”)` : ""
    return `only in ${letter}: ${this.#side(letter, more)}${instead}`
  }

  #side(side: "A" | "B", tokens: readonly Token[]): string {
    const [first] = tokens
    if (!first) return "nothing"
    const isAdded = tokens.every((token) => token.isAdded)
    return `“${wordingOf(tokens)}” (${this.at(side, first.from)}${isAdded ? `, added in ${side} itself` : ""})`
  }
}

/** The side with the words, and the other. */
function wordsFirst(a: readonly Token[], b: readonly Token[]) {
  const isA = a.some((token) => token.kind === "word" || token.kind === "gap")
  return isA ? (["A", a, b] as const) : (["B", b, a] as const)
}

/** The last words before a place at which one witness has nothing. */
function after(tokens: readonly Token[]): string {
  const last = tokens.slice(-3)
  return last.length > 0 ? `, after “${wordingOf(last)}”` : ""
}
