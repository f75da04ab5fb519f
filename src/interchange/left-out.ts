import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { BibliographicRecord, EditionRecord } from "../model/bibliographic-record.js"
import type { SourceSpan } from "../model/source-span.js"
import { isSentLetter, licenceOfIndex } from "./cmif.js"

/** Files that an edition of these documents could have, and what edition.yaml must say for them. */
interface Possible {
  readonly files: string
  readonly needs: readonly ("url" | "date" | "metadataLicence")[]
}

const lines = {
  url: "url: https://…",
  date: "date: 2026-11-24",
  metadataLicence: "metadataLicence: CC0 1.0",
} as const

/**
 * Tells in one line which files are not written because edition.yaml does not say what they need; `at` is where it
 * stands. A record for DataCite is missed by nobody who has no DOI.
 */
export function leftOut(
  records: readonly BibliographicRecord[],
  edition: EditionRecord,
  hasImages: boolean,
  at: SourceSpan,
): readonly Diagnostic[] {
  const hasChanges = records.some(({ changes }) => changes.some(({ when }) => when !== ""))
  const possible: readonly Possible[] = [
    { files: "dts/, sitemap.xml, NAME/linkset.json", needs: ["url"] },
    ...(hasImages ? [{ files: "NAME/manifest.json", needs: ["url"] } as const] : []),
    { files: "feed.xml", needs: hasChanges ? ["url"] : ["url", "date"] },
    ...(records.some(isSentLetter)
      ? [{ files: "cmif.xml", needs: ["url", "date", "metadataLicence"] } as const]
      : []),
    { files: "the e-book, ro-crate-metadata.json", needs: ["date"] },
    ...(edition.doi === undefined ? [] : [{ files: "datacite.xml", needs: ["date"] } as const]),
  ]
  const isSaid = {
    url: edition.url !== undefined,
    date: edition.date !== undefined,
    metadataLicence: licenceOfIndex(edition) !== undefined,
  }
  const byNeed = new Map<string, string[]>()
  for (const { files, needs } of possible) {
    const missing = needs.filter((each) => !isSaid[each]).map((each) => `“${lines[each]}”`)
    if (missing.length === 0) continue
    const need = missing.join(" and ")
    byNeed.set(need, [...(byNeed.get(need) ?? []), files])
  }
  if (byNeed.size === 0) return []
  const told = [...byNeed].map(([need, files]) => `${files.join(", ")} (${need})`)
  return [diagnose("files-left-out", { files: told.join("; ") }, at)]
}
