import { afterEach, beforeEach, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

// An edition's registers lie in sources/registers, as YAML and as TEI.

let desk: Desk

beforeEach(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/letter.md", transcription("Dear Ben,\n\nThe boat is in.\n"))
})

afterEach(() => desk.clear())

const people = "people:\n  - id: folio\n    name: Ben Folio\n"
const places = '<listPlace>\n  <place xml:id="leipzig"><placeName>Leipzig</placeName></place>\n</listPlace>\n'

test("registers that nothing refers to change nothing", async () => {
  const without = await desk.stet("build")
  expect([without.exitCode, without.stderr]).toEqual([0, expect.not.stringContaining("error")])
  const built = await desk.snapshot("output")
  await desk.write("sources/registers/people.yaml", people.replace("Ben", "Piet"))
  await desk.write("sources/registers/places.xml", places)
  const run = await desk.stet("build")
  expect(run.stderr).toBe(without.stderr)
  expect(run.exitCode).toBe(0)
  expect(await desk.snapshot("output")).toEqual(built)
}, 60_000)

test.each([
  [
    "people.yaml",
    `${people}    gnd: 118540239\n`,
    /sources\/registers\/people\.yaml:4:10: error: .*\[field-unfit\]\n {2}4 \| {5}gnd: 118540239/,
  ],
  ["people.yaml", people.replace("name", "nam"), /people\.yaml:3:5: error: “nam”.*\[field-unknown\]/],
  ["places.xml", places.replace("</place>", ""), /places\.xml:3:1: error: .*\[tei-not-well-formed\]/],
  ["places.xml", `<!DOCTYPE a>${places}`, /places\.xml:1:1: error: .*\[doctype-refused\]/],
  ["places.xml", places.replace(' xml:id="leipzig"', ""), /places\.xml:2:3: error: .*\[entry-incomplete\]/],
  [
    "people.yml",
    `${people}  - { id: folio, name: Another }\n`,
    /people\.yml:4:11: error: .*\[entity-repeated\][\s\S]*people\.yml:2:9: “folio” is this entry already/,
  ],
])(
  "%s with %j is reported at its line",
  async (name, typed, problem) => {
    await desk.write(`sources/registers/${name}`, typed)
    const run = await desk.stet("check")
    expect(run.stderr).toMatch(problem)
    expect(run.exitCode).toBe(1)
  },
  60_000,
)

test("an empty register is a warning, and YAML elsewhere is no register", async () => {
  await desk.write("sources/registers/people.yaml", "")
  await desk.write("sources/notes.yaml", "a: b: c")
  const run = await desk.stet("check")
  expect(run.stderr).toMatch(/people\.yaml:1:1: warning: This register holds no entry\. \[register-empty\]/)
  expect(run.stderr).not.toContain("notes.yaml")
  expect(run.exitCode).toBe(0)
}, 60_000)

test("whom the front matter names as a register does, the TEI points at", async () => {
  await desk.write("sources/registers/people.yaml", people)
  expect((await desk.stet("build")).exitCode).toBe(0)
  const tei = await desk.read("output/tei/letter.xml")
  expect(tei).toContain('<persName ref="#letter.person-folio">Ben Folio</persName>')
  expect(tei).toContain('<person xml:id="letter.person-folio">')
}, 60_000)

test("without any register names are kept as they were typed, and that is said once", async () => {
  await desk.write("sources/letter.md", transcription("Dear [[Ben]],\n\n[[Piet]] is in.\n"))
  const run = await desk.stet("build")
  expect([run.exitCode, run.stderr.match(/registers-absent/g)?.length]).toEqual([0, 1])
  expect(await desk.read("output/tei/letter.xml")).toContain('<name key="Ben">Ben</name>')
}, 60_000)
