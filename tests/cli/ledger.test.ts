import { execFile } from "node:child_process"
import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { answers, type Desk, openDesk, settings, transcription } from "./stet.js"

// The ledger of published ids: kept by each build, left alone by one that fails, merged by a rule.

const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))
const binding = "The binding has come back this morning, and I am not content with it at all."
const paper = "Of the paper we had spoken in March; it is not the paper that you have now taken for it."
const boat = "My brother has bought a boat, and we shall be upon the lake until the end of August."
const garden = "In the garden the roses are out, more of them than in any year since we came here."
const body = (...paragraphs: readonly string[]) => transcription(`Dear Ben,\n\n${paragraphs.join("\n\n")}\n`)
const idOf = (tei: string, words: string) =>
  new RegExp(`<p xml:id="([^"]*)">${words.slice(0, 12)}`).exec(tei)?.[1]
let desk: Desk
const file = "sources/quill.md"

beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write(file, body(binding, paper))
  expect(await desk.stet("build")).toMatchObject({ exitCode: 0 })
}, 120_000)
afterAll(() => desk.clear())

test("a paragraph that is reworded, and whose file is renamed, keeps its id", async () => {
  const before = idOf(await desk.read("output/tei/quill.xml"), binding)
  await desk.remove(file)
  await desk.write("sources/ada.md", body(boat, binding.replace("not content", "but little pleased"), paper))
  expect(await desk.stet("build")).toMatchObject({ exitCode: 0 })
  const tei = await desk.read("output/tei/ada.xml")
  expect(idOf(tei, binding)).toBe(before)
  expect(before).toMatch(/^quill\./)
  expect(idOf(tei, boat)).toMatch(/^ada\./)
  // The transcription of such TEI is found as that of any.
  expect(await desk.stet("decode", "output/tei/ada.xml")).toMatchObject({ exitCode: 0 })
}, 60_000)

test("building again changes neither the ledger nor the edition", async () => {
  const [ledger, output] = [await desk.read("citations.json"), await desk.snapshot("output")]
  expect(await desk.stet("build")).toMatchObject({ exitCode: 0 })
  expect(await desk.read("citations.json")).toBe(ledger)
  expect(await desk.snapshot("output")).toEqual(output)
}, 60_000)

test("a build that fails, and a check, leave the ledger as it was", async () => {
  const ledger = await desk.read("citations.json")
  const good = await desk.read("sources/ada.md")
  await desk.write("sources/ada.md", body(garden, "~~open"))
  expect(await desk.stet("build")).toMatchObject({ exitCode: 1 })
  await desk.write("sources/ada.md", body(garden))
  expect(await desk.stet("check")).toMatchObject({ exitCode: 0 })
  await desk.write("sources/ada.md", good)
  expect(await desk.read("citations.json")).toBe(ledger)
}, 60_000)

test("a ledger with conflicts stops the build at its line", async () => {
  const ledger = await desk.read("citations.json")
  await desk.write("citations.json", `<<<<<<< HEAD\n${ledger}=======\n${ledger}>>>>>>> other\n`)
  const { exitCode, stderr } = await desk.stet("build")
  await desk.write("citations.json", ledger)
  expect([exitCode, stderr]).toEqual([
    1,
    expect.stringMatching(/^citations\.json:1:1: error: .*\[ledger-conflict\]/m),
  ])
}, 60_000)

test("git merges the ledgers of two branches by stet, and each id of both is in it", async () => {
  const git = async (...args: readonly string[]) =>
    (
      await promisify(execFile)("git", ["-c", "user.name=A", "-c", "user.email=a@b.c", ...args], {
        cwd: desk.folder,
      })
    ).stdout
  const build = async (...paragraphs: readonly string[]) => {
    await desk.write("sources/ada.md", body(...paragraphs))
    expect(await desk.stet("build")).toMatchObject({ exitCode: 0 })
    const tei = await desk.read("output/tei/ada.xml")
    return paragraphs.map((each) => idOf(tei, each))
  }
  await desk.write(".gitignore", "output\n")
  await desk.write(".gitattributes", "citations.json merge=stet-ledger\n")
  await git("init", "-q", "-b", "main")
  await git("config", "merge.stet-ledger.driver", `"${process.execPath}" "${program}" ledger merge %O %A %B`)
  await build(boat, binding, paper)
  await git("add", ".")
  await git("commit", "-qm", "Begin")
  await git("checkout", "-qb", "other")
  const [gardenId] = await build(garden, boat, binding, paper)
  await git("commit", "-qam", "Add the garden")
  await git("checkout", "-q", "main")
  const more = "Of the lamp I say nothing; you have seen it, and know what I have to say about it."
  const lampId = (await build(boat, binding, paper, more)).at(-1)
  await git("commit", "-qam", "Add the lamp")
  await git("merge", "-q", "--no-edit", "other")
  const ids = await build(garden, boat, binding, paper, more)
  expect([ids[0], ids.at(-1)]).toEqual([gardenId, lampId])
  expect(await git("status", "--porcelain", "citations.json")).toBe("")
}, 120_000)

