import type { DocumentSummary, Named } from "../model/summary.js"

const isNameOnly = ({ id }: Named) => id.startsWith("name-")

/**
 * Summaries in which a correspondent or place that is only named, without a reference, is taken for the one of the
 * same name that other documents identify, if there is just one.
 */
export function identified(summaries: readonly DocumentSummary[]): readonly DocumentSummary[] {
  const known = new Map<string, Set<string>>()
  for (const { senders, recipients, places } of summaries)
    for (const each of [...senders, ...recipients, ...places]) {
      if (isNameOnly(each)) continue
      const ids = known.get(each.name)
      if (ids === undefined) known.set(each.name, new Set([each.id]))
      else ids.add(each.id)
    }
  if (known.size === 0) return summaries
  const identify = <One extends Named>(each: One): One => {
    const [id, ...others] = (isNameOnly(each) && known.get(each.name)) || []
    return id === undefined || others.length > 0 ? each : { ...each, id }
  }
  return summaries.map((summary) => ({
    ...summary,
    senders: summary.senders.map(identify),
    recipients: summary.recipients.map(identify),
    places: summary.places.map(identify),
  }))
}
