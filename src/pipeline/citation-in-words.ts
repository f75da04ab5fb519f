import type { BibliographicRecord } from "../model/bibliographic-record.js"
import type { Words } from "../model/page.js"

/**
 * A citation as the pages' own box has it, in the language of the pages: who wrote what, in which edition, when it was
 * released, what it is called there, and the address. `passage` is the id of a passage; without one the document is cited.
 */
export function citationInWords(record: BibliographicRecord, words: Words, passage?: string): string {
  const { authors, title, edition, name, address } = record
  const say = (key: string, values: Readonly<Record<string, string>>) =>
    (words[key] ?? "").replace(/\{([a-z-]+)\}/g, (_, place: string) => values[place] ?? "")
  const enumerated = (names: readonly string[]) =>
    names.length <= 1
      ? names.join("")
      : say("list-and", { items: names.slice(0, -1).join(", "), last: names.at(-1) ?? "" })
  const written = enumerated(authors.map((each) => each.name))
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(edition.date ?? "") ?? []
  const released =
    year === undefined
      ? edition.date
      : say("date-day", { day: String(Number(day)), month: words[`month.${Number(month)}`] ?? "", year })
  const place =
    passage === undefined
      ? [name, ...(address === undefined ? [] : [address])]
      : address === undefined
        ? [`${name}/index.html#${passage}`]
        : [name, `${address}#${passage}`]
  return [
    written === "" ? "" : `${written}, `,
    say("quoted", { words: title }),
    say("cite-in", { edition: edition.title }),
    say("cite-editors", { editors: enumerated(edition.editors.map((each) => each.name)) }),
    say("cite-version", { version: edition.version }),
    released === undefined ? "" : ` (${released})`,
    ...place.map((each) => `, ${each}`),
    ".",
  ].join("")
}
