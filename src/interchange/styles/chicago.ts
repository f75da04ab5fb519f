import type { BibliographicRecord } from "../../model/bibliographic-record.js"
import {
  capitalised,
  described,
  editorsOf,
  kindOf,
  linkOf,
  publisherOf,
  titleIn,
  writtenOn,
  yearOfRelease,
} from "./cited.js"
import { dateInStyle } from "./dates.js"
import { enumerated, enumeratedInverted, nameInOrder, particleLast } from "./names.js"
import {
  asSentences,
  isEmpty,
  marked,
  merged,
  type Phrase,
  plain,
  spaced,
  webAddress,
  withCommas,
  workTitle,
} from "./phrase.js"

/**
 * A note after the Chicago Manual of Style, 17th edition. A letter in an edition is cited by its writer, its recipient
 * and its day, and by its title only where one of the two is not known.
 */
export function chicagoNote(record: BibliographicRecord): Phrase {
  const kind = kindOf(record)
  const writers = noteNames(record.authors.map(nameInOrder))
  const what = isBetweenTwo(record)
    ? withCommas(
        plain(`${writers} to ${noteNames(record.recipients.map(nameInOrder))}`),
        plain(kind === "letter" ? "" : kind),
      )
    : withCommas(plain(writers), titleOf(record))
  const editors = noteNames(editorsOf(record).map(nameInOrder))
  const edition = withCommas(
    spaced(plain("in"), workTitle(editionTitle(record))),
    plain(editors && `ed. ${editors}`),
    versionOf(record),
  )
  const imprint = imprintOf(record)
  const placed =
    publisherOf(record) === "" ? withCommas(edition, imprint) : spaced(edition, bracketed(imprint))
  return marked(withCommas(what, dateOf(record), placed, webAddress(linkOf(record))), ".")
}

/** The entry of a bibliography. */
export function chicagoEntry(record: BibliographicRecord): Phrase {
  const names = record.authors.map((each, at) => (at === 0 ? particleLast(each) : nameInOrder(each)))
  const writers = names.length > 10 ? `${names.slice(0, 7).join(", ")}, et al.` : enumeratedInverted(names)
  const what = isBetweenTwo(record)
    ? [withCommas(plain(described(record)), dateOf(record))]
    : [titleOf(record), plain(capitalised(dateInStyle(writtenOn(record), "month first")))]
  const editors = editorsOf(record).map(nameInOrder)
  const edition = withCommas(
    spaced(plain("In"), workTitle(editionTitle(record))),
    plain(
      editors.length === 0
        ? ""
        : `edited by ${editors.length > 10 ? `${editors.slice(0, 7).join(", ")}, et al.` : enumerated(editors)}`,
    ),
    versionOf(record),
  )
  const imprint = imprintOf(record)
  const placed = publisherOf(record) === "" ? [withCommas(edition, imprint)] : [edition, imprint]
  return asSentences(plain(writers), ...what, ...placed, webAddress(linkOf(record)))
}

const isBetweenTwo = ({ genre, authors, recipients }: BibliographicRecord) =>
  genre === "letter" && authors.length > 0 && recipients.length > 0

const noteNames = (names: readonly string[]) => (names.length > 3 ? `${names[0]} et al.` : enumerated(names))

const dateOf = (record: BibliographicRecord) => plain(dateInStyle(writtenOn(record), "month first"))

const titleOf = (record: BibliographicRecord) =>
  plain(titleIn(record.title, record.language, { isQuoted: true, hasCapitals: true }) || described(record))

const editionTitle = ({ edition, language }: BibliographicRecord) =>
  titleIn(edition.title, edition.language ?? language, { isQuoted: false, hasCapitals: true })

const versionOf = ({ edition }: BibliographicRecord) => plain(edition.version && `version ${edition.version}`)

/** “London: Harbour Press, 2026”. */
function imprintOf(record: BibliographicRecord): Phrase {
  const publisher = publisherOf(record)
  const { place = "" } = record.edition
  return withCommas(
    plain(publisher === "" ? "" : [place, publisher].filter(Boolean).join(": ")),
    plain(yearOfRelease(record) || "n.d."),
  )
}

const bracketed = (phrase: Phrase): Phrase =>
  isEmpty(phrase) ? phrase : merged([...plain("("), ...phrase, ...plain(")")])
