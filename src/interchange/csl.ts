import { type Agent, type BibliographicRecord, type Dating, limitsOf } from "../model/bibliographic-record.js"
import { saying } from "./file.js"

/** An item of the Citation Style Language's JSON, by the schema csl-data.json 1.0. */
export type CslItem = ReturnType<typeof saying>

const types = { letter: "personal_communication", manuscript: "manuscript", document: "document" } as const

/** A document for reference managers: a letter is a personal communication, a draft a manuscript. */
export function cslItem(record: BibliographicRecord): CslItem {
  const { edition, kept } = record
  return saying({
    id: record.name,
    type: types[record.genre],
    title: record.title,
    author: record.authors.map(cslName),
    recipient: record.recipients.map(cslName),
    editor: editorsOf(record),
    contributor: record.transcribers.map(cslName),
    issued: cslDate(record.date, record.dateInWords),
    genre: record.kind.replaceAll("-", " "),
    abstract: record.abstract,
    language: record.language,
    archive: kept.repository,
    "archive-place": [kept.settlement, kept.country].filter(Boolean).join(", "),
    archive_collection: kept.collection,
    archive_location: kept.shelfmark,
    "container-title": edition.title,
    version: edition.version,
    publisher: record.publisher || edition.publisher,
    "publisher-place": edition.place,
    DOI: record.doi,
    URL: record.address,
  })
}

/** Those whom the document names, or else those of the edition. */
function editorsOf({ editors, edition }: BibliographicRecord) {
  return editors.length > 0 ? editors.map(cslName) : edition.editors.map(({ name }) => ({ literal: name }))
}

const cslName = ({ name, family, given }: Agent) =>
  family === "" ? { literal: name } : saying({ family, given })

/** A date, a stretch of time, or, if it is open to one side, its words. Between limits lies a day that nobody knows. */
function cslDate(date: Dating, words: string) {
  const { first, last } = limitsOf(date)
  if (first === "" && last === "") return saying({ literal: words })
  if (first === "" || last === "") return saying({ literal: words || first || last })
  const circa = date.when === "" && (date.notBefore !== "" || date.notAfter !== "")
  return {
    "date-parts": first === last ? [partsOf(first)] : [partsOf(first), partsOf(last)],
    ...(circa ? { circa: true } : {}),
  }
}

/** [1962, 10, 27]; a year before Christ is negative. */
export function partsOf(date: string): readonly number[] {
  const [, sign = "", digits = ""] = /^(-?)(.*)$/.exec(date) ?? []
  return digits.split("-").map((part, index) => Number(index === 0 ? sign + part : part))
}
