import { rm, symlink, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

// Whatever is wrong, a build exits with 1, says where and what to do, and leaves what was published.

const letter = "sources/letter.md"
const good = transcription("Dear Ben,\n\nThe boat is ~~out~~ <sup>in</sup>.\n")
let desk: Desk
let published: Readonly<Record<string, string>>

beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write(letter, good)
  const { exitCode, stderr } = await desk.stet("build")
  expect(stderr.includes("error") ? stderr : exitCode).toBe(0)
  published = await desk.snapshot("output")
  expect(Object.keys(published).some((path) => path.endsWith("output/tei/letter.xml"))).toBe(true)
  await writeFile(join(desk.folder, "../secret.md"), transcription("Secret.\n"))
}, 120_000)

afterAll(() => desk.clear())

/** Builds what is wrong and mends it again; gives back what was printed. */
async function failing(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  for (const [path, content] of Object.entries(files)) await desk.write(path, content)
  const run = await desk.stet("build", ...args)
  await desk.write("edition.yaml", settings)
  await desk.write(letter, good)
  expect(await desk.snapshot("output")).toEqual(published)
  return run
}

test.each<readonly [string, string, string | Uint8Array, string]>([
  ["unbalanced ~~", letter, transcription("Dear ~~Ben,\n"), `${letter}:8:6: error: .*\\[mark-unclosed\\]`],
  ["unbalanced <sup>", letter, transcription("A\nb <sup>c\n"), `${letter}:9:3: error: .*\\[mark-unclosed\\]`],
  ["a stray </sup>", letter, transcription("A b</sup>\n"), `${letter}:8:4: error: .*\\[mark-unopened\\]`],
  [
    "a missing field",
    letter,
    good.replace(/sender: .*\n/, ""),
    `${letter}:2:1: error: .*“sender”.*\\[field-missing\\]`,
  ],
  [
    "an unknown key",
    letter,
    good.replace("sender", "sendr"),
    `${letter}:4:1: error: .*“sendr”.*\\[field-unknown\\]`,
  ],
  [
    "not UTF-8",
    letter,
    Buffer.concat([Buffer.from(good), Buffer.of(0xe9)]),
    `${letter}:11:1: error: .*\\[file-not-utf8\\]`,
  ],
  ["an empty file", letter, "", `${letter}:1:1: error: .*\\[file-empty\\]`],
  [
    "256 nested marks",
    letter,
    transcription(`${"<u>".repeat(256)}x${"</u>".repeat(256)}`),
    `${letter}:8:385: error: .*\\[mark-too-deep\\]`,
  ],
  ["a bidi control", letter, transcription("Pay \u202e05.\n"), `${letter}:8:5: error: .*\\[bidi-control\\]`],
  [
    "a control character",
    letter,
    transcription("Pay \u000105.\n"),
    `${letter}:8:5: error: .*\\[character-forbidden\\]`,
  ],
  [
    "an order that leaves the folder",
    "edition.yaml",
    `${settings}order: [../secret]\n`,
    "edition.yaml:9:9: error: .*\\[path-outside\\]",
  ],
  [
    "a witness that leaves the folder",
    letter,
    transcription("A\n", "witnesses: [{ document: ../secret, relation: a }]\n"),
    `${letter}:7:25: error: .*\\[path-outside\\]`,
  ],
  [
    "an unknown witness",
    letter,
    transcription("A\n", "witnesses: [{ document: ben, relation: a }]\n"),
    `${letter}:7:25: error: .*\\[reference-unresolved\\]`,
  ],
])("%s", async (_, file, content, problem) => {
  const { exitCode, stdout, stderr } = await failing({ [file]: content })
  expect(stderr).toMatch(new RegExp(`^${problem}`, "m"))
  expect(stderr).toMatch(/^ {2}→ \S/m)
  expect([exitCode, stdout]).toEqual([1, ""])
})

test("a transcription that is a link to elsewhere", async () => {
  const link = join(desk.folder, "sources/linked.md")
  await symlink(join(desk.folder, "../secret.md"), link)
  const { exitCode, stderr } = await failing({})
  await rm(link)
  expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/\[path-outside\]/)])
})

test("with --json the same problems are one JSON object", async () => {
  const { exitCode, stdout } = await failing({ [letter]: transcription("Dear ~~Ben,\n") }, "--json")
  const found = JSON.parse(stdout) as { exitCode: number; diagnostics: readonly unknown[] }
  expect([exitCode, found.exitCode]).toEqual([1, 1])
  expect(found.diagnostics).toMatchObject([
    { code: "mark-unclosed", severity: "error", span: { file: letter, start: { line: 8, column: 6 } } },
  ])
})

test("a raw file built beside the edition leaves the edition's output", async () => {
  await desk.write("raw.txt", "Dear Ben,\n\nThe ~~boat.\n")
  const { exitCode, stderr } = await failing({}, "raw.txt")
  expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^raw\.txt:3:5: error: /m)])
})

test("the build is the same again, byte for byte", async () => {
  expect((await desk.stet("build")).exitCode).toBe(0)
  expect(await desk.snapshot("output")).toEqual(published)
})
