import { editionHeader } from "./edition-header.js"
import type { PagePlan } from "./page-plan.js"
import type { Publishing } from "./publishing.js"
import type { SiteFile } from "./site.js"

/** The pages of the whole edition, as planned; one that could not be rendered is reported and left out. */
export function editionFiles(publishing: Publishing, plan: PagePlan): readonly SiteFile[] {
  const header = editionHeader(publishing.input.edition)
  return plan.pages.flatMap(({ view, path, listing }) => {
    const content = publishing.page(view, header, {
      editionPages: plan.views,
      documentNames: [],
      listing: listing(),
    })
    return content === "" ? [] : [{ path, content }]
  })
}
