import { expect, test } from "vitest"
import { readEdition } from "../../../src/read/edition.js"
import { placesOf, profileFiles } from "../../encoding.js"

const settings = `title: Letters
editors: [{ name: Ada Quill }]
publisher: Harbour Press
version: "1.0.0"
licence: CC0 1.0
language: en
`
const front = "title: A\nkind: letter\nsender: B\nrecipient: C\nlicence: D\n"
const file = (name: string, text: string) => ({ file: name, bytes: new TextEncoder().encode(text) })
const letter = (name: string, more = "", body = "Dear Ben,\n") =>
  file(`sources/${name}.md`, `---\n${front}${more}---\n${body}`)
const read = (yaml: string, ...letters: readonly ReturnType<typeof file>[]) =>
  readEdition(file("edition.yaml", yaml), letters, [], profileFiles)
const problems = (...given: Parameters<typeof read>) =>
  read(...given).diagnostics.map((each) => `${each.span?.file} ${placesOf([each])[0]}`)

test("an edition without a mistake has none", () => expect(problems(settings, letter("a"))).toEqual([]))

test("documents come in the order of edition.yaml, the others by name", () => {
  const edition = read(`${settings}order: [c]\n`, letter("b"), letter("a"), letter("c")).value
  expect(edition?.documents.map((each) => each.name)).toEqual(["c", "a", "b"])
})

test.each([
  ["order: [b]", "edition.yaml 7:9 reference-unresolved"],
  ["order: [../a]", "edition.yaml 7:9 path-outside"],
  ["titel: b", "edition.yaml 7:1 field-unknown"],
  ["url: javascript:a", "edition.yaml 7:6 field-unfit"],
  ["date: 1.5.2026", "edition.yaml 7:7 field-unfit"],
  ["doi: letters.1", "edition.yaml 7:6 field-unfit"],
  ["metadataLicence: CC BY-SA 4.0", "edition.yaml 7:18 field-unfit"],
  ["interface: fr", "edition.yaml 7:12 field-unfit"],
  ["conventions: { substitution: always }", "edition.yaml 7:30 field-unfit"],
  ["statement: a: b", "edition.yaml 7:12 yaml-unreadable"],
])("“%s” in edition.yaml: %s", (line, problem) =>
  expect(problems(`${settings}${line}\n`, letter("a"))).toEqual([problem]),
)

test.each([
  ["doi:10.1234/Letters.1", "10.1234/Letters.1"],
  ["https://doi.org/10.1234/Letters.1", "10.1234/Letters.1"],
  ["10.1234/Letters.1", "10.1234/Letters.1"],
])("a DOI may be typed as %s", (typed, doi) =>
  expect(read(`${settings}doi: ${typed}\n`, letter("a")).value?.settings.doi).toBe(doi),
)

test("an editor may have an ORCID, whose last character is checked, and an address", () => {
  const withEditor = (more: string) => settings.replace("name: Ada Quill", `name: Ada Quill, ${more}`)
  const known = read(withEditor("orcid: 0000-0002-1825-0097, email: ada@example.org"), letter("a"))
  expect(known.value?.settings.editors).toEqual([
    {
      name: "Ada Quill",
      role: "editor",
      orcid: "https://orcid.org/0000-0002-1825-0097",
      email: "ada@example.org",
    },
  ])
  expect(read(withEditor("orcid: https://orcid.org/0000-0002-1694-233X"), letter("a")).diagnostics).toEqual(
    [],
  )
  expect(problems(withEditor("orcid: 0000-0002-1825-0098"), letter("a"))).toEqual([
    "edition.yaml 2:37 field-unfit",
  ])
  expect(problems(withEditor("email: Ada"), letter("a"))).toEqual(["edition.yaml 2:37 field-unfit"])
})

test.each([
  ["witnesses: [{ document: b, relation: copy }]", "7:25 reference-unresolved"],
  ["witnesses: [{ document: ../b, relation: copy }]", "7:25 path-outside"],
  ["language: English", "7:11 field-unfit"],
  ["hands: [{ id: 1a, name: A }]", "7:15 field-unfit"],
])("“%s” in the front matter: %s", (line, problem) =>
  expect(problems(settings, letter("a", `${line}\n`))).toEqual([`sources/a.md ${problem}`]),
)

test("a transcription of front matter alone is empty, after it", () =>
  expect(problems(settings, letter("a", "", "\n"))).toEqual(["sources/a.md 8:1 file-empty"]))

test("every problem of every file is reported", () =>
  expect(problems("title: A\n", letter("a", "", "~~b\n"), file("sources/b.md", ""))).toEqual([
    ...Array.from({ length: 5 }, () => "edition.yaml 1:1 field-missing"),
    "sources/a.md 8:1 mark-unclosed",
    "sources/b.md 1:1 file-empty",
  ]))

test.each([
  ["en", "", "en"],
  ["de", "", "de"],
  ["de-AT", "", "de"],
  ["la", "", "en"],
  ["en", "interface: de\n", "de"],
  ["de", "interface: en\n", "en"],
])("an edition in %s with “%s” has pages that speak %s", (language, line, spoken) =>
  expect(
    read(`${settings.replace("language: en", `language: ${language}`)}${line}`).value?.settings.interface,
  ).toBe(spoken),
)

test("a language without a catalogue is told with those that there are", () =>
  expect(read(`${settings}interface: fr\n`).diagnostics[0]?.message).toContain("en or de"))

test("YAML's anchors are not followed", () =>
  expect(problems(`${settings}place: &a b\nstatement: *a\n`, letter("a"))).toEqual([
    "edition.yaml 1:1 yaml-unreadable",
  ]))
