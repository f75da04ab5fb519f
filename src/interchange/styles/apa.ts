import type { BibliographicRecord } from "../../model/bibliographic-record.js"
import { described, editorsOf, linkOf, publisherOf, titleIn, writtenOn, yearOfRelease } from "./cited.js"
import { yearsOf } from "./dates.js"
import { enumerated, familyNameAndInitials, nameInOrder } from "./names.js"
import { asSentences, type Phrase, plain, spaced, webAddress, withCommas, workTitle } from "./phrase.js"

/**
 * An entry of the references after the Publication Manual of the APA, 7th edition. Its year is that of the edition; the
 * writer's stands at the end.
 */
export function apaEntry(record: BibliographicRecord): Phrase {
  const { edition } = record
  const year = plain(`(${yearOfRelease(record) || "n.d."})`)
  const what = described(record)
  const title = spaced(
    plain(titleIn(record.title, "", { isQuoted: false, hasCapitals: false })),
    plain(what && `[${what}]`),
  )
  const writers = plain(writersOf(record))
  const container = spaced(
    plain("In"),
    withCommas(
      plain(inBrackets(record)),
      spaced(
        workTitle(titleIn(edition.title, "", { isQuoted: false, hasCapitals: false })),
        plain(edition.version && `(Version ${edition.version})`),
      ),
    ),
  )
  const head = writers.length > 0 ? [writers, year, title] : [title, year]
  const written = yearsOf(writtenOn(record))
  return spaced(
    asSentences(...head, container, plain(publisherOf(record))),
    webAddress(linkOf(record)),
    plain(written && `(Original work written ${written})`),
  )
}

function writersOf({ authors }: BibliographicRecord): string {
  const names = authors.map(familyNameAndInitials)
  if (names.length > 20) return `${names.slice(0, 19).join(", ")}, … ${names.at(-1)}`
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")}, & ${names.at(-1)}`
}

/** “A. Quill (Ed.)”; names that nobody has parted stand as they are. */
function inBrackets(record: BibliographicRecord): string {
  const names = editorsOf(record).map((each) => {
    if (each.family === "") return nameInOrder(each)
    const [family = "", initials = ""] = familyNameAndInitials(each).split(/, (?=[^,]*$)/)
    return [initials, family].filter(Boolean).join(" ")
  })
  if (names.length === 0) return ""
  return `${enumerated(names, "&")} (${names.length === 1 ? "Ed." : "Eds."})`
}
