import { editionHeader } from "./edition-header.js"
import { openPublishing } from "./publishing.js"
import type { PublishInput } from "./site.js"

/** What a preview shows where it has no page of the edition to show. */
export interface PreviewPages {
  /** As long as the edition has not been built. */
  readonly waiting: string
  /** Where the edition has no such page. */
  readonly missing: string
}

/** Renders the two pages that a preview has besides those of the edition. */
export function previewPages(input: PublishInput): PreviewPages {
  const publishing = openPublishing(input)
  const frame = editionHeader(input.edition)
  const nothing = { documentNames: [], editionPages: [] }
  return {
    waiting: publishing.page("waiting", frame, nothing),
    missing: publishing.page("missing", frame, nothing),
  }
}
