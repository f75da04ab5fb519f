import { symlink } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { exif, jpeg, png, text } from "../images.js"
import { type Desk, openDesk, type Run, settings, transcription } from "./stet.js"

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
})
afterEach(() => desk.clear())

const found = ({ stdout }: Run) =>
  (
    JSON.parse(stdout).diagnostics as {
      code: string
      severity: string
      span?: { file: string; start: { line: number } }
    }[]
  ).flatMap(({ code, severity, span }) =>
    severity === "info" ? [] : [`${severity} ${code} ${span?.file}:${span?.start.line}`],
  )
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1")

const images = (...files: readonly string[]) =>
  `images:\n${files.map((each) => `  - file: ${JSON.stringify(each)}\n`).join("")}`

test("the images of a letter are published byte for byte, and the TEI beside them points at them", async () => {
  const first = jpeg(1200, 1800, exif(6))
  const second = png(60, 90)
  await desk.write("images/letter-1.jpg", first)
  await desk.write("scans/2 “verso” #1 50%.png", second)
  const front = images("images/letter-1.jpg", "scans/2 “verso” #1 50%.png")
  await desk.write("sources/ada.md", transcription("The boat :page{n=2} is in.\n", front))
  const run = await desk.stet("build", "--json")
  expect([run.exitCode, found(run)]).toEqual([0, []])
  const site = await desk.snapshot("output/site")
  const at = (path: string) => site[join(desk.folder, "output/site", path)]
  expect(at("images/letter-1.jpg")).toBe(latin(first))
  expect(at("images/scans/2 “verso” #1 50%.png")).toBe(latin(second))
  const tei = await desk.read("output/site/tei/ada.xml")
  // Turned by its Exif, the first is 1800 wide.
  expect(tei).toContain(
    '<graphic url="../images/letter-1.jpg" width="1800px" height="1200px" mimeType="image/jpeg"/>',
  )
  expect(tei).toContain('url="../images/scans/2%20%E2%80%9Cverso%E2%80%9D%20%231%2050%25.png"')
  expect(tei).toContain('<pb n="2" facs="#ada.image-i2-verso-1-50"/>')
})

test("what is no image, lies outside or is an image in name only keeps the edition from being built", async () => {
  await desk.write("images/page.jpg", text("<!doctype html><script>alert(1)</script>"))
  await desk.write("images/empty.png", new Uint8Array())
  await desk.write("images/cut.png", png(60, 90).subarray(0, 18))
  await desk.write("../secret.jpg", jpeg(10, 10))
  await symlink(join(desk.folder, "../secret.jpg"), join(desk.folder, "images/link.jpg"))
  const front = images(
    ...["images/page.jpg", "images/empty.png", "images/cut.png", "images/link.jpg", "../secret.jpg"],
    ...["%2e%2e/secret.jpg", "/etc/passwd", "file:///etc/passwd"],
  )
  await desk.write(
    "sources/ada.md",
    transcription("The boat is in.\n".repeat(8).replaceAll("\n", "\n\n::page\n\n"), front),
  )
  const run = await desk.stet("build", "--json")
  expect(run.exitCode).toBe(1)
  expect(found(run)).toEqual([
    "error image-unusable sources/ada.md:8",
    "error image-unusable sources/ada.md:9",
    "error image-unusable sources/ada.md:10",
    "error image-missing sources/ada.md:11",
    "error path-outside sources/ada.md:12",
    "error image-missing sources/ada.md:13",
    "error path-outside sources/ada.md:14",
    "error path-outside sources/ada.md:15",
  ])
})

test("two files that would get one place are told", async () => {
  await desk.write("images/scans/1.jpg", jpeg(10, 10))
  await desk.write("scans/1.jpg", jpeg(20, 20))
  await desk.write("sources/a.md", transcription("The boat is in.\n", images("images/scans/1.jpg")))
  await desk.write("sources/b.md", transcription("The boat is in.\n", images("scans/1.jpg")))
  expect(found(await desk.stet("build", "--json"))).toEqual(["error name-clash scans/1.jpg:1"])
})

test("images of brought TEI are published where they lie in the folder; others are links", async () => {
  const tei = (facsimile: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
    <titleStmt><title>Ada Quill</title></titleStmt><publicationStmt><p>Press</p></publicationStmt>
    <sourceDesc><p>A letter.</p></sourceDesc></fileDesc></teiHeader>
    ${facsimile}<text><body><div><pb facs="#s1"/><p>The boat</p><pb facs="img/2.jpg"/><p>is in.</p></div></body></text></TEI>`
  const facsimile = `<facsimile>
    <surface xml:id="s1"><graphic url="../images/1.png"/><graphic url="https://example.org/1.jpg"/></surface>
    <surface><graphic url="img/plan.tif"/></surface></facsimile>`
  await desk.write("images/1.png", png(60, 90))
  await desk.write("sources/img/2.jpg", jpeg(10, 10))
  await desk.write("sources/img/plan.tif", text("II*\0"))
  await desk.write("sources/ben.xml", tei(facsimile))
  const run = await desk.stet("build", "--json")
  expect([run.exitCode, found(run)]).toEqual([0, ["warning image-unusable sources/ben.xml:6"]])
  const paths = Object.keys(await desk.snapshot("output/site"))
    .map((each) => each.slice(join(desk.folder, "output/site/").length))
    .filter((each) => /\.(?:png|jpg|tif)$/.test(each))
  expect(paths).toEqual(["images/1.png", "tei/img/2.jpg"])
})
