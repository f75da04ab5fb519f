import { type Agent, type BibliographicRecord, dateOfSending } from "../../model/bibliographic-record.js"
import { yearOf } from "./dates.js"
import { enumerated, nameInOrder } from "./names.js"
import { withQuotationMarks } from "./quotation-marks.js"
import { inTitleCase } from "./title-case.js"

/** Those whom the document names, or else those of the edition, whose names nobody has parted. */
export const editorsOf = ({ editors, edition }: BibliographicRecord): readonly Agent[] =>
  editors.length > 0
    ? editors
    : edition.editors.map(({ name }) => ({ name, kind: "person", family: "", given: "", identifiers: [] }))

/** When this version of the edition came out; empty where nobody has said it. */
export const yearOfRelease = ({ published, edition }: BibliographicRecord): string =>
  yearOf(published || (edition.date ?? ""))

export const publisherOf = ({ publisher, edition }: BibliographicRecord): string =>
  publisher || (edition.publisher ?? "")

/** When it was written. */
export const writtenOn = dateOfSending

/** A passage has an address and no DOI of its own. */
export const linkOf = ({ doi, address = "" }: BibliographicRecord): string =>
  doi !== "" && !address.includes("#") ? `https://doi.org/${doi}` : address

/** “letter”, “press release”; a letter is one though nobody has called it so. */
export const kindOf = ({ kind, genre }: BibliographicRecord): string =>
  kind.replaceAll("-", " ") || (genre === "letter" ? "letter" : "")

/** “Letter to Ben Folio”: what it is, and to whom it went. */
export function described(record: BibliographicRecord): string {
  const kind = kindOf(record)
  const to = record.genre === "letter" ? enumerated(record.recipients.map(nameInOrder)) : ""
  return capitalised(to === "" ? kind : `${kind} to ${to}`)
}

/** A title within double quotation marks, or of a work of its own, with capitals where it is English. */
export function titleIn(
  title: string,
  language: string | undefined,
  { isQuoted, hasCapitals }: { readonly isQuoted: boolean; readonly hasCapitals: boolean },
): string {
  const words = withQuotationMarks(title.replace(/\s+/g, " ").trim(), isQuoted)
  if (words === "") return ""
  const cased = hasCapitals && /^en(?:$|-)/.test(language ?? "") ? inTitleCase(words) : words
  return isQuoted ? `“${cased}”` : cased
}

export const capitalised = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
