import { type Agent, type BibliographicRecord, intervalOf, limitsOf } from "../model/bibliographic-record.js"

/**
 * A document as an entry for BibTeX and biblatex. BibTeX has no letters: they are @misc, with their kind in `type`;
 * a draft is @unpublished. `date` has the limits, which biblatex reads; `year` and `month` are for BibTeX.
 */
export function bibtexEntry(record: BibliographicRecord): string {
  const { edition, kept, address } = record
  const { first, last } = limitsOf(record.date)
  const isOpen = first === "" || last === ""
  const [, year, month] = /^(-?\d+)(?:-(\d\d))?/.exec(first) ?? []
  const names = (agents: readonly Agent[]) => agents.map(nameInBibtex).join(" and ")
  const editors =
    record.editors.length > 0
      ? names(record.editors)
      : edition.editors.map(({ name }) => `{${escaped(name)}}`).join(" and ")
  const keptAt = [kept.repository, kept.settlement, kept.collection, kept.shelfmark]
    .filter(Boolean)
    .join(", ")
  const fields: readonly (readonly [name: string, value: string | undefined, plain?: "plain"])[] = [
    ["author", names(record.authors), "plain"],
    ["editor", editors, "plain"],
    ["title", record.title && `{${escaped(record.title)}}`, "plain"],
    ["type", record.kind.replaceAll("-", " ")],
    ["date", isOpen ? "" : intervalOf(record.date)],
    ["year", year],
    ["month", month && months[Number(month) - 1]],
    ["booktitle", edition.title],
    ["version", edition.version],
    ["publisher", record.publisher || edition.publisher],
    ["address", edition.place],
    // A date that is open to one side is read by few programs, and its words by all.
    ["note", [isOpen ? record.dateInWords : "", keptAt].filter(Boolean).join("; ")],
    ["language", record.language],
    ["doi", record.doi],
    ["url", address],
  ]
  const lines = fields.flatMap(([name, value, plain]) => {
    if (value === undefined || value === "") return []
    // A month is one of BibTeX's own words; addresses are read as they stand.
    const shown =
      name === "month" ? value : `{${plain || name === "url" || name === "doi" ? value : escaped(value)}}`
    return [`  ${name} = ${shown},\n`]
  })
  return `@${record.genre === "manuscript" ? "unpublished" : "misc"}{${keyOf(record.name)},\n${lines.join("")}}\n`
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/** Without their marks, letters that BibTeX has in no key. */
const keyOf = (name: string) => name.normalize("NFD").replace(/[^A-Za-z0-9:._-]+/g, "") || "document"

/** A name whose parts nobody has told apart stands in braces, so that it is not taken apart. */
const nameInBibtex = ({ name, family, given }: Agent) =>
  family === "" ? `{${escaped(name)}}` : [family, given].filter(Boolean).map(escaped).join(", ")

const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "{": "\\{",
  "}": "\\}",
}
const escaped = (text: string) => text.replace(/[\\~^{}&%$#_]/g, (sign) => signs[sign] ?? `\\${sign}`)
