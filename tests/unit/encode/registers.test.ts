import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { encodeStandOff, entityId } from "../../../src/encode/registers.js"
import { teiNamespace } from "../../../src/encode/tei.js"
import type { Entity } from "../../../src/model/register.js"
import { startOfFile } from "../../../src/model/source-span.js"
import { readRegisters } from "../../../src/read/registers.js"
import { serialise } from "../../../src/xml/serialise.js"
import { element, indented, text } from "../../../src/xml/tree.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const ofEntry = { also: [], identifiers: [], span: startOfFile("sources/registers/all.yaml") }
const quill: Entity = {
  ...ofEntry,
  kind: "person",
  id: "quill",
  name: "Ada Quill",
  also: ["Miss Quill"],
  born: { when: "1861-02-03" },
  died: { notBefore: "1911", notAfter: "1912-05" },
  identifiers: [{ authority: "GND", address: "https://d-nb.info/gnd/118540238" }],
  description: "A printer & binder.",
}
const folio: Entity = { ...ofEntry, kind: "person", id: "folio", name: "Ben Folio" }
const vienna: Entity = {
  ...ofEntry,
  kind: "place",
  id: "vienna",
  name: "Vienna",
  country: "Austria",
  coordinates: { latitude: "48.2083", longitude: "16.3731" },
  identifiers: [{ authority: "GeoNames", address: "https://www.geonames.org/2761369" }],
}
const press: Entity = {
  ...ofEntry,
  kind: "organisation",
  id: "press",
  name: "Harbour Press",
  founded: "1880",
  dissolved: "1911-06",
  identifiers: [{ authority: "VIAF", address: "https://viaf.org/viaf/24602065" }],
  description: "A publisher.",
}
const written = (...entities: readonly Entity[]) => {
  const standOff = encodeStandOff(entities, "letter")
  return (
    standOff &&
    serialise(standOff)
      .text.replace(/^<\?xml.*\?>\n/, "")
      .trim()
  )
}

test("an entry's id begins with its document and its kind", () =>
  expect([quill, vienna, press].map((each) => entityId("letter", each))).toEqual([
    "letter.person-quill",
    "letter.place-vienna",
    "letter.organisation-press",
  ]))

test("nothing referred to, nothing written", () => expect(encodeStandOff([], "letter")).toBeUndefined())

test("entries are written by kind and id, each once, whatever the order of the references", () => {
  const expected =
    "<standOff>" +
    "<listPerson>" +
    '<person xml:id="letter.person-folio"><persName>Ben Folio</persName></person>' +
    '<person xml:id="letter.person-quill"><persName>Ada Quill</persName><persName>Miss Quill</persName>' +
    '<birth when="1861-02-03"/><death notBefore="1911" notAfter="1912-05"/>' +
    '<idno type="GND">https://d-nb.info/gnd/118540238</idno><note>A printer &amp; binder.</note></person>' +
    "</listPerson>" +
    '<listPlace><place xml:id="letter.place-vienna"><placeName>Vienna</placeName>' +
    "<location><country>Austria</country><geo>48.2083 16.3731</geo></location>" +
    '<idno type="GeoNames">https://www.geonames.org/2761369</idno></place></listPlace>' +
    '<listOrg><org xml:id="letter.organisation-press" from="1880" to="1911-06"><orgName>Harbour Press</orgName>' +
    '<idno type="VIAF">https://viaf.org/viaf/24602065</idno><note>A publisher.</note></org></listOrg>' +
    "</standOff>"
  expect(written(quill, press, folio, vienna, quill)).toBe(expected)
  expect(written(vienna, folio, quill, press)).toBe(expected)
})

test("an entry remembers its place in the register, for problems in the TEI", () =>
  expect(encodeStandOff([folio], "letter")?.children[0]).toMatchObject({
    children: [{ name: "person", origin: folio.span }],
  }))

const registers = join(root, "sources/registers")
const ofEdition = readRegisters(
  readdirSync(registers).map((name) => ({
    file: `sources/registers/${name}`,
    bytes: readFileSync(join(registers, name)),
  })),
)

test("the repository's own registers have no mistakes", () => {
  expect(ofEdition.diagnostics).toEqual([])
  expect(ofEdition.value.resolve("Nikita Khrushchev", "person")).toMatchObject({ kind: "found" })
  expect(ofEdition.value.resolve("NATO")).toMatchObject({ entity: { id: "nato" } })
})

test("what is written is read again, whole", () => {
  const all = [folio, quill, vienna, press, ...ofEdition.value.entities]
  const tei = written(...all) ?? ""
  const again = readRegisters([{ file: "all.xml", bytes: new TextEncoder().encode(tei) }])
  expect(again.diagnostics).toEqual([])
  const bare = ({ span: _, ...rest }: Entity) => rest
  const byId = (a: Entity, b: Entity) => (a.id < b.id ? -1 : 1)
  expect(
    [...again.value.entities]
      .map((each) => ({ ...each, id: each.id.replace(/^letter\.[a-z]+-/, "") }))
      .sort(byId)
      .map(bare),
  ).toEqual([...all].sort(byId).map(bare))
})

const schema = join(process.env["STET_SHARED"] ?? join(root, "../shared"), "schemas/tei_all-4.12.0.rng")
const absent = [
  existsSync(schema) ? "" : `${schema} is not there`,
  spawnSync("jing", []).error ? "jing is not installed" : "",
].filter((each) => each !== "")
if (absent.length > 0)
  console.warn(`Skipped: no register was compared with all of TEI, because ${absent.join(" and ")}.`)

test.skipIf(absent.length > 0)(
  "all of TEI 4.12.0, by jing, takes a file with registers",
  () => {
    const standOff = encodeStandOff([folio, quill, vienna, press, ...ofEdition.value.entities], "letter")
    const said = (name: string, words: string) => element(name, {}, [text(words)])
    const file = element("TEI", { xmlns: teiNamespace }, [
      element("teiHeader", {}, [
        element("fileDesc", {}, [
          element("titleStmt", {}, [said("title", "A letter")]),
          element("publicationStmt", {}, [said("publisher", "Harbour Press")]),
          element("sourceDesc", {}, [said("p", "None.")]),
        ]),
      ]),
      standOff && indented(standOff, 1),
      element("text", {}, [
        element("body", {}, [
          element("p", {}, [element("persName", { ref: "#letter.person-quill" }, [text("Ada")])]),
        ]),
      ]),
    ])
    const folder = mkdtempSync(join(tmpdir(), "stet-registers-"))
    try {
      const path = join(folder, "letter.xml")
      writeFileSync(path, serialise(file).text)
      const result = spawnSync("jing", [schema, path], { encoding: "utf8" })
      expect(result.stdout).toBe("")
      expect(result.status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  60_000,
)
