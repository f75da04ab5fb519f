import { bytesOf, type FaultKind, matching, replaced, textsOf } from "./fault.js"
import { misspelt } from "./sign-faults.js"

const transcriptions = /^sources\/[^/]+\.md$/
const settings = /^edition\.yaml$/
const registers = /^sources\/registers\/[^/]+\.yaml$/
const anywhere = /^(?:edition\.yaml|sources\/[^/]+\.md)$/

/** A change of a field of the front matter, of which each line is one; nothing below it is touched. */
const inFields = (
  pattern: RegExp,
  fault: (match: RegExpExecArray) => { readonly put: string; readonly at?: number },
): FaultKind["places"] =>
  matching(transcriptions, pattern, (match, text) =>
    match.index < text.indexOf("\n---\n", 3) ? fault(match) : undefined,
  )

/** Kinds of fault in front matter, edition.yaml, registers and the names of files. */
export const editionFaults: readonly FaultKind[] = [
  {
    name: "field misspelt",
    code: "field-unknown",
    places: matching(
      anywhere,
      /^(place|country|repository|shelfmark|witnesses|settlement|statement|order|conventions|status)(?=:)/gm,
      ([name]) => ({ put: misspelt(name) }),
    ),
  },
  {
    name: "field missing",
    code: "field-missing",
    // It can be added anywhere among the fields; the line to go to is the one in which they begin.
    places: (edition) =>
      textsOf(edition, anywhere).flatMap(({ file, text }) =>
        Array.from(
          text.matchAll(/^(?:kind|sender|recipient|licence|publisher|language): [^\n]*\n/gm),
          (match) => match,
        )
          // The language of a document may be left out, that of an edition may not.
          .filter(({ 0: line }) => !line.startsWith("language") || file === "edition.yaml")
          .map(({ index, 0: line }) => {
            const after = replaced(text, index, index + line.length, "")
            return { file, after, at: after.startsWith("---\n") ? 4 : 0 }
          }),
      ),
  },
  {
    name: "value of the wrong type",
    code: "field-unfit",
    places: matching(anywhere, /^(title|place|repository|publisher|status): [^\n]*/gm, ([, name]) => ({
      put: `${name}: [a, b]`,
    })),
  },
  {
    name: "day that there is not",
    code: "field-unfit",
    places: inFields(/(?<=^date: .*|when: |notBefore: |notAfter: )\d{4}-\d{2}-\d{2}/gm, ([day]) => ({
      put: `${day.slice(0, 5)}02-30`,
    })),
  },
  {
    name: "unknown kind of document",
    code: "field-unfit",
    places: inFields(/^kind: .*/gm, () => ({ put: "kind: epistle" })),
  },
  {
    name: "colon in a value without quotation marks",
    code: "yaml-unreadable",
    places: matching(anywhere, /^(?:title|repository|publisher): (?=[A-Z])/gm, ([field]) => ({
      put: `${field}Papers: `,
    })),
  },
  {
    name: "front matter not closed",
    code: "front-matter-unclosed",
    places: matching(transcriptions, /^([\s\S]*?\n)---\n/g, ([, fields = ""]) => ({ put: fields })),
  },
  {
    name: "front matter not opened",
    code: "front-matter-missing",
    places: matching(transcriptions, /^---\n/g, () => ({ put: "" })),
  },
  {
    name: "emendation of a passage that is not there",
    code: "passage-not-found",
    places: inFields(/(?<=passage: )\S+ (?=\S+)/g, () => ({ put: "never " })),
  },
  {
    name: "emendation of a passage that is there twice",
    code: "passage-ambiguous",
    places: inFields(/(?<=passage: )[^\n,}]+(?=,| *\n)(.*\n? *sic: |, sic: )\w+/g, ([, between]) => ({
      put: `the${between}the`,
    })),
  },
  {
    name: "emendation across a mark",
    code: "emendation-crossing",
    places: (edition) =>
      textsOf(edition, transcriptions).flatMap(({ file, text }) => {
        const list = text.indexOf("emendations:\n")
        const [struck] = /(?<!\{)~~[a-z ]+~~(?!>)/.exec(text) ?? []
        if (list === -1 || struck === undefined) return []
        const at = list + "emendations:\n".length
        const entry = `  - { passage: "${struck}", sic: "${struck}", corr: so }\n`
        return [{ file, after: replaced(text, at, at, entry), at }]
      }),
  },
  {
    name: "two hands with one id",
    code: "field-unfit",
    places: inFields(/- \{ id: ([a-z]+), name: [^\n]*\}\n {2}- \{ id: [a-z]+/g, ([whole, id]) => ({
      put: whole.replace(/[a-z]+$/, `${id}`),
      at: whole.lastIndexOf("- {"),
    })),
  },
  {
    name: "witness that is not there",
    code: "reference-unresolved",
    places: inFields(/(?<=\{ document: )[a-z\d-]+/g, ([name]) => ({ put: misspelt(name) })),
  },
  {
    name: "draft that was sent",
    code: "draft-sent",
    places: inFields(/(?<=^kind: draft$[\s\S]*?)^status: unsent$/gm, () => ({ put: "status: sent" })),
  },
  {
    name: "order that names nothing",
    code: "reference-unresolved",
    places: matching(settings, /(?<=^ {2}- )[a-z\d-]+$|(?<=^order: \[.*)example-\w+/gm, ([name]) => ({
      put: misspelt(name),
    })),
  },
  {
    name: "unknown profile",
    code: "reference-unresolved",
    places: matching(settings, /(?<=^profile: )[a-z-]+/gm, ([name]) => ({ put: misspelt(name) })),
  },
  {
    name: "mistaken value in edition.yaml",
    code: "field-unfit",
    places: matching(
      settings,
      /(?<=^version: )"\d+\.\d+\.\d+"|(?<=^language: )en|(?<=^ {2}(?:substitution|falseStart): )[a-z-]+/gm,
      ([value]) => ({ put: value.startsWith('"') ? '"first"' : `${value}_x` }),
    ),
  },
  {
    name: "id of a register given twice",
    code: "entity-repeated",
    places: (edition) =>
      textsOf(edition, registers).flatMap(({ file, text }) => {
        const ids = [...text.matchAll(/(?<=- id: )[a-z-]+/g)]
        return ids.slice(1).map(({ index, 0: id }, before) => ({
          file,
          after: replaced(text, index, index + id.length, ids[before]?.[0] ?? id),
          at: index,
        }))
      }),
  },
  {
    name: "number of the GND with a wrong check digit",
    code: "field-unfit",
    places: matching(registers, /(?<=gnd: \d+)\d$/gm, ([digit]) => ({ put: `${(Number(digit) + 1) % 10}` })),
  },
  {
    name: "death before birth",
    code: "field-unfit",
    places: matching(registers, /(?<=(?:born|founded): [^\n]+\n {4}(?:died|dissolved): )\d{4}/g, () => ({
      put: "1702",
    })),
  },
  {
    name: "field of a register misspelt",
    code: "field-unknown",
    places: matching(registers, /(?<=^ {4})(?:also|born|country|founded|coordinates)(?=:)/gm, ([name]) => ({
      put: misspelt(name),
    })),
  },
  {
    name: "two documents with one name",
    code: "name-clash",
    // Of the two the one that comes later in the folder has to give way.
    places: (edition) =>
      textsOf(edition, transcriptions).map(({ file, text }) => ({
        file: file.replace(/^sources\//, "sources/second/"),
        after: bytesOf(text),
        at: 0,
      })),
  },
  {
    name: "name that cannot be an address",
    code: "name-unusable",
    places: (edition) =>
      textsOf(edition, transcriptions).map(({ file, text }) => ({
        file: file.replace(/^sources\/(.*)\.md$/, "sources/$1 (copy).md"),
        after: bytesOf(text),
        at: 0,
      })),
  },
  {
    name: "transcription without words",
    code: "file-empty",
    places: matching(transcriptions, /(?<=\n---\n)[\s\S]+$/g, () => ({ put: "" })),
  },
]
