/**
 * The index of an edition in files small enough to be loaded one by one: MiniSearch's own data, its terms
 * in order and parted, what stands of each term written short.
 */

/** A term, and for each field where it stands, by the field's number: documents, written short. */
export type ShortTerm = readonly [term: string, ...postings: (number | string)[]]

/** MiniSearch's form: the term, and by field and document how often it stands there. */
export type FullTerm = [string, Record<string, Record<string, number>>]

/** How often a term stands in documents, as the steps from one document to the next: “4 1.3” is once in 4, three times in 5. */
export function shorten(frequencies: Readonly<Record<string, number>>): string {
  let last = 0
  const documents = Object.keys(frequencies).map(Number)
  documents.sort((one, other) => one - other)
  return documents
    .map((document) => {
      const step = (document - last).toString(36)
      last = document
      const often = frequencies[document] ?? 1
      return often === 1 ? step : `${step}.${often.toString(36)}`
    })
    .join(" ")
}

export function lengthen(short: string): Record<string, number> {
  const frequencies: Record<string, number> = {}
  let document = 0
  for (const each of short.split(" ")) {
    const point = each.indexOf(".")
    document += Number.parseInt(point < 0 ? each : each.slice(0, point), 36)
    frequencies[document] = point < 0 ? 1 : Number.parseInt(each.slice(point + 1), 36)
  }
  return frequencies
}

export function shortTerm([term, byField]: FullTerm): ShortTerm {
  return [
    term,
    ...Object.entries(byField).flatMap(([field, frequencies]) => [Number(field), shorten(frequencies)]),
  ]
}

export function fullTerm([term, ...postings]: ShortTerm): FullTerm {
  const byField: Record<string, Record<string, number>> = {}
  for (let index = 0; index < postings.length; index += 2)
    byField[String(postings[index])] = lengthen(String(postings[index + 1]))
  return [term, byField]
}

/** Terms in order, parted where a part would get longer than `limit` characters of JSON. */
export function partTerms(terms: readonly ShortTerm[], limit: number): readonly (readonly ShortTerm[])[] {
  const ordered = [...terms].sort(([one], [other]) => (one < other ? -1 : 1))
  const parts: ShortTerm[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const term of ordered) {
    const length = JSON.stringify(term).length + 1
    if (size + length > limit) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push(term)
    size += length
  }
  return parts
}

/** The numbers of the shards that may have a term, or all terms that begin so; `firsts` are their first terms. */
export function shardsOf(term: string, isOpen: boolean, firsts: readonly string[]): readonly number[] {
  const found: number[] = []
  firsts.forEach((first, index) => {
    const next = firsts[index + 1]
    const isPast = isOpen ? first > term && !first.startsWith(term) : first > term
    if (!isPast && (next === undefined || next > term)) found.push(index)
  })
  return found
}
