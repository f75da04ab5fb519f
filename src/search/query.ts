import { wordsIn } from "./fold.js"
import type { Field } from "./passage.js"

/** One demand of a query: a word, the beginning of a word, or words that follow one another. */
export interface Clause {
  /** Folded; several are a phrase. */
  readonly terms: readonly string[]
  /** Whether the last term is only the beginning of a word. */
  readonly isOpen: boolean
  /** Where it is sought; everywhere unless the query says. */
  readonly field?: Field
  /** Documents that have it are left out. */
  readonly isExcluded: boolean
}

const part = /(-?)(?:([\p{L}\p{M}]+):)?(?:"([^"]*)"?|“([^”]*)”?|„([^“”]*)[“”]?|«([^»]*)»?|(\S+))/gu

/**
 * What a reader typed: words that all must stand in a document; “blu*” for beginnings, quotation marks for
 * phrases, “struck:blue” for a field, “-blue” to leave out. `fieldOf` knows the words for fields, folded;
 * before a colon another word is a word.
 */
export function readQuery(typed: string, fieldOf: ReadonlyMap<string, Field>): readonly Clause[] {
  const clauses: Clause[] = []
  for (const [, minus, name, ...quoted] of typed.matchAll(part)) {
    const field = name === undefined ? undefined : fieldOf.get(wordsIn(name)[0]?.terms[0] ?? "")
    const said = quoted.find((each) => each !== undefined) ?? ""
    const text = name !== undefined && field === undefined ? `${name} ${said}` : said
    const terms = wordsIn(text).map((word) => word.terms[0] ?? "")
    if (terms.length === 0) continue
    const isOpen = /\*\s*$/.test(text)
    clauses.push({ terms, isOpen, isExcluded: minus === "-", ...(field === undefined ? {} : { field }) })
  }
  return clauses
}
