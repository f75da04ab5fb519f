import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, relative, sep } from "node:path"
import fc from "fast-check"
import { afterEach, beforeEach, expect, test } from "vitest"
import {
  exists,
  listFiles,
  packageFile,
  readBytes,
  readSource,
  resolveInside,
  writeNew,
} from "../../src/files.js"

let home = ""
let root = ""

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), "stet-files-")))
  root = join(home, "edition")
  await mkdir(join(root, "sources"), { recursive: true })
  await writeFile(join(home, "secret.md"), "secret")
  await writeFile(join(root, "sources", "letter.md"), "Dear Sir,")
})

afterEach(() => rm(home, { recursive: true, force: true }))

const codes = (outcome: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  outcome.diagnostics.map((each) => each.code)

test("a source is read as it is", async () => {
  const { value, diagnostics } = await readSource(root, "sources/letter.md")
  expect([String(value), diagnostics]).toEqual(["Dear Sir,", []])
})

test.each([
  "../secret.md",
  "sources/../../secret.md",
  "/etc/passwd",
  "C:\\boot.ini",
  "..\\secret.md",
  "a\0b",
])("a source named %j is refused", async (path) => {
  const outcome = await readSource(root, path)
  expect([outcome.value, codes(outcome)]).toEqual([undefined, ["path-outside"]])
})

test("what cannot be read is reported: nothing there, a folder, too many bytes", async () => {
  expect(codes(await readBytes(join(root, "no.md")))).toEqual(["file-not-found"])
  expect(codes(await readBytes(join(root, "sources")))).toEqual(["file-unreadable"])
  expect(codes(await readBytes(join(root, "sources", "letter.md"), 8))).toEqual(["file-too-large"])
  expect(codes(await readBytes("/dev/zero"))).toEqual(["file-unreadable"])
})

test("a link that leads out or nowhere is no way in, neither is a folder behind one", async () => {
  await symlink(join(home, "secret.md"), join(root, "out.md"))
  await symlink(home, join(root, "up"))
  await symlink(join(home, "later.md"), join(root, "nowhere.md"))
  await symlink("circle.md", join(root, "circle.md"))
  for (const path of ["out.md", "up/secret.md", "up/new.md", "nowhere.md", "circle.md"])
    expect(await resolveInside(root, path), path).toBeUndefined()
})

test("a link that stays inside leads where it says, and a linked root is still a root", async () => {
  await symlink("sources/letter.md", join(root, "copy.md"))
  await symlink(root, join(home, "linked"))
  expect(await resolveInside(root, "copy.md")).toBe(join(root, "copy.md"))
  expect(await resolveInside(join(home, "linked"), "sources/letter.md")).toBe(
    join(home, "linked", "sources", "letter.md"),
  )
})

test("a thousand nasty names never lead out", async () => {
  await symlink(home, join(root, "up"))
  const part = fc.oneof(
    fc.constantFrom(
      "..",
      ".",
      "",
      "up",
      "sources",
      "letter.md",
      "\\",
      "..\\",
      "C:",
      "~",
      "\0",
      "..;",
      "%2e%2e",
      "‥",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({ minLength: 250, maxLength: 300 }),
  )
  const path = fc.tuple(fc.constantFrom("", "/", "//", "./", "../"), fc.array(part, { maxLength: 8 }))
  await fc.assert(
    fc.asyncProperty(path, async ([head, parts]) => {
      const inside = await resolveInside(root, head + parts.join("/"))
      if (inside === undefined) return
      const way = relative(root, inside)
      expect(way === ".." || way.startsWith(`..${sep}`) || way.startsWith(sep)).toBe(false)
      const real = await realpath(inside).catch(() => undefined)
      if (real !== undefined) expect(real === root || real.startsWith(root + sep)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test("files are listed in the order of code points, hidden ones and other endings left out", async () => {
  const names = ["b.md", "B.md", "a/z.md", "\u{1F600}.md", "\uFB01.md", ".hidden.md", "image.png"]
  for (const name of names) await writeNew(join(root, "list", name), "")
  const { value, diagnostics } = await listFiles(join(root, "list"), [".md", ".txt"])
  expect([value, diagnostics]).toEqual([["B.md", "a/z.md", "b.md", "\uFB01.md", "\u{1F600}.md"], []])
})

test("a listing reports a link that leads out and goes round no circle", async () => {
  const folder = join(root, "sources")
  await symlink(join(home, "secret.md"), join(folder, "out.md"))
  await symlink(folder, join(folder, "circle"))
  const outcome = await listFiles(folder, [".md"])
  expect([outcome.value, codes(outcome)]).toEqual([["letter.md"], ["path-outside"]])
  expect(codes(await listFiles(join(root, "none"), [".md"]))).toEqual(["file-not-found"])
})

test("a new file never replaces one that is there", async () => {
  const path = join(root, "a", "new.md")
  expect(await writeNew(path, "mine")).toEqual({ value: true, diagnostics: [] })
  const second = await writeNew(path, "other")
  expect([second.value, codes(second), await readFile(path, "utf8")]).toEqual([
    false,
    ["file-exists"],
    "mine",
  ])
  expect(codes(await writeNew(join(path, "below.md"), ""))).toEqual(["file-unwritable"])
})

test("stet finds its own files", async () => {
  expect(JSON.parse(await packageFile("package.json"))).toHaveProperty("name", "stet")
  expect(await exists(join(root, "sources"))).toBe(true)
  expect(await exists(join(root, "none"))).toBe(false)
})
