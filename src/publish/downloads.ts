import { textViews } from "../model/page.js"
import type { Publishing } from "./publishing.js"
import type { SiteDocument, SiteFile } from "./site.js"

/** A document's views as plain text, UTF-8: NAME/NAME.reading.txt, NAME/NAME.diplomatic.txt. */
export function textsOf(publishing: Publishing, document: SiteDocument): readonly SiteFile[] {
  return textViews.map((view) => ({
    path: `${document.name}/${document.name}.${view}.txt`,
    content: publishing.page(`${view}-text`, document.tei, { document: { name: document.name } }),
  }))
}
