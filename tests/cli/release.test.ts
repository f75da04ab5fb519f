import { afterAll, beforeAll, expect, test } from "vitest"
import { answers, type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
}, 60_000)
afterAll(() => desk.clear())

const numbered = (number: string, date = "2026-11-29") =>
  `${settings.replace(/version: .*\n/, `version: "${number}"\n`)}${date === "" ? "" : `date: ${date}\n`}profile: stet\n${answers}`
const found = async (...args: readonly string[]) => {
  const run = await desk.stet(...args, "--json")
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: readonly { code: string; span?: { file: string; start: { line: number } } }[]
  }
  return [run.exitCode, diagnostics.map(({ code, span }) => [code, span?.file, span?.start.line])] as const
}

test("an edition is refused under a number that is none, that it does not bear, or without a day", async () => {
  await desk.write("edition.yaml", numbered("1.0.0", ""))
  await desk.write("sources/a.md", transcription("Dear Ben,\n\nThe blue boat is in.\n"))
  expect(await found("release", "1.0")).toEqual([1, [["release-number", undefined, undefined]]])
  const [exitCode, told] = await found("release", "1.1.0")
  expect(exitCode).toBe(1)
  expect(told).toContainEqual(["release-version", "edition.yaml", 5])
  expect(told).toContainEqual(["release-date", "edition.yaml", 1])
  expect(told.at(-1)?.[0]).toBe("release-unclean")
}, 60_000)

test("an edition in which anything is wrong is not released, and nothing is written", async () => {
  await desk.write("edition.yaml", numbered("1.0.0"))
  await desk.write("sources/b.md", transcription("Dear Ben, ~~the boat\n"))
  const [exitCode, told] = await found("release", "1.0.0")
  expect(exitCode).toBe(1)
  expect(told.map(([code]) => code)).toContain("release-unclean")
  await expect(desk.snapshot("releases")).rejects.toThrow()
  await desk.remove("sources/b.md")
}, 60_000)

test("a release is whole, says what made it, and is checked from its manifest alone", async () => {
  const run = await desk.stet("release", "1.0.0")
  expect(run.exitCode, run.stderr).toBe(0)
  // What an edition does without is told, and keeps nothing from being released.
  expect(run.stderr).toContain("[files-left-out]")
  const files = Object.keys(await desk.snapshot("releases/1.0.0")).map((path) =>
    path.slice(desk.folder.length + "/releases/1.0.0/".length),
  )
  for (const path of [
    "tei/a.xml",
    "schema/edition.rng",
    "site/index.html",
    "changes.md",
    "manifest-sha256.txt",
  ])
    expect(files).toContain(path)
  expect(await desk.read("releases/1.0.0/changes.md")).toContain(
    "The first release. Its documents:\n\n- Ada Quill to Ben Folio (a)",
  )
  const made = JSON.parse(await desk.read("releases/1.0.0/release.json")) as Record<string, unknown>
  expect(made).toMatchObject({
    version: "1.0.0",
    date: "2026-11-29",
    software: { stet: expect.any(String), "saxon-js": expect.stringMatching(/^\d/) },
  })
  const verified = await desk.stet("verify")
  expect([verified.exitCode, verified.stdout]).toEqual([
    0,
    expect.stringContaining(`${files.length - 1} files, all as they were released`),
  ])
  expect(await found("release", "1.0.0")).toEqual([1, [["release-exists", undefined, undefined]]])
}, 60_000)

test("the next release says what was reworded, and has the next number", async () => {
  await desk.write("edition.yaml", numbered("0.9.0"))
  expect((await found("release", "0.9.0"))[1]).toContainEqual(["release-order", undefined, undefined])
  await desk.write("edition.yaml", numbered("1.1.0"))
  await desk.write("sources/a.md", transcription("Dear Ben,\n\nThe grey boat is in.\n"))
  const run = await desk.stet("release", "1.1.0")
  expect(run.exitCode, run.stderr).toBe(0)
  const log = await desk.read("releases/1.1.0/changes.md")
  expect(log).toContain("What has changed since 1.0.0.")
  expect(log).toMatch(/boat is in/)
  expect((await desk.stet("verify")).exitCode).toBe(0)
}, 60_000)

test("a build that says something else under the number of a release is told so, at that number", async () => {
  const told = async () =>
    ((await found("build"))[1] as readonly unknown[]).filter((each) =>
      String(each).startsWith("version-released"),
    )
  expect(await told()).toEqual([])
  const released = await desk.read("sources/a.md")
  await desk.write("sources/a.md", released.replace("grey boat", "green boat"))
  expect(await told()).toEqual([["version-released", "edition.yaml", expect.any(Number)]])
  await desk.write("sources/a.md", released)
  expect(await told()).toEqual([])
}, 60_000)

test("a file that was changed, lost or put in after the release is told", async () => {
  await desk.write("releases/1.0.0/tei/a.xml", "<TEI/>")
  await desk.remove("releases/1.0.0/schema/edition.odd")
  await desk.write("releases/1.0.0/notes.txt", "mine")
  const [exitCode, told] = await found("verify", "releases/1.0.0")
  expect(exitCode).toBe(1)
  expect(told.map(([code]) => code).sort()).toEqual([
    "release-file-changed",
    "release-file-missing",
    "release-file-unlisted",
  ])
  expect(told.find(([code]) => code === "release-file-changed")?.[1]).toBe(
    "releases/1.0.0/manifest-sha256.txt",
  )
  expect(await found("verify", "sources")).toEqual([1, [["release-none", undefined, undefined]]])
}, 60_000)
