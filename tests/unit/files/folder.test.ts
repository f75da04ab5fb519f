import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openFolder } from "../../../src/files/folder.js"

let home = ""
let root = ""

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), "stet-folder-")))
  root = join(home, "edition")
  await mkdir(join(root, "sources/letters"), { recursive: true })
  await mkdir(join(root, "output/site"), { recursive: true })
  await writeFile(join(home, "secret.xml"), "<secret/>")
  await writeFile(join(root, "sources/letters/a.xml"), "<a/>")
  await writeFile(join(root, "output/site/index.html"), "<p/>")
  await writeFile(join(root, ".hidden"), "")
})
afterEach(() => rm(home, { recursive: true, force: true }))

const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)

test("a file of the folder is read by its path", () =>
  expect(textOf(openFolder(root, []).bytes("sources/letters/a.xml"))).toBe("<a/>"))

test.each([
  "../secret.xml",
  "sources/../../secret.xml",
  "/etc/passwd",
  "C:/secret.xml",
  "a\\..\\b",
  "sources",
  "no.xml",
])("%s is not", (path) => expect(openFolder(root, []).bytes(path)).toBeUndefined())

test("a link that leads out is not followed, one that stays inside is", async () => {
  await symlink(join(home, "secret.xml"), join(root, "out.xml"))
  await symlink(join(root, "sources/letters/a.xml"), join(root, "in.xml"))
  const folder = openFolder(root, [])
  expect([folder.bytes("out.xml"), textOf(folder.bytes("in.xml"))]).toEqual([undefined, "<a/>"])
  expect([...folder.paths()].sort()).toEqual(["in.xml", "output/site/index.html", "sources/letters/a.xml"])
})

test("what is generated or hidden is not listed", () =>
  expect([...openFolder(root, ["output"]).paths()]).toEqual(["sources/letters/a.xml"]))

test("a folder that is not there has no files", () =>
  expect(openFolder(join(home, "no"), []).paths().size).toBe(0))
