import { pageViews, type ScriptsOfViews, type View } from "../model/page.js"

/** Comforts that every page has, and those of single views; names of files in assets/, in the order in which they run. */
const onEveryPage = ["choices.js", "keyboard.js"] as const
/** On the pages of a document: its citation is copied, and that of words that are marked. */
const citing = ["copy.js", "text-fragment.js", "cite-words.js"] as const
/** Beside another page, in one of two panes. */
const inPane = "in-pane.js"
const ofView: { readonly [view in View]?: readonly string[] } = {
  reading: [...citing, inPane],
  diplomatic: [...citing, inPane],
  parallel: [...citing, inPane],
  source: [...citing, inPane],
  panes: ["panes-list.js", "panes.js"],
  comparison: ["comparison.js"],
  facsimile: ["facsimile.js", ...citing, inPane],
  genetic: ["stages.js", ...citing, inPane],
  stages: ["stages.js", ...citing, inPane],
  search: [
    "minisearch.js",
    "search-words.js",
    "search-index.js",
    "search-facets.js",
    "search-results.js",
    "search.js",
  ],
}

/** The scripts of each view's page; `also` are those that every page of this site has besides, and that run last. */
export const scriptsOfViews = (also: readonly string[] = []): ScriptsOfViews =>
  Object.fromEntries(pageViews.map((view) => [view, [...onEveryPage, ...(ofView[view] ?? []), ...also]]))
