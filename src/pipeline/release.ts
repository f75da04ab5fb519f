import type { EditionSettings } from "../model/edition.js"
import type { Words } from "../model/page.js"
import { changeLog } from "../release/change-log.js"
import { changesBetween, type ReleasedDocument } from "../release/changes.js"
import { manifestName, manifestOf, sha256 } from "../release/manifest.js"
import { titleIn } from "../release/passages.js"
import { readTree } from "../xml/read-tree.js"

export { changesBetween, type ReleasedDocument } from "../release/changes.js"
export { manifestName, manifestProblems, readManifest, sha256 } from "../release/manifest.js"

/** A file of a release, by its path in the release's folder. */
export interface ReleasedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** What a release is made of. */
export interface ReleaseInput {
  readonly settings: EditionSettings
  /** The day of the release. */
  readonly date: string
  readonly documents: readonly ReleasedDocument[]
  /** The last release before it, and the TEI of its documents. */
  readonly previous?: { readonly version: string; readonly documents: readonly ReleasedDocument[] }
  /** Everything that is published: TEI, schema, site. */
  readonly files: readonly ReleasedFile[]
  /** By what it was made: programs and their versions. */
  readonly software: Readonly<Record<string, string>>
  readonly words: Words
}

/** The files of a release: what is published, the change log, what made it, and the manifest of all these. */
export function releaseFiles(input: ReleaseInput): readonly ReleasedFile[] {
  const { settings, date, documents, previous, files, software, words } = input
  const { title, version } = settings
  const changes = previous === undefined ? [] : changesBetween(previous.documents, documents)
  const titles = new Map(
    [...(previous?.documents ?? []), ...documents].map(({ name, tei }) => [name, titleOf(tei) || name]),
  )
  const release = { title, version, date, ...(previous === undefined ? {} : { previous: previous.version }) }
  const made = {
    ...release,
    documents: documents.map(({ name, tei }) => ({ name, sha256: sha256(tei) })),
    software,
  }
  const all = [
    ...files,
    { path: "changes.md", content: changeLog({ ...release, titles }, changes, words) },
    { path: "release.json", content: `${JSON.stringify(made, null, 2)}\n` },
  ]
  return [...all, { path: manifestName, content: manifestOf(all) }]
}

function titleOf(tei: string): string {
  const root = readTree(tei)
  return root === undefined ? "" : titleIn(root)
}
