import { pageViews, type ScriptsOfViews, type View } from "../model/page.js"

/** Comforts that every page has, and those of single views; names of files in assets/, in the order in which they run. */
const onEveryPage = ["choices.js", "keyboard.js"] as const
/** Beside another page, in one of two panes. */
const inPane = "in-pane.js"
const ofView: { readonly [view in View]?: readonly string[] } = {
  reading: [inPane],
  diplomatic: [inPane],
  parallel: [inPane],
  source: [inPane],
  panes: ["panes-list.js", "panes.js"],
  comparison: ["comparison.js"],
  facsimile: ["facsimile.js", inPane],
  genetic: ["stages.js", inPane],
  stages: ["stages.js", inPane],
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
