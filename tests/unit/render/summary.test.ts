import { expect, test } from "vitest"
import type { DocumentSummary } from "../../../src/model/summary.js"
import { summaryOf } from "../../../src/render/summary.js"
import { sampleTei, testStylesheet } from "../../browser/site.js"
import { inEnglish } from "../../interface.js"

async function summarised(tei: string, name = "a"): Promise<DocumentSummary> {
  const parameters = {
    edition: { title: "E", editors: [], version: "1", licence: "", ...inEnglish },
    document: { name },
    ...{ documentNames: [name], editionPages: [], styles: [], scripts: {} },
  }
  const { value, diagnostics } = summaryOf(name, tei, parameters, await testStylesheet())
  if (value === undefined)
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join())
  return value
}

/** A letter as another house encodes it: no registers, references by number, dates with limits. */
const elsewhere = (correspondence: string, text = "<p>Lieber Freund, komm.</p>") =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="L1" xml:lang="de"><teiHeader><fileDesc><titleStmt><title level="s">Briefe</title><title level="a">An Schnitzler</title></titleStmt></fileDesc><profileDesc><correspDesc>${correspondence}</correspDesc></profileDesc></teiHeader><text><body><div>${text}</div></body></text></TEI>`

test("a letter says when it was written, by whom, to whom, and how it begins", async () => {
  const { entries, incipit, ...letter } = await summarised(sampleTei("letter"), "letter")
  expect(letter).toMatchObject({
    name: "letter",
    title: "Letter to the Chairman, 27 October 1962",
    date: "27 October 1962",
    earliest: "1962-10-27",
    latest: "1962-10-27",
    limits: "",
    kind: "Letter",
    fate: "sent",
    senders: [{ id: "name-John-F.-Kennedy", name: "John F. Kennedy" }],
    places: [{ id: "name-Washington", name: "Washington", role: "written" }],
    changes: 0,
  })
  expect(incipit).toBe("I have read your letter of October 26th with great care and …")
  expect(letter.words).toBeGreaterThan(400)
  expect(letter.refersTo).toEqual(["draft", "press-release"])
  expect(entries).toEqual([])
})

test("entries of the register come with their passages and what they were to the letter", async () => {
  const { entries } = await summarised(sampleTei("phenomena"), "phenomena")
  const brandt = entries.find(({ id }) => id === "person-brandt")
  expect(brandt).toMatchObject({ name: "Karl Brandt", list: "Persons", roles: [] })
  expect(brandt?.tei).toContain("<idno")
  expect(brandt?.passages[0]).toEqual({
    href: "phenomena/index.html#phenomena.b3",
    words: "Mr. Brandt",
    language: "en",
  })
})

test("references and keys of other houses are the same person in every letter", async () => {
  const { senders, recipients, places } = await summarised(
    elsewhere(
      '<correspAction type="sent"><persName ref="#pmb10863">Beer-Hofmann, Richard</persName><placeName ref="#pmb40272">Frascati</placeName></correspAction><correspAction type="received"><persName key="gnd 11">Schnitzler, Arthur</persName><placeName>Wien</placeName></correspAction>',
    ),
  )
  expect(senders).toEqual([{ id: "ref-pmb10863", name: "Beer-Hofmann, Richard" }])
  expect(recipients).toEqual([{ id: "key-gnd-11", name: "Schnitzler, Arthur" }])
  expect(places.map(({ id, role }) => `${id} ${role}`)).toEqual([
    "ref-pmb40272 written",
    "name-Wien received",
  ])
})

test.each([
  ['when="1894-10-15"', "1894-10-15", "1894-10-15"],
  ['when-iso="1894-10"', "1894-10", "1894-10"],
  ['when="1894-10-15T10:00:00"', "1894-10-15", "1894-10-15"],
  ['notBefore="1894-10-16" notAfter="1894-10-20"', "1894-10-16", "1894-10-20"],
  ['notBefore-iso="1894-10-16" notAfter-iso="1894-10-16"', "1894-10-16", "1894-10-16"],
  ['notAfter-iso="1894"', "", "1894"],
  ['from="1894" to="1895"', "1894", "1895"],
  ['when="--10-15"', "", ""],
  ["", "", ""],
])("a date with %s lies between %j and %j", async (attributes, earliest, latest) => {
  const summary = await summarised(
    elsewhere(`<correspAction type="sent"><date ${attributes}>im Herbst</date></correspAction>`),
  )
  expect([summary.earliest, summary.latest]).toEqual([earliest, latest])
})

test("the letters before and after are no mentions; a reference in the text is one", async () => {
  const { refersTo, targets } = await summarised(
    elsewhere(
      '<correspContext><ref type="withinCollection" subtype="previous_letter" target="L0"/><ref type="next" target="L2.xml"/><ref type="reply" target="L3.xml"/></correspContext>',
      '<p>See <ref target="../tei/L4.xml#p1">the last</ref>.</p>',
    ),
  )
  expect(refersTo).toEqual(["L3", "L4"])
  expect(targets).toEqual(expect.arrayContaining(["L0", "L2", "L3", "L4"]))
})

test("what is no TEI has no summary, and the reason is told", async () => {
  await expect(summarised("<list/>")).rejects.toThrow(
    "page-failed: a cannot be shown: its outermost element is list",
  )
  await expect(summarised("<TEI")).rejects.toThrow("tei-not-well-formed")
})
