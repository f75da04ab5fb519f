import { archivistPage } from "../deposit/archivist-page.js"
import { type BagFile, type BagInfo, bagOf } from "../deposit/bag.js"
import type { EditionSettings } from "../model/edition.js"
import { writeZip } from "../zip/write-zip.js"

export { readBag } from "../deposit/bag.js"
export { readZip } from "../zip/read-zip.js"

/** A release that is handed over. */
export interface DepositInput {
  readonly settings: EditionSettings
  readonly version: string
  /** The files of the release's folder. */
  readonly files: readonly BagFile[]
  /** stet's own version. */
  readonly software: string
}

/** A release as one bag in a ZIP, with a page for the archivist. The same release gives the same bytes. */
export function depositOf({ settings, version, files, software }: DepositInput): {
  readonly name: string
  readonly content: Uint8Array
} {
  const name = `${plainName(settings.title)}-${version}`
  const page = { path: "README.md", content: archivistPage(settings, version, files) }
  const said = (label: string, value: string | undefined) =>
    value === undefined ? [] : [[label, value] as const]
  const info: BagInfo = [
    ["Source-Organization", settings.publisher],
    ["External-Description", `${settings.title}, ${version}`],
    ...said("Bagging-Date", settings.date),
    ...said("External-Identifier", settings.url),
    ["Bag-Group-Identifier", plainName(settings.title)],
    ["Bag-Software-Agent", `stet ${software}`],
  ]
  const bag = bagOf([page, ...files], info).map(({ path, content }) => ({ path: `${name}/${path}`, content }))
  return { name: `${name}.zip`, content: writeZip(bag, settings.date) }
}

const plainName = (title: string) =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase()
    .slice(0, 80) || "edition"
