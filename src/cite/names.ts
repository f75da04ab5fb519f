import type { PublishedName } from "../model/ledger.js"

/** By what a named id is known: documents may share ids. */
export const nameKey = ({ document, id }: { readonly document: string; readonly id: string }): string =>
  `${document} ${id}`

export type NamesByKey = ReadonlyMap<string, PublishedName>

export const namesByKey = (named: readonly PublishedName[]): NamesByKey =>
  new Map(named.map((each) => [nameKey(each), each]))

/** What it says now, or said at last. */
export const wordsNow = ({ text, now }: PublishedName): string => now?.text ?? text

/** What has the words of a name that has gone, through all that went after it; nothing if no name has them. */
export function standingName(gone: PublishedName, byKey: NamesByKey): PublishedName | undefined {
  const seen = new Set<PublishedName>()
  let name: PublishedName | undefined = gone
  while (name?.gone && !seen.has(name)) {
    seen.add(name)
    name = name.gone.to && byKey.get(nameKey(name.gone.to))
  }
  return name?.gone ? undefined : name
}
