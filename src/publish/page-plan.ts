import type { DocumentGroup, Listing } from "../model/listing.js"
import { type EditionView, editionViews } from "../model/page.js"
import type { DocumentSummary } from "../model/summary.js"
import { statementSlots, type TextualStatement } from "../model/textual-statement.js"
import { byCorrespondent, byKind, byPlace, byYear, type Group, rowOf } from "./groups.js"
import { fileNames, inParts, type PlannedPage } from "./planned-page.js"
import { type RegisterPages, registerPages } from "./register-pages.js"
import { fateOf, principalOf, timelineOf } from "./timeline.js"

/** So many lines are good to look through on one page; with more, each group gets a page of its own. */
const mostLines = 200

export interface PagePlan {
  /** The pages that the navigation leads to, in its order. */
  readonly views: readonly EditionView[]
  readonly pages: readonly PlannedPage[]
  readonly placeOf: RegisterPages["placeOf"]
}

/**
 * What pages of the whole edition there will be: the table of its documents, the same by date, correspondent,
 * place and kind, the names, and the search. One that would have nothing to tell is left out; one that would be too long is
 * a list of pages. `others` are pages that are made of something else, and that the navigation leads to as well.
 */
export function planPages(
  summaries: readonly DocumentSummary[],
  others: readonly EditionView[] = [],
  statement?: TextualStatement,
): PagePlan {
  const total = summaries.length
  const plain = { root: "", total, groups: [], single: false, parts: [] } as const
  const principal = principalOf(summaries)
  const fate = (summary: DocumentSummary) => fateOf(summary, principal)
  const years = grouping("dates", byYear(summaries, fate), total)
  const isDated = summaries.some(({ earliest, latest }) => earliest !== "" || latest !== "")
  const kinds = byKind(summaries)
  const registers = registerPages(summaries)
  const pages: readonly PlannedPage[] = [
    {
      view: "index",
      path: "index.html",
      listing: () =>
        total > mostLines
          ? { ...plain, groups: years.groups }
          : { ...plain, groups: [{ ...everything, count: total, documents: summaries.map(rowOf) }] },
    },
    // The table of a long edition leads to its years.
    ...(isDated || total > mostLines
      ? withMain(years, () => timelineOf(summaries, principal, (year) => years.hrefOf(`y${year}`)))
      : []),
    ...withMain(grouping("correspondents", byCorrespondent(summaries), total)),
    ...withMain(grouping("places", byPlace(summaries), total)),
    ...(kinds.length > 1 ? withMain(grouping("kinds", kinds, total)) : []),
    ...registers.pages,
    ...statementPages(summaries, statement),
    { view: "search", path: "search.html", listing: () => plain },
  ]
  const made = new Set([...pages.map(({ view }) => view), ...others])
  return { views: editionViews.filter((view) => made.has(view)), pages, placeOf: registers.placeOf }
}

/** Each question with its answer; and who made the text of each document, where they are not too many for a page. */
function statementPages(
  summaries: readonly DocumentSummary[],
  statement: TextualStatement | undefined,
): readonly PlannedPage[] {
  if (statement === undefined) return []
  const answers = statementSlots.map((slot) => ({ slot, answer: statement[slot] ?? "" }))
  const making = summaries.map(({ name, title, language, kept, transcribed, proofRead }) => {
    return { name, title, language, kept, transcribed, proofRead }
  })
  const listing = () => ({
    ...{ root: "", total: summaries.length, groups: [], single: false, parts: [] },
    statement: answers,
    making: making.length > mostLines ? [] : making,
  })
  return [{ view: "statement", path: "statement.html", listing }]
}

const everything = { id: "all", label: "", counts: {}, href: "" } as const

interface Grouping {
  readonly view: EditionView
  readonly total: number
  /** The groups as the main page shows them. */
  readonly groups: readonly DocumentGroup[]
  readonly own: readonly PlannedPage[]
  /** The list of a group, from the site's root. */
  readonly hrefOf: (key: string) => string
}

/** The page of a grouping, and those of its groups. */
function withMain(grouping: Grouping, timeline?: () => Listing["timeline"]): readonly PlannedPage[] {
  const { view, total, groups, own } = grouping
  if (groups.length === 0) return []
  const main: PlannedPage = {
    view,
    path: `${view}.html`,
    listing: () => {
      const bars = timeline?.()
      const listing = { root: "", total, groups, single: false, parts: [] }
      return bars === undefined ? listing : { ...listing, timeline: bars }
    },
  }
  return [main, ...own]
}

/** Groups on one page, or each on pages of its own. */
function grouping(view: EditionView, groups: readonly Group[], total: number): Grouping {
  const lines = groups.reduce((sum, { members }) => sum + members.length, 0)
  if (lines <= mostLines)
    return {
      view,
      total,
      groups: groups.map((group) => ({ ...headOf(group), href: "", documents: group.members.map(rowOf) })),
      own: [],
      hrefOf: (key) => `${view}.html#${key}`,
    }
  const nameOf = fileNames(groups.map(({ key }) => key))
  const hrefOf = (key: string) => `${view}/${nameOf(key)}.html`
  return {
    view,
    total,
    groups: groups.map((group) => ({ ...headOf(group), href: hrefOf(group.key), documents: [] })),
    own: groups.flatMap((group) =>
      inParts(hrefOf(group.key), group.members, (members) => ({
        groups: [{ ...headOf(group), href: "", documents: members.map(rowOf) }],
      })).map(({ path, listing }) => ({ view, path, listing: () => ({ total, ...listing() }) })),
    ),
    hrefOf,
  }
}

const headOf = ({ key, label, members, counts }: Group) => ({
  id: key,
  label,
  counts,
  count: members.length,
})
