import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Desk, openDesk, type Run, settings, transcription } from "./stet.js"

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.clear())

const schema = readFileSync(fileURLToPath(new URL("../../schema/edition.rng", import.meta.url)), "utf8")

/** A letter in TEI as another house would bring it. */
const letter = (body: string, before = "") => `<?xml version="1.0" encoding="UTF-8"?>
${before}<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc>
    <titleStmt><title>Ada Quill to Ben Marsh</title></titleStmt>
    <publicationStmt><publisher>Harbour Press</publisher></publicationStmt>
    <sourceDesc><p>A letter.</p></sourceDesc>
  </fileDesc></teiHeader>
  <text><body>
${body}
  </body></text>
</TEI>
`
const found = ({ stdout }: Run) =>
  (
    JSON.parse(stdout).diagnostics as {
      code: string
      severity: string
      message: string
      span?: { file: string; start: { line: number; column: number } }
    }[]
  ).map(({ code, severity, span }) =>
    [severity, code, span && `${span.file}:${span.start.line}:${span.start.column}`].join(" "),
  )
const notInfo = (run: Run) => found(run).filter((each) => !each.startsWith("info"))

test("TEI beside transcriptions is checked, and published byte for byte", async () => {
  const tei = letter("    <div><p>The boat <del>was</del> is in.</p></div>", "<!-- kept -->\r\n")
  await desk.write("edition.yaml", settings)
  await desk.write("sources/ada.md", transcription("The boat is in.\n"))
  await desk.write("sources/brought/ben.xml", tei)
  const run = await desk.stet("build", "--json")
  expect([run.exitCode, notInfo(run)]).toEqual([0, []])
  expect(await desk.read("output/tei/ben.xml")).toBe(tei)
  expect(await desk.read("output/site/tei/ben.xml")).toBe(tei)
  expect(await desk.read("output/site/ben/index.html")).toContain("is in.")
  expect(await desk.read("output/site/index.html")).toContain('href="ben/index.html"')
})

test("one file needs no edition", async () => {
  await desk.write("letters/ben.xml", letter("    <div><p>The boat is in.</p></div>"))
  const run = await desk.stet("check", "letters/ben.xml", "--json")
  expect([run.exitCode, found(run)]).toEqual([0, ["info schema-unknown letters/ben.xml:1:1"]])
  expect((await desk.stet("build", "letters/ben.xml")).exitCode).toBe(0)
  expect(await desk.read("output/site/ben/index.html")).toContain("The boat is in.")
})

test("a folder is checked whole, and one broken file does not keep the others from it", async () => {
  await desk.write("letters/a.xml", letter("    <div><p>The boat is in.</div>"))
  await desk.write("letters/deep/b.xml", letter("    <div><p rend='x' rend='y'>In.</p></div>"))
  await desk.write("letters/c.xml", letter('    <div><p corresp="#nobody">In.</p></div>'))
  await desk.write("letters/page.xml", "<PcGts/>")
  const run = await desk.stet("check", "letters", "--json")
  expect(run.exitCode).toBe(1)
  expect(notInfo(run)).toEqual([
    "error tei-not-well-formed letters/a.xml:9:28",
    "error tei-not-well-formed letters/deep/b.xml:9:22",
    "warning tei-foreign letters/page.xml:1:1",
    "error pointer-unresolved letters/c.xml:9:13",
  ])
})

test("the schema that a file names judges it, and what is not valid stops no build", async () => {
  const model = '<?xml-model href="../schema/own.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
  await desk.write("edition.yaml", settings)
  await desk.write("schema/own.rng", schema)
  await desk.write("sources/ben.xml", letter("    <div type='letter'><p>In.<closer/></p></div>", model))
  const checked = await desk.stet("check", "--json")
  expect([checked.exitCode, notInfo(checked)]).toEqual([
    1,
    ["error tei-element-misplaced sources/ben.xml:10:30"],
  ])
  const built = await desk.stet("build", "--json")
  expect([built.exitCode, notInfo(built)]).toEqual([
    0,
    ["warning tei-element-misplaced sources/ben.xml:10:30"],
  ])
  await desk.write("edition.yaml", `${settings}validity: required\n`)
  expect((await desk.stet("build")).exitCode).toBe(1)
})

