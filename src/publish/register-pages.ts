import type { Mention, RegisterEntry } from "../model/listing.js"
import type { EntryPlace } from "../model/page.js"
import type { DocumentSummary, SummaryEntry } from "../model/summary.js"
import { alphabetical, rowOf } from "./groups.js"
import { fileNames, inParts, type PlannedPage } from "./planned-page.js"

/** So many entries and mentions are good to look through on one page. */
const mostLines = 600

export interface RegisterPages {
  readonly pages: readonly PlannedPage[]
  /** Where an entry stands. */
  readonly placeOf: (id: string) => EntryPlace | undefined
}

interface Gathered {
  readonly first: SummaryEntry
  readonly label: string
  readonly mentions: { readonly summary: DocumentSummary; readonly entry: SummaryEntry }[]
}

/**
 * The names of an edition: every entry once, as the first document has it, list by list and in alphabetical
 * order, with every document that names it. In a long edition each entry has a page of its own.
 */
export function registerPages(summaries: readonly DocumentSummary[]): RegisterPages {
  const gathered = new Map<string, Gathered>()
  const lists = new Map<string, Gathered[]>()
  let lines = 0
  for (const summary of summaries)
    for (const entry of summary.entries) {
      let known = gathered.get(entry.id)
      if (known === undefined) {
        known = { first: entry, label: entry.name, mentions: [] }
        gathered.set(entry.id, known)
        const list = lists.get(entry.list)
        if (list === undefined) lists.set(entry.list, [known])
        else list.push(known)
        lines++
      }
      if (entry.roles.length + entry.passages.length === 0) continue
      known.mentions.push({ summary, entry })
      lines++
    }
  if (gathered.size === 0) return { pages: [], placeOf: () => undefined }
  const ordered = [...lists.values()].flatMap(alphabetical)
  const total = summaries.length
  const isLong = lines > mostLines
  const nameOf = fileNames(ordered.map(({ first }) => first.id))
  const hrefOf = (id: string) => `names/${nameOf(id)}.html`
  const all: PlannedPage = {
    view: "names",
    path: "names.html",
    listing: () => ({
      root: "",
      total,
      groups: [],
      single: false,
      parts: [],
      entries: ordered.map((each) =>
        isLong ? shown(each, [], hrefOf(each.first.id)) : shown(each, each.mentions.map(mentionOf), ""),
      ),
    }),
  }
  const own = ordered.flatMap((each) =>
    inParts(hrefOf(each.first.id), each.mentions, (mentions) => ({
      entries: [shown(each, mentions.map(mentionOf), "")],
    })).map(({ path, listing }) => ({
      view: "names" as const,
      path,
      listing: () => ({ total, groups: [], ...listing() }),
    })),
  )
  return {
    pages: isLong ? [all, ...own] : [all],
    placeOf: (id) => {
      const known = gathered.get(id)
      return known && { page: isLong ? hrefOf(id) : "names.html", count: known.mentions.length }
    },
  }
}

const shown = (
  { first: { id, list, name, tei }, mentions }: Gathered,
  some: readonly Mention[],
  href: string,
): RegisterEntry => ({ id, list, name, tei, count: mentions.length, mentions: some, href })

const mentionOf = ({ summary, entry }: Gathered["mentions"][number]): Mention => ({
  document: rowOf(summary),
  roles: entry.roles,
  passages: entry.passages,
})
