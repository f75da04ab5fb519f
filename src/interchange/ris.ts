import { type BibliographicRecord, familyFirst, limitsOf } from "../model/bibliographic-record.js"

const types = { letter: "PCOMM", manuscript: "MANSCPT", document: "GEN" } as const

/** A document as a record of the RIS format: a letter is a personal communication, whose second author is its recipient. */
export function risRecord(record: BibliographicRecord): string {
  const { edition, kept } = record
  const { first } = limitsOf(record.date)
  const [, year = "", month = "", day = ""] = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(first) ?? []
  const editors =
    record.editors.length > 0 ? record.editors.map(familyFirst) : edition.editors.map(({ name }) => name)
  const fields: readonly (readonly [tag: string, values: readonly (string | undefined)[]])[] = [
    ["TY", [types[record.genre]]],
    ["ID", [record.name]],
    ["TI", [record.title]],
    ["AU", record.authors.map(familyFirst)],
    ["A2", record.genre === "letter" ? record.recipients.map(familyFirst) : []],
    ["ED", editors],
    ["PY", [year]],
    // The days between which a date lies have no place of their own; their words have.
    [
      "DA",
      [year === "" ? "" : `${year}/${month}/${day}/${record.date.when === "" ? record.dateInWords : ""}`],
    ],
    ["M3", [record.kind.replaceAll("-", " ")]],
    ["T2", [edition.title]],
    ["ET", [edition.version]],
    ["PB", [record.publisher || edition.publisher]],
    ["CY", [edition.place]],
    ["AV", [[kept.repository, kept.settlement, kept.collection, kept.shelfmark].filter(Boolean).join(", ")]],
    ["LA", [record.language]],
    ["AB", [record.abstract]],
    ["DO", [record.doi]],
    ["UR", [record.address]],
  ]
  const lines = fields.flatMap(([tag, values]) =>
    values.filter(Boolean).map((value = "") => `${tag}  - ${value.replace(/\s+/g, " ").trim()}\r\n`),
  )
  return `${lines.join("")}ER  - \r\n`
}
