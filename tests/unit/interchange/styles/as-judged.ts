import { type CslItem, cslItem, partsOf } from "../../../../src/interchange/csl.js"
import { dateInStyle, yearsOf } from "../../../../src/interchange/styles/dates.js"
import type { BibliographicRecord } from "../../../../src/model/bibliographic-record.js"
import type { CitationStyle } from "../../../../src/model/citation.js"

/**
 * The item that the edition publishes, as the judge has to be asked for it. Reference managers want a letter, which has
 * the day of its writing and no edition; whoever cites it from the edition cites a part of what came out in another
 * year. CSL has one date for both, so that here the item is a chapter, with the edition's year.
 */
export function asPart(style: CitationStyle, record: BibliographicRecord): CslItem {
  const { archive, archive_collection, archive_location, recipient, issued, ...item } = cslItem(record)
  const { "archive-place": place, ...rest } = item
  const part: CslItem = { ...rest, type: "chapter", ...issuedWith(record) }
  const version = `version ${record.edition.version}`
  if (style === "apa") return { ...part, genre: whatTo(record), ...writtenIn(record) }
  if (style === "mla") {
    const date = capitalised(dateInStyle(record.date, "day first"))
    // MLA gives the day of what is printed again; the judge's style the year alone, but words as they stand.
    return { ...part, version, ...(date === "" ? {} : { "original-date": { literal: date } }) }
  }
  const isBetweenTwo = record.genre === "letter" && record.authors.length > 0 && record.recipients.length > 0
  const date = dateInStyle(record.date, "month first")
  // The Chicago Manual (14.111) cites a letter in an edition by writer, recipient and day; the judge's style has a place
  // for the kind of document where these stand, and none for the version, which is an edition's number to it.
  if (!isBetweenTwo)
    return { ...part, genre: style === "chicago" ? capitalised(date) : date, edition: version }
  const { title, ...untitled } = part
  const kind = kindOf(record)
  if (style === "chicago-note") {
    const genre = [kind === "letter" ? "" : kind, date].filter(Boolean).join(", ")
    return { ...untitled, recipient: recipient ?? [], genre, edition: version }
  }
  return { ...untitled, genre: [whatTo(record), date].filter(Boolean).join(", "), edition: version }
}

function issuedWith({ published, edition }: BibliographicRecord): CslItem {
  const date = published || (edition.date ?? "")
  return date === "" ? {} : { issued: { "date-parts": [partsOf(date)] } }
}

/** CSL has no day that lies between two, nor one of which one side is open; its words stand as they are. */
function writtenIn(record: BibliographicRecord): CslItem {
  const { notBefore, notAfter } = record.date
  const { issued } = cslItem(record)
  if (issued === undefined) return {}
  return { "original-date": notBefore === "" && notAfter === "" ? issued : { literal: yearsOf(record.date) } }
}

const kindOf = ({ kind, genre }: BibliographicRecord) =>
  kind.replaceAll("-", " ") || (genre === "letter" ? "letter" : "")

/** “letter to Ben Folio”: the judge has it of letters that are no part of anything. */
function whatTo(record: BibliographicRecord): string {
  const names = record.recipients.map(({ name }) => name)
  if (record.genre !== "letter" || names.length === 0) return kindOf(record)
  const all = names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`
  return `${kindOf(record)} to ${all}`
}

const capitalised = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