test("a schema in edition.yaml goes before those that files name; one that is not there is told there", async () => {
  const model =
    '<?xml-model href="https://example.org/tei.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'
  const tei = letter("    <div type='letter'><blink>In.</blink></div>", model)
  await desk.write("edition.yaml", settings)
  await desk.write("own.rng", schema)
  await desk.write("sources/ben.xml", tei)
  expect(notInfo(await desk.stet("check", "--json"))).toEqual([
    "warning schema-remote sources/ben.xml:2:1",
    "warning element-unhandled sources/ben.xml:10:24",
  ])
  await desk.write("edition.yaml", `${settings}schema: own.rng\n`)
  expect(notInfo(await desk.stet("check", "--json"))).toEqual([
    "error tei-element-unknown sources/ben.xml:10:24",
    "warning element-unhandled sources/ben.xml:10:24",
  ])
  await desk.write("edition.yaml", `${settings}schema: none.rng\n`)
  const line = settings.split("\n").length
  expect(notInfo(await desk.stet("check", "--json"))).toEqual([
    `error file-not-found edition.yaml:${line}:9`,
    "warning element-unhandled sources/ben.xml:10:24",
  ])
})

test("a schema that is itself wrong is told at its line", async () => {
  await desk.write("edition.yaml", `${settings}schema: own.rng\n`)
  await desk.write("own.rng", schema.replace("<start>", '<start><ref name="no-such"/>'))
  await desk.write("sources/ben.xml", letter("    <div type='letter'><p>In.</p></div>"))
  const [only, ...more] = notInfo(await desk.stet("check", "--json"))
  expect(more).toEqual([])
  expect(only).toMatch(/^error schema-broken own\.rng:\d+:\d+$/)
})

test("what a file includes is checked in the file where it stands", async () => {
  const include = '    <div><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="parts/p.xml"/></div>'
  await desk.write("edition.yaml", settings)
  await desk.write("sources/ben.xml", letter(include))
  await desk.write(
    "sources/parts/p.xml",
    '<p xmlns="http://www.tei-c.org/ns/1.0">The boat\nis <ref target="#nowhere">in</ref>.</p>\n',
  )
  const run = await desk.stet("check", "--json")
  expect(notInfo(run)).toEqual(["error pointer-unresolved sources/parts/p.xml:2:9"])
  expect((await desk.stet("build")).exitCode).toBe(0)
  expect(await desk.read("output/site/ben/index.html")).toContain("The boat")
})

test("a document type declaration with entities is refused at once, and nothing is read from outside", async () => {
  await desk.write("edition.yaml", settings)
  const entity = '<!DOCTYPE TEI [<!ENTITY secret SYSTEM "file:///etc/passwd">]>\n'
  await desk.write("sources/ben.xml", letter("    <div><p>&secret;</p></div>", entity))
  const run = await desk.stet("check", "--json")
  expect(notInfo(run)).toEqual([expect.stringContaining("error doctype-refused sources/ben.xml:2:")])
})

test("what the views do not render is listed, with its number and first place", async () => {
  await desk.write("ben.xml", letter("    <div><p>In <w>the</w> <zzz>boat</zzz>\n<zzz>x</zzz>.</p></div>"))
  const run = await desk.stet("check", "ben.xml", "--json")
  expect(notInfo(run)).toEqual(["warning element-unhandled ben.xml:9:27"])
  expect(run.stdout).toContain("zzz")
})

test("a file outside the folder is named as the command named it", async () => {
  await desk.write("../elsewhere/ben.xml", letter('    <div><p corresp="#nobody">In.</p></div>'))
  const run = await desk.stet("check", "../elsewhere/ben.xml")
  expect(run.exitCode).toBe(1)
  expect(run.stderr).toContain("../elsewhere/ben.xml:9:13")
  expect(run.stderr).toContain('corresp="#nobody"')
})