test("an id that the branches published for two passages is an error; nothing is lost", async () => {
  const line = (id: string, text: string) =>
    `{"id":"${id}","document":"a","role":"p","release":"1.0.0","text":"${text}","before":"","after":""}`
  const ledger = (...lines: readonly string[]) =>
    `{"about":"","format":1,"pages":[],"documents":[{"name":"a","title":"A","release":"1.0.0","pages":[]}],"passages":[${lines.join(",")}]}`
  await desk.write("base.json", "")
  await desk.write("ours.json", ledger(line("a.x", "The boat is out."), line("a.y", "Yes.")))
  await desk.write("theirs.json", ledger(line("a.x", "The lamp is lit."), line("a.z", "No.")))
  const run = await desk.stet("ledger", "merge", "base.json", "ours.json", "theirs.json")
  expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("[ledger-irreconcilable]") })
  const merged = await desk.read("ours.json")
  expect(Array.from(merged.matchAll(/"id":"([^"]*)"/g), ([, id]) => id)).toEqual(["a.x", "a.z", "a.y"])
  expect(merged).toContain("The boat is out.")
}, 60_000)

test("a ledger that cannot be read is not merged, and ours stays as it is", async () => {
  const ours = await desk.read("ours.json")
  await desk.write("theirs.json", "{")
  const run = await desk.stet("ledger", "merge", "base.json", "ours.json", "theirs.json")
  expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("theirs.json:1:1: error") })
  expect(await desk.read("ours.json")).toBe(ours)
}, 60_000)

test("a release keeps the ledger too, beside the sources and among its own files", async () => {
  await desk.remove(".git")
  await desk.write(
    "edition.yaml",
    `${settings.replace("1.0.0", "2.0.0")}date: 2026-11-24\nprofile: stet\n${answers}`,
  )
  await desk.write("sources/ada.md", body(boat, binding, paper, garden))
  const before = await desk.read("citations.json")
  const run = await desk.stet("release", "2.0.0")
  expect(run.exitCode === 0 ? "" : run.stderr).toBe("")
  const after = await desk.read("citations.json")
  expect(after).not.toBe(before)
  expect(await desk.read("releases/2.0.0/edition/citations.json")).toBe(after)
  expect(await desk.stet("build")).toMatchObject({ exitCode: 0 })
  expect(await desk.read("citations.json")).toBe(after)
}, 120_000)

test("a citation is resolved by the ledger, and one of nothing that was published is told", async () => {
  const ledger = JSON.parse(await desk.read("citations.json")) as { passages: { id: string }[] }
  const id = ledger.passages[0]?.id ?? ""
  const found = await desk.stet("resolve", `see https://example.org/x/index.html#${id}.`, "--json")
  expect(found.exitCode, found.stderr).toBe(0)
  expect(JSON.parse(found.stdout)).toMatchObject({
    status: expect.stringMatching(/same|reworded|moved|withdrawn/),
  })
  const nothing = await desk.stet("resolve", "nobody.ever", "--json")
  expect([nothing.exitCode, nothing.stdout.includes("citation-unknown")]).toEqual([1, true])
}, 60_000)

test("a passage is cited with its own address, in every form", async () => {
  const ledger = JSON.parse(await desk.read("citations.json")) as {
    passages: { id: string; gone?: unknown }[]
  }
  const id = ledger.passages.find((each) => each.gone === undefined)?.id ?? ""
  const cited = async (...args: readonly string[]) => (await desk.stet("cite", id, ...args)).stdout
  expect(await cited()).toMatch(
    new RegExp(`^Ada Quill, “.*”.*, in Quill's letters, ed\\. Ada Quill, edition .*#${id}\\.\n$`),
  )
  // A document is cited in the words of its own page.
  const [tei = ""] = Object.keys(await desk.snapshot("output/tei")).filter(
    (path) => !path.endsWith("edition.xml"),
  )
  const name = basename(tei, ".xml")
  const page = await desk.read(`output/site/${name}/index.html`)
  const onPage = /<p class="citation">(.*?)<\/p>/s.exec(page)?.[1]?.replace(/<[^>]*>/g, "")
  expect((await desk.stet("cite", name)).stdout).toBe(`${onPage}\n`)
  // No date of release and no address are known here but the passage's own.
  expect(await cited("--format", "chicago-note")).toMatch(
    new RegExp(`^Ada Quill to Ben Folio, in Quill’s Letters, ed\\. Ada Quill, version .*#${id}\\.\n$`),
  )
  expect(await cited("--format", "chicago")).toMatch(
    /^Ada Quill\. Letter to Ben Folio\. In Quill’s Letters, /,
  )
  expect(await cited("--format", "mla")).toMatch(/^Ada Quill\. “.*” Quill’s Letters, edited by Ada Quill, /)
  expect(await cited("--format", "apa")).toMatch(
    /^Ada Quill\. \((?:n\.d\.|\d{4})\)\. .* \[Letter to Ben Folio\]\. In /,
  )
  const whole = await desk.stet("cite", "ada", "--format", "mla")
  expect([whole.exitCode, whole.stdout.includes("index.html")]).toEqual([0, false])
  expect(await cited("--format", "bibtex")).toMatch(/^@\w+\{/)
  expect(await cited("--format", "ris")).toMatch(/^TY {2}- /)
  expect(JSON.parse(await cited("--format", "csl-json"))).toMatchObject([{ title: expect.any(String) }])
  const nothing = await desk.stet("cite", "nobody")
  expect([nothing.exitCode, nothing.stderr.includes("citation-unknown")]).toEqual([1, true])
  const mistyped = await desk.stet("cite", `${name}x`)
  expect(mistyped.stderr).toContain(`names nothing that this edition has published. Did you mean ${name}?`)
}, 60_000)
