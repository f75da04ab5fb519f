import { type Word, wordsIn } from "./fold.js"

/** A stretch of a passage, all of it written in one way: a sum of the kinds below. */
export interface Stretch {
  readonly text: string
  readonly ways: number
}

/** Struck out by the writer, and not restored. */
export const struck = 1
/** Added by the writer. */
export const added = 2
/** Withheld where the text is to be read: what the editor corrects, spells out or regularises, signs about the text. */
export const asWritten = 4
/** Only where the text is to be read: the editor's correction, expansion, regular spelling. */
export const asRead = 8

/** A block of a document, or a note. */
export interface Passage {
  /** The id at which the pages of the document have it; empty where there is none. */
  readonly id: string
  readonly isNote: boolean
  readonly stretches: readonly Stretch[]
}

/** What is searched apart: the final text, what was struck, what was added, spelling that was not kept, notes. */
export const fields = ["text", "struck", "added", "written", "notes", "names", "title"] as const
export type Field = (typeof fields)[number]
/** Those that have their words in passages. */
export const passageFields = ["text", "added", "struck", "written", "notes"] as const
export type PassageField = (typeof passageFields)[number]

/** Characters of one stretch of a passage. */
export interface Piece {
  readonly stretch: number
  readonly from: number
  readonly to: number
}

/** A word in one state of a passage; `counts` where it belongs to the field that was asked for. */
export interface PlacedWord {
  readonly terms: readonly string[]
  readonly pieces: readonly Piece[]
  readonly counts: boolean
}

/**
 * The words of a passage for a field, in sequences within which phrases are sought.
 *
 * A word that was partly struck is found as it was first written, and the struck letters by themselves:
 * of “gr[e]{a}y” the text has “gray”, struck are “grey” and “e”, added are “gray” and “a”.
 */
export function sequencesOf(passage: Passage, field: PassageField): readonly (readonly PlacedWord[])[] {
  const { stretches, isNote } = passage
  if (isNote !== (field === "notes")) return []
  switch (field) {
    case "text":
    case "notes":
      return [wordsWhere(stretches, isFinal, everything)]
    case "struck":
      return withParts(stretches, wasThere, struck)
    case "added":
      return withParts(stretches, isFinal, added)
    case "written": {
      if (!stretches.some(({ ways }) => ways & asWritten)) return []
      return [wordsWhere(stretches, stands, asWritten)]
    }
  }
}

const everything = 0
const isFinal = (ways: number) => (ways & (struck | asWritten)) === 0
const stands = (ways: number) => (ways & (struck | asRead)) === 0
/** Before the writer's changes; what was added only to be struck was there in its time. */
const wasThere = (ways: number) => (ways & asRead) === 0 && ((ways & struck) !== 0 || (ways & added) === 0)

/** The words of a state in which the way has a part, and the stretches written in that way by themselves. */
function withParts(
  stretches: readonly Stretch[],
  keeps: (ways: number) => boolean,
  way: number,
): readonly (readonly PlacedWord[])[] {
  if (!stretches.some(({ ways }) => ways & way)) return []
  const words = wordsWhere(stretches, keeps, way)
  const known = new Set(words.filter(({ counts }) => counts).map(keyOf))
  const parts: PlacedWord[][] = []
  for (let index = 0; index < stretches.length; index++) {
    if (!((stretches[index]?.ways ?? 0) & way)) continue
    let end = index
    while ((stretches[end]?.ways ?? 0) & way) end++
    const own = wordsWhere(stretches, (_, at) => at >= index && at < end, way)
    if (own.some((each) => !known.has(keyOf(each)))) parts.push([...own])
    index = end
  }
  return [words, ...parts]
}

const keyOf = ({ pieces }: PlacedWord) =>
  pieces.map(({ stretch, from, to }) => `${stretch} ${from} ${to}`).join()

/** The words of those stretches that are kept, joined; words with a part written in this way count. */
function wordsWhere(
  stretches: readonly Stretch[],
  keeps: (ways: number, index: number) => boolean,
  way: number,
): readonly PlacedWord[] {
  let text = ""
  let lacksBlank = false
  const kept: { readonly at: number; readonly stretch: number; readonly ways: number }[] = []
  stretches.forEach((each, index) => {
    if (keeps(each.ways, index)) {
      if (lacksBlank && !/^['\u2019]/.test(each.text)) text += " "
      lacksBlank = false
      kept.push({ at: text.length, stretch: index, ways: each.ways })
      text += each.text
      // What goes may take the only blank with it, and no two words are to be glued together.
    } else if (/^\s|\s$/.test(each.text)) lacksBlank = true
  })
  let first = 0
  return wordsIn(text).map((word) => {
    while ((kept[first + 1]?.at ?? Number.POSITIVE_INFINITY) <= word.from) first++
    return placed(word, kept, first, stretches, way)
  })
}

function placed(
  { terms, from, to }: Word,
  kept: readonly { readonly at: number; readonly stretch: number; readonly ways: number }[],
  first: number,
  stretches: readonly Stretch[],
  way: number,
): PlacedWord {
  const pieces: Piece[] = []
  let ways = 0
  for (let index = first; index < kept.length; index++) {
    const each = kept[index]
    if (!each || each.at >= to) break
    const end = Math.min(to - each.at, stretches[each.stretch]?.text.length ?? 0)
    const begin = Math.max(0, from - each.at)
    if (begin >= end) continue
    pieces.push({ stretch: each.stretch, from: begin, to: end })
    ways |= each.ways
  }
  return { terms, pieces, counts: way === everything || (ways & way) !== 0 }
}

/** The terms under which a passage is found in a field, each as often as it stands there. */
export function termsOf(passage: Passage, field: PassageField): readonly string[] {
  return sequencesOf(passage, field).flatMap((words) =>
    words.flatMap(({ terms, counts }) => (counts ? terms : [])),
  )
}
