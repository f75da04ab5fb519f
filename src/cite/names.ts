import { compareReleases, type PublishedName } from "../model/ledger.js"

/** By what a named id is known: documents may share ids. */
export const nameKey = ({ document, id }: { readonly document: string; readonly id: string }): string =>
  `${document} ${id}`

export type NamesByKey = ReadonlyMap<string, PublishedName>

export const namesByKey = (named: readonly PublishedName[]): NamesByKey =>
  new Map(named.map((each) => [nameKey(each), each]))

/** What it says now, or said at last. */
export const wordsNow = ({ text, now }: PublishedName): string => now?.text ?? text

/** Where words stand that had a name. */
export interface NameOfWords {
  readonly document: string
  readonly id: string
  readonly words: string
}

/** What has the words of a name that lost them, through all that lost them after it; nothing if no name has them. */
export function standingName(lost: PublishedName, byKey: NamesByKey): NameOfWords | undefined {
  const seen = new Set([lost])
  let name = lost
  for (;;) {
    const loss = name.gone ?? name.taken
    const next = loss?.to && byKey.get(nameKey(loss.to))
    if (!loss || !next || seen.has(next)) return undefined
    const { document, id, gone, taken } = next
    if (!gone && !taken) return { document, id, words: wordsNow(next) }
    // What had come to stand for other words by then stands for these.
    if (!gone && taken && compareReleases(taken.release, loss.release) <= 0)
      return { document, id, words: wordsNow(name) }
    seen.add(next)
    name = next
  }
}
