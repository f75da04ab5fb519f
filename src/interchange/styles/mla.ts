import type { BibliographicRecord } from "../../model/bibliographic-record.js"
import {
  capitalised,
  described,
  editorsOf,
  linkOf,
  publisherOf,
  titleIn,
  writtenOn,
  yearOfRelease,
} from "./cited.js"
import { dateInStyle } from "./dates.js"
import { enumerated, enumeratedInverted, familyNameFirst, nameInOrder } from "./names.js"
import { asSentences, type Phrase, plain, webAddress, withCommas, workTitle } from "./phrase.js"

/** An entry of the works cited after the MLA Handbook, 9th edition; the day of writing stands after the title. */
export function mlaEntry(record: BibliographicRecord): Phrase {
  const { edition, language } = record
  const editors = editorsOf(record).map(nameInOrder)
  const title = titleIn(record.title, language, { isQuoted: true, hasCapitals: true })
  const container = withCommas(
    workTitle(titleIn(edition.title, edition.language ?? language, { isQuoted: false, hasCapitals: true })),
    plain(
      editors.length === 0
        ? ""
        : `edited by ${editors.length > 2 ? `${editors[0]} et al.` : enumerated(editors)}`,
    ),
    plain(edition.version && `version ${edition.version}`),
    plain(publisherOf(record)),
    plain(yearOfRelease(record)),
    webAddress(linkOf(record)),
  )
  return asSentences(
    plain(writersOf(record)),
    plain(title || described(record)),
    plain(capitalised(dateInStyle(writtenOn(record), "day first"))),
    container,
  )
}

function writersOf({ authors }: BibliographicRecord): string {
  const names = authors.map((each, at) => (at === 0 ? familyNameFirst(each) : nameInOrder(each)))
  return names.length > 2 ? `${names[0]}, et al.` : enumeratedInverted(names)
}
