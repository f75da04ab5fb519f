import type { PublishedPassage } from "../model/ledger.js"

/** The passages that stand where a passage that has gone leads, from one that has gone to the next. */
export function standing(
  passage: PublishedPassage,
  byId: ReadonlyMap<string, PublishedPassage>,
): readonly PublishedPassage[] {
  const found: PublishedPassage[] = []
  const seen = new Set([passage.id])
  const waiting = [...(passage.gone?.to ?? [])].reverse()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const next = seen.has(id) ? undefined : byId.get(id)
    seen.add(id)
    if (!next) continue
    if (next.gone) waiting.push(...[...next.gone.to].reverse())
    else found.push(next)
  }
  return found
}
