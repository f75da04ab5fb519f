import { execFileSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { strToU8, unzipSync, zipSync } from "fflate"
import { afterAll, beforeAll, expect, test } from "vitest"
import { png } from "../images.js"
import { answers, type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
const bag = "deposits/quill-s-letters-1.0.0.zip"
beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", `${settings}date: 2026-11-29\nprofile: stet\n${answers}`)
  await desk.write(
    "sources/a.md",
    transcription("Dear Ben,\n\nThe ~~blue~~ boat is in.\n", "images: [{ file: images/a.png }]\n"),
  )
  await desk.write("sources/registers/people.yaml", "people:\n  - { id: ben, name: Ben Folio }\n")
  await desk.write("images/a.png", png(20, 30))
  expect((await desk.stet("release", "1.0.0")).exitCode).toBe(0)
}, 60_000)
afterAll(() => desk.clear())

/** The files below a folder, by their paths from there. */
const below = async (folder: string) =>
  new Map(
    Object.entries(await desk.snapshot(folder)).map(([path, content]) => [
      path.slice(join(desk.folder, folder).length + 1),
      content,
    ]),
  )

test("a deposit is a bag whose manifests another program finds right", async () => {
  const run = await desk.stet("deposit")
  expect(run.exitCode, run.stderr).toBe(0)
  const files = unzipSync(readFileSync(join(desk.folder, bag)))
  for (const [path, content] of Object.entries(files)) {
    const target = join(desk.folder, "unpacked", path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
  const folder = join(desk.folder, "unpacked/quill-s-letters-1.0.0")
  for (const manifest of ["manifest-sha512.txt", "tagmanifest-sha512.txt"])
    execFileSync("sha512sum", ["--check", "--strict", "--quiet", manifest], { cwd: folder })
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"], {
    cwd: join(folder, "data"),
  })
  expect(readdirSync(folder).sort()).toEqual([
    "bag-info.txt",
    "bagit.txt",
    "data",
    "manifest-sha512.txt",
    "tagmanifest-sha512.txt",
  ])
  const info = readFileSync(join(folder, "bag-info.txt"), "utf8")
  expect(info).toMatch(
    /^Source-Organization: Harbour Press\nExternal-Description: Quill's letters, 1\.0\.0\nBagging-Date: 2026-11-29\n/,
  )
  const payload = Object.entries(files).filter(([path]) => path.includes("/data/"))
  const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0)
  expect(info).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`)
  expect(readFileSync(join(folder, "data/README.md"), "utf8")).toContain("| Documents | 1 |")
  expect(await desk.stet("deposit", "--json")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("file-exists"),
  })
}, 60_000)

test("read back it is the same edition, passes the same checks and gives the same bytes", async () => {
  const run = await desk.stet("restore", bag, "again")
  expect(run.exitCode, run.stderr).toBe(0)
  for (const path of ["edition.yaml", "sources/a.md", "sources/registers/people.yaml", "images/a.png"])
    expect((await below("again")).get(path), path).toBe((await below(".")).get(path))
  expect(await below("again/releases/1.0.0")).toEqual(await below("releases/1.0.0"))
  const other = { cwd: join(desk.folder, "again") }
  const program = join(process.cwd(), "dist/cli/main.js")
  execFileSync(process.execPath, [program, "check"], other)
  execFileSync(process.execPath, [program, "verify"], other)
  execFileSync(process.execPath, [program, "build"], other)
  const released = await below("releases/1.0.0")
  const built = await below("again/output")
  expect(built.size).toBeGreaterThan(10)
  for (const [path, content] of built) expect(released.get(path), path).toBe(content)
}, 60_000)

test.each([
  ["a file is changed", (files: Files) => files.set("b/data/tei/a.xml", strToU8("<TEI/>"))],
  ["a file is missing", (files: Files) => files.delete("b/data/tei/a.xml")],
  ["a file was put in", (files: Files) => files.set("b/data/more.txt", strToU8("x"))],
  ["a path leads out", (files: Files) => files.set("b/../../out.txt", strToU8("x"))],
  ["it does not say that it is one", (files: Files) => files.delete("b/bagit.txt")],
  ["a manifest is missing", (files: Files) => files.delete("b/manifest-sha512.txt")],
])(
  "nothing is written of a bag where %s",
  async (what, change) => {
    const bytes = unzipSync(readFileSync(join(desk.folder, bag)))
    const files: Files = new Map(
      Object.entries(bytes).map(([path, content]) => [path.replace(/^[^/]+/, "b"), content]),
    )
    change(files)
    await desk.write("broken.zip", zipSync(Object.fromEntries(files)))
    const run = await desk.stet("restore", "broken.zip", "nowhere", "--json")
    expect(run.exitCode, what).toBe(1)
    expect(run.stdout).toContain("bag-unusable")
    expect(readdirSync(desk.folder)).not.toContain("nowhere")
    expect(readdirSync(dirname(desk.folder))).not.toContain("out.txt")
  },
  60_000,
)
type Files = Map<string, Uint8Array>

test("what is no ZIP, and a folder that holds something, are refused", async () => {
  await desk.write("no.zip", "no zip")
  expect((await desk.stet("restore", "no.zip", "nowhere", "--json")).stdout).toContain("bag-unusable")
  expect((await desk.stet("restore", bag, "sources", "--json")).stdout).toContain("file-exists")
}, 60_000)

test("what is no longer as it was released is not handed over", async () => {
  await desk.write("releases/1.0.0/changes.md", "otherwise")
  const run = await desk.stet("deposit", "1.0.0", "--json")
  expect([run.exitCode, run.stdout.includes("release-file-changed")]).toEqual([1, true])
}, 60_000)
