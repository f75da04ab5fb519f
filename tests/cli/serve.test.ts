import { writeFileSync } from "node:fs"
import { cp, readdir, rename, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { patience, type Serving, serve } from "./preview.js"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
let serving: Serving | undefined
beforeEach(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/a.md", transcription("The binding is late.\n"))
  await desk.write("sources/b.md", transcription("Another letter.\n"))
})
afterEach(async () => {
  await serving?.end()
  serving = undefined
  await desk.clear()
})

const at = (path: string) => join(desk.folder, path)
/** Writes a file at one go, as editors do that save by renaming. */
async function put(path: string, text: string) {
  await writeFile(at(".put"), text)
  await rename(at(".put"), at(path))
}
const pageOf = async (path: string) => (await serving?.fetch(path))?.text() ?? ""
const last = async <Told>(told: readonly Told[], length: number) => {
  await vi.waitFor(() => expect(told).toHaveLength(length), patience)
  return told[length - 1]
}

test("shows the edition, tells its pages of changes and errors, and writes nothing", async () => {
  serving = await serve(desk.folder)
  await serving.built(1)
  expect(serving.said()).toMatch(/2 documents, \d+ pages, /)
  const [a, b] = [await serving.listen("/a/index.html"), await serving.listen("/b/index.html")]
  const before = await last(a, 1)
  expect(before).toMatchObject({ problems: { count: 0, first: [] } })

  await put("sources/a.md", transcription("The binding is ~~late~~ here.\n"))
  const after = await last(a, 2)
  expect(after?.page).not.toBe(before?.page)
  expect(await pageOf("/a/")).toContain("here.")
  await serving.built(2)
  expect(serving.said()).toMatch(/\d pages changed, /)

  // A file that is written in two goes is never told half.
  writeFileSync(at("sources/a.md"), "")
  writeFileSync(at("sources/a.md"), transcription("The binding is ~~late here.\n"))
  expect(await last(a, 3)).toMatchObject({
    page: after?.page,
    problems: {
      count: 1,
      first: [
        {
          code: "mark-unclosed",
          place: "sources/a.md:8:16",
          page: "/a/index.html",
          lines: ["8 | The binding is ~~late here.", "  |                ^^"],
        },
      ],
    },
  })
  // The other page is told of the errors, but has not changed.
  expect(await last(b, 2)).toMatchObject({ page: b[0]?.page, problems: { count: 1 } })
  expect(await pageOf("/a/")).toContain("here.")
  expect(serving.said()).toContain("The preview shows the last edition without errors.")

  await put("sources/a.md", transcription("The binding is here.\n"))
  expect(await last(a, 4)).toMatchObject({ problems: { count: 0 } })
  expect(await pageOf("/a/")).not.toContain("late")

  await rename(at("sources/b.md"), at("sources/c.md"))
  await last(b, 4)
  expect((await serving.fetch("/b/")).status).toBe(404)
  expect(await pageOf("/b/")).toContain("No such page")
  expect((await serving.fetch("/c/")).status).toBe(200)

  expect(await serving.end()).toBe(0)
  expect((await readdir(desk.folder)).sort()).toEqual(["edition.yaml", "sources"])
}, 300_000)

test("an edition with errors is waited for, in its own language", async () => {
  await desk.write("edition.yaml", settings.replace("language: en", "language: de"))
  await desk.write("sources/a.md", transcription("The ~~binding is late.\n"))
  serving = await serve(desk.folder)
  const told = await serving.listen("/a/index.html")
  await serving.built(1)
  const response = await serving.fetch("/a/index.html")
  expect(response.status).toBe(503)
  expect(await response.text()).toContain("Noch nichts zu sehen")
  expect((await serving.fetch("/assets/preview.js")).status).toBe(200)
  expect(told.at(-1)).toMatchObject({ problems: { count: 1, first: [{ place: "sources/a.md:8:5" }] } })
  await put("sources/a.md", transcription("The binding is late.\n"))
  await serving.built(2)
  expect((await serving.fetch("/a/index.html")).status).toBe(200)
}, 300_000)

test("survives that edition.yaml, or the whole folder, goes away and comes back", async () => {
  await cp(desk.folder, `${desk.folder}-away`, { recursive: true })
  serving = await serve(desk.folder)
  await serving.built(1)
  const told = await serving.listen("/index.html")
  await rename(at("edition.yaml"), at("away"))
  expect(await last(told, 2)).toMatchObject({ problems: { first: [{ code: "edition-missing" }] } })
  await rename(at("away"), at("edition.yaml"))
  expect(await last(told, 3)).toMatchObject({ page: told[0]?.page, problems: { count: 0 } })
  await serving.built(3)
  await rm(desk.folder, { recursive: true })
  expect(await last(told, 4)).toMatchObject({ problems: { first: [{ code: "edition-missing" }] } })
  expect((await serving.fetch("/a/")).status).toBe(200)
  await serving.built(4)
  await cp(`${desk.folder}-away`, desk.folder, { recursive: true })
  expect(await last(told, 5)).toMatchObject({ page: told[0]?.page, problems: { count: 0 } })
  await serving.built(5)
  await rm(at("sources"), { recursive: true })
  expect(await last(told, 6)).toMatchObject({ problems: { first: [{ code: "edition-empty" }] } })
}, 300_000)

test("without an edition there is nothing to serve", async () => {
  await rm(at("edition.yaml"))
  const run = await desk.stet("serve", "--port", "0", "--open", "no")
  expect(run.exitCode).toBe(1)
  expect(run.stderr).toContain("[edition-missing]")
})

test("a port in use is told; the usual one gives way to another", async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen({ port: 0, host: "127.0.0.1" }, resolve))
  const { port } = other.address() as AddressInfo
  const run = await desk.stet("serve", "--port", String(port))
  other.close()
  expect(run.exitCode).toBe(1)
  expect(run.stderr).toContain(`The preview cannot use port ${port}: it is in use. [port-unusable]`)
  expect(run.stderr).toContain("--port 0")
}, 60_000)

test.each([["--port", "stet"], ["--port", "65536"], ["--port", "-1"], ["--open", "perhaps"], ["letter.md"]])(
  "%s %s is wrong usage",
  async (...words) => {
    expect(await desk.stet("serve", ...words.filter((each) => each !== undefined))).toMatchObject({
      exitCode: 2,
      stdout: "",
    })
  },
)
