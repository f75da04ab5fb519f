import { createHash } from "node:crypto"
import { addressIn, type BibliographicRecord, type EditionRecord } from "../model/bibliographic-record.js"
import { serialise } from "../xml/serialise.js"
import { element, indented, text } from "../xml/tree.js"

/** Where the feed of changes stands. */
export const feedPath = "feed.xml"
/** A feed tells what is new; the TEI files have all changes. */
const mostEntries = 200

interface Entry {
  readonly id: string
  readonly title: string
  /** ISO 8601, a day. */
  readonly day: string
  readonly address: string
  readonly words: string
  readonly language: string
}

/**
 * What has changed, as an Atom feed (RFC 4287): the edition's version, and each dated change that a document's
 * revisionDesc tells, the latest first. None where the edition does not know where it will stand, or nothing has a day.
 */
export function feedOf(records: readonly BibliographicRecord[], edition: EditionRecord): string | undefined {
  const home = addressIn(edition, "index.html")
  const self = addressIn(edition, feedPath)
  const entries = [...versionEntry(edition, home), ...records.flatMap(changeEntries)]
    .sort((one, other) => compare(other.day, one.day) || compare(one.id, other.id))
    .slice(0, mostEntries)
  const [latest] = entries
  if (home === undefined || self === undefined || latest === undefined) return undefined
  const said = (name: string, words: string, attributes = {}) => element(name, attributes, [text(words)])
  return serialise(
    indented(
      element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": edition.language }, [
        said("title", edition.title),
        said("id", self),
        element("link", { rel: "self", type: "application/atom+xml", href: self }),
        element("link", { rel: "alternate", type: "text/html", href: home }),
        said("updated", timeOf(latest.day)),
        ...edition.editors.map(({ name }) => element("author", {}, [said("name", name)])),
        said("rights", edition.licence.name),
        ...entries.map(({ id, title, day, address, words, language }) =>
          element("entry", { "xml:lang": language }, [
            said("title", title),
            said("id", id),
            element("link", { rel: "alternate", type: "text/html", href: address }),
            said("updated", timeOf(day)),
            // An entry without content has its link and may do without a summary.
            words === "" ? undefined : said("summary", words),
          ]),
        ),
      ]),
    ),
  ).text
}

function versionEntry(edition: EditionRecord, home: string | undefined): readonly Entry[] {
  const { title, version, date, statement = "", language } = edition
  if (home === undefined || date === undefined) return []
  return [
    {
      id: `${home}#${version}`,
      title: `${title} ${version}`,
      day: date,
      address: home,
      words: statement,
      language,
    },
  ]
}

function changeEntries({ address, title, changes, language }: BibliographicRecord): readonly Entry[] {
  if (address === undefined) return []
  return changes.flatMap(({ when, words }) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(when)) return []
    // A change keeps its id when another is put before it.
    const digest = createHash("sha256").update(`${when} ${words}`).digest("hex").slice(0, 12)
    return [{ id: `${address}#change-${digest}`, title, day: when, address, words, language }]
  })
}

/** Of a day nobody knows the hour; Atom asks for one. */
const timeOf = (day: string) => `${day}T00:00:00Z`

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
