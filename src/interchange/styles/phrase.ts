import type { CitationRun } from "../../model/citation.js"

/** A part of a citation before its punctuation; empty where there is nothing to say. */
export type Phrase = readonly CitationRun[]

export const plain = (words: string): Phrase => (words === "" ? [] : [{ kind: "plain", words }])
export const workTitle = (words: string): Phrase => (words === "" ? [] : [{ kind: "title", words }])
export const webAddress = (words: string): Phrase => (words === "" ? [] : [{ kind: "address", words }])
export const isEmpty = (phrase: Phrase): boolean => phrase.length === 0

/**
 * The phrase with a comma or a full stop at its end: within closing quotation marks, and none where a question mark, an
 * exclamation mark or another full stop does its work.
 */
export function marked(phrase: Phrase, mark: "," | "."): Phrase {
  const last = phrase.at(-1)
  if (last === undefined) return phrase
  const [, words = "", closing = ""] = /^([\s\S]*?)([’”]*)$/.exec(last.words) ?? []
  const isQuoted = closing.includes("”")
  const needless = mark === "." ? /[.?!]$/ : isQuoted ? /[?!]$/ : /,$/
  if (last.kind !== "address" && needless.test(words)) return phrase
  if (isQuoted) return [...phrase.slice(0, -1), { ...last, words: `${words}${mark}${closing}` }]
  return merged([...phrase, { kind: "plain", words: mark }])
}

/** The phrases that say something, one after the other, with blanks between them. */
export const spaced = (...phrases: readonly Phrase[]): Phrase =>
  merged(
    phrases.filter((each) => !isEmpty(each)).flatMap((each, at) => [...(at > 0 ? plain(" ") : []), ...each]),
  )

export const withCommas = (...phrases: readonly Phrase[]): Phrase => {
  const said = phrases.filter((each) => !isEmpty(each))
  return spaced(...said.map((each, at) => (at < said.length - 1 ? marked(each, ",") : each)))
}

export const asSentences = (...phrases: readonly Phrase[]): Phrase =>
  spaced(...phrases.map((each) => marked(each, ".")))

/** Runs of one kind that stand side by side are one. */
export function merged(runs: Phrase): Phrase {
  const made: CitationRun[] = []
  for (const run of runs) {
    const last = made.at(-1)
    if (last?.kind === "plain" && run.kind === "plain")
      made[made.length - 1] = { kind: "plain", words: last.words + run.words }
    else made.push(run)
  }
  return made
}
