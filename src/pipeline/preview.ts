import type { Outcome } from "../diagnostics/diagnostic.js"
import type { EditionSettings } from "../model/edition.js"
import type { Words } from "../model/page.js"
import type { PreviewPages } from "../publish/preview-pages.js"
import type { SiteFile } from "../publish/site.js"
import type { CheckedEdition } from "./check.js"
import { openRenderer, publishedEdition, renderEdition } from "./render.js"
import type { OnStage, Resources } from "./resources.js"

/** Renders an edition again and again, and of each edition only what the one before did not have. */
export interface Preview {
  /** The same site as a fresh preview would give, whatever was rendered before. */
  readonly render: (
    checked: CheckedEdition,
    onStage: OnStage,
    beforeDocument: () => Promise<void>,
  ) => Promise<Outcome<readonly SiteFile[]>>
  /** What is shown where there is no page to show; `settings` as far as they are known. */
  readonly notices: (settings: EditionSettings | undefined) => Promise<Notices>
}

/** The pages in the place of others, and the files that they need. */
export interface Notices extends PreviewPages {
  readonly assets: readonly SiteFile[]
}

/** The scripts by which a page of a preview hears of changes and keeps its reader's place; src/browser/scripts/. */
const onEveryPage = ["keep-place.js", "preview.js"]

/** Opens what renders; `resources` hold the styles and scripts of a preview besides those of a site. */
export async function openPreview(resources: Resources): Promise<Preview> {
  const { remembering } = await import("../render/remembering.js")
  const { previewPages } = await import("../publish/preview-pages.js")
  const { renderer, forgetUnused } = remembering(await openRenderer(resources))
  return {
    render: async (checked, onStage, beforeDocument) => {
      const site = await renderEdition(checked, resources, onStage, { renderer, onEveryPage, beforeDocument })
      forgetUnused()
      return site
    },
    notices: async (settings) => {
      const edition = settings
        ? await publishedEdition(settings, resources)
        : { ...unknownEdition, words: JSON.parse(await resources.words("en")) as Words }
      const [styles, scripts] = await Promise.all([resources.styles(), resources.scripts()])
      const pages = previewPages({ edition, documents: [], styles, scripts, renderer, onEveryPage })
      const assets = [...styles, ...scripts].map(({ name, content }) => ({ path: `assets/${name}`, content }))
      return { ...pages, assets }
    },
  }
}

/** What can be said of an edition whose edition.yaml cannot be read. */
const unknownEdition = { title: "stet", editors: [], version: "", licence: "", interface: "en" } as const
