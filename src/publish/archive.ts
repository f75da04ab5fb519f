import type { EditionParameters } from "../model/page.js"
import { writeZip } from "../zip/write-zip.js"
import type { PublishInput, SiteFile } from "./site.js"

/** Where the file with the whole edition stands, under whatever title and version: an address stays. */
export const archivePath = "downloads/edition.zip"

/**
 * The whole edition in one file, to be kept apart from any site: every document's TEI and plain texts, the schema,
 * the licence, and a README of what is in it.
 * The same files give the same bytes.
 */
export function archiveOf(input: PublishInput, files: readonly SiteFile[]): SiteFile {
  const { edition } = input
  const kept = files.filter(({ path }) => /^(?:tei|schema)\/|\.txt$/.test(path)).map(placed)
  const words = (key: string) => edition.words[key] ?? key
  const all: readonly SiteFile[] = [
    ...kept,
    { path: "README.txt", content: readme(input, words) },
    { path: "LICENCE.txt", content: licence(edition) },
  ]
  const folder = stemOf(edition)
  const content = writeZip(
    all.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
    edition.date,
  )
  return { path: archivePath, content }
}

/** Beside the TEI in tei/ stand the texts in text/. */
const placed = ({ path, content }: SiteFile): SiteFile => ({
  path: path.endsWith(".txt") ? `text/${path.replace(/^.*\//, "")}` : path,
  content,
})

/** The folder in it: the edition's title and version in letters that every system takes for a file's name. */
function stemOf({ title, version }: EditionParameters): string {
  const plain = (words: string) =>
    words
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/ß/g, "ss")
      .replace(/[^A-Za-z0-9.]+/g, "-")
      .replace(/^[-.]+|[-.]+$/g, "")
  return [plain(title).toLowerCase().replace(/\./g, "").slice(0, 80) || "edition", plain(version)]
    .filter((part) => part !== "")
    .join("-")
}

function readme({ edition }: PublishInput, words: (key: string) => string): string {
  const { title, editors, version, date, baseUrl } = edition
  const lines = [
    title,
    editors.join(", "),
    [version, date].filter((part) => part !== undefined && part !== "").join(", "),
    baseUrl ?? "",
    "",
    edition.statement ?? "",
    "",
    `tei/     ${words("archive-tei")}`,
    `text/    ${words("archive-text")}`,
    `schema/  ${words("archive-schema")}`,
    `LICENCE.txt  ${words("archive-licence")}`,
  ]
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`
}

const licence = ({ licence, licenceUrl }: EditionParameters) =>
  `${[licence, licenceUrl ?? ""].filter((line) => line !== "").join("\n")}\n`
