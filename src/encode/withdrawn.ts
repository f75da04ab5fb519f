import { type EditionSettings, licenceOf } from "../model/edition.js"
import type { Neighbour, Words } from "../model/page.js"
import { serialise } from "../xml/serialise.js"
import { text } from "../xml/tree.js"
import { schemaAddress } from "./encode-document.js"
import { type TeiNode, tei, teiNamespace } from "./tei.js"

/**
 * A document that the edition has no more, and those that have most of its text now; without `release` a file of a
 * document that the edition still has.
 */
interface Withdrawn {
  readonly name: string
  readonly title: string
  readonly release: string
  readonly heirs: readonly Neighbour[]
}

/** The TEI that stands at the address of a document's TEI when the edition has it no more: a header, and a note on where it went. */
export function encodeWithdrawn(
  { name, title, release, heirs }: Withdrawn,
  settings: EditionSettings,
  words: Words,
): string {
  const { name: licence, url } = licenceOf(settings.licence)
  const said = (element: string, words: string) => tei(element, {}, [text(words)])
  /** A paragraph of the pages' own words, with its places filled. */
  const paragraph = (key: string, values: Readonly<Record<string, readonly TeiNode[]>>) =>
    tei(
      "p",
      {},
      (words[key] ?? key)
        .split(/(\{[a-z-]+\})/)
        .flatMap((part): readonly TeiNode[] => values[part.slice(1, -1)] ?? [text(part)]),
    )
  const documents = heirs.flatMap((heir, at): readonly TeiNode[] => {
    const link = tei("ref", { target: `${heir.name}.xml` }, [text(heir.title)])
    return at === 0 ? [link] : [text(", "), link]
  })
  const index = [text(words["withdrawn-index"] ?? "")]
  const why = [
    release === ""
      ? paragraph("withdrawn-page-text", { index })
      : paragraph("withdrawn-text", { version: [text(release)], index }),
    ...(heirs.length > 0 ? [paragraph("withdrawn-heirs", { documents })] : []),
  ]
  const root = tei("TEI", { xmlns: teiNamespace, "xml:id": name, "xml:lang": settings.interface }, [
    tei("teiHeader", {}, [
      tei("fileDesc", {}, [
        tei("titleStmt", {}, [said("title", title)]),
        tei("publicationStmt", {}, [
          said("publisher", settings.publisher),
          tei("availability", {}, [tei("licence", { target: url }, [text(licence)])]),
        ]),
        tei("sourceDesc", {}, why),
      ]),
    ]),
    tei("text", {}, [tei("body", {}, [tei("div", {}, why)])]),
  ])
  return serialise(root, schemaAddress).text
}
