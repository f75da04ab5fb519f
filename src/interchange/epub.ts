import { createHash } from "node:crypto"
import type { EditionRecord } from "../model/bibliographic-record.js"
import { serialise } from "../xml/serialise.js"
import { element, indented, text } from "../xml/tree.js"
import { writeZip } from "../zip/write-zip.js"
import type { InterchangeFile } from "./file.js"

/** A document of an e-book, as XHTML; its file is a name without folder and ending. */
export interface Chapter {
  readonly file: string
  readonly content: string
}

/** What an e-book consists of: its title page with the contents, its chapters, its style, and where it stands on the site. */
export interface Book {
  readonly path: string
  readonly contents: string
  readonly style: string
  readonly chapters: readonly Chapter[]
}

/**
 * The edition as an e-book, EPUB 3.3. A book says when it was changed last, which is the day of the edition; without one
 * there is no book. The same input gives the same bytes.
 */
export function epubOf(book: Book, edition: EditionRecord): InterchangeFile | undefined {
  const { date } = edition
  if (date === undefined || book.chapters.length === 0) return undefined
  const files: readonly (readonly [path: string, content: string])[] = [
    ["META-INF/container.xml", container],
    ["EPUB/package.opf", packageOf(book, edition, date)],
    ["EPUB/contents.xhtml", xhtml(book.contents)],
    ["EPUB/book.css", book.style],
    ...book.chapters.map(({ file, content }) => [`EPUB/${file}.xhtml`, xhtml(content)] as const),
  ]
  const type = { path: "mimetype", content: "application/epub+zip" }
  const content = writeZip(
    files.map(([path, content]) => ({ path, content })),
    date,
    type,
  )
  return { path: book.path, content }
}

const xhtml = (page: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${page}\n`

const container = serialise(
  indented(
    element("container", { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" }, [
      element("rootfiles", {}, [
        element("rootfile", {
          "full-path": "EPUB/package.opf",
          "media-type": "application/oebps-package+xml",
        }),
      ]),
    ]),
  ),
).text

function packageOf({ chapters }: Book, edition: EditionRecord, date: string): string {
  const said = (name: string, words: string | undefined, attributes = {}) =>
    words === undefined || words === "" ? undefined : element(name, attributes, [text(words)])
  const meta = (property: string, words: string, more = {}) => said("meta", words, { property, ...more })
  const items = chapters.map(({ file }, index) => ({ id: `chapter-${index + 1}`, href: `${file}.xhtml` }))
  return serialise(
    indented(
      element(
        "package",
        {
          xmlns: "http://www.idpf.org/2007/opf",
          version: "3.0",
          "unique-identifier": "book",
          "xml:lang": edition.language,
        },
        [
          element("metadata", { "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, [
            said("dc:identifier", identifierOf(edition), { id: "book" }),
            said("dc:title", edition.title),
            said("dc:language", edition.language),
            ...edition.editors.flatMap(({ name }, index) => [
              said("dc:creator", name, { id: `editor-${index + 1}` }),
              meta("role", "edt", { refines: `#editor-${index + 1}`, scheme: "marc:relators" }),
            ]),
            said("dc:publisher", edition.publisher),
            said("dc:date", date),
            said("dc:description", edition.statement),
            said("dc:rights", [edition.licence.name, edition.licence.url].filter(Boolean).join(" ")),
            said("dc:source", edition.url),
            meta("dcterms:modified", `${date}T00:00:00Z`),
            meta("schema:accessMode", "textual"),
            meta("schema:accessModeSufficient", "textual"),
            meta("schema:accessibilityFeature", "structuralNavigation"),
            meta("schema:accessibilityFeature", "tableOfContents"),
            meta("schema:accessibilityHazard", "none"),
          ]),
          element("manifest", {}, [
            element("item", {
              ...{ id: "contents", href: "contents.xhtml", properties: "nav" },
              "media-type": "application/xhtml+xml",
            }),
            element("item", { id: "style", href: "book.css", "media-type": "text/css" }),
            ...items.map((each) => element("item", { ...each, "media-type": "application/xhtml+xml" })),
          ]),
          element("spine", {}, [
            element("itemref", { idref: "contents" }),
            ...items.map(({ id }) => element("itemref", { idref: id })),
          ]),
        ],
      ),
    ),
  ).text
}

/** The edition's DOI or address; else a UUID (RFC 9562, version 8) of its title and publisher. */
function identifierOf({ doi, url, title, publisher }: EditionRecord): string {
  if (doi !== undefined) return `https://doi.org/${doi}`
  if (url !== undefined) return url
  const digest = createHash("sha256")
    .update(JSON.stringify([title, publisher]))
    .digest("hex")
  return `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
