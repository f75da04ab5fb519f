import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { resources } from "../../src/cli/resources.js"
import { encodeDocument } from "../../src/encode/encode-document.js"
import { openSourceText } from "../../src/model/source-text.js"
import { openEdition, openRaw, renderEdition } from "../../src/pipeline.js"
import { readFrontMatter } from "../../src/read/front-matter.js"
import { profileFiles, sourceTextIn } from "../encoding.js"

// The edition that this repository makes: Kennedy's letter of 27 October 1962 in three documents.

const root = fileURLToPath(new URL("../../", import.meta.url))
const stem = "kennedy-khrushchev-1962-10-27"
const read = (file: string) => ({ file, bytes: readFileSync(root + file) })
const raw = read(`sources/${stem}.txt`)
const kinds = ["press-release", "letter", "draft"] as const
type Kind = (typeof kinds)[number]
const sources = kinds.map((kind) => read(`sources/${stem}-${kind}.md`))
const registers = readdirSync(`${root}sources/registers`).map((name) => read(`sources/registers/${name}`))
const opened = openEdition(read("edition.yaml"), sources, registers, profileFiles)
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string }
const edition = opened.value
if (!edition) throw new Error("the edition cannot be read")
const encoded = new Map(
  edition.documents.map((each) => [each.name, encodeDocument(each, edition, version)] as const),
)
const teiOf = (kind: Kind) => encoded.get(`${stem}-${kind}`)?.value.text ?? ""
const bodyOf = (kind: Kind) => teiOf(kind).slice(teiOf(kind).indexOf("<body>"))
const all = (kind: Kind, pattern: RegExp) =>
  Array.from(teiOf(kind).matchAll(pattern), (match) => match[1] ?? match[0])

test("the edition has no mistakes and assumes nothing", () =>
  expect([...opened.diagnostics, ...[...encoded.values()].flatMap((each) => each.diagnostics)]).toEqual([]))

test("the bodies joined are the raw file, byte for byte", () => {
  const bodies = sources.map(({ file, bytes }) => {
    const text = bytes.toString("utf8")
    return text.slice(readFrontMatter(openSourceText(file, text)).bodyStart)
  })
  expect(Buffer.from(bodies.join("")).equals(raw.bytes)).toBe(true)
})

test.each(kinds)("the TEI of the %s holds its text and nothing else", (kind) => {
  const document = edition.documents.find((each) => each.name === `${stem}-${kind}`)
  const text = sourceTextIn(teiOf(kind))
  // Words that no mark touches, in a row: a check that does not ask the reader.
  const letters = (from: string) => from.replace(/[^\p{L}\p{N}]/gu, "")
  const body = document?.transcription.body ?? ""
  expect(letters(text)).toBe(letters(body.replace(/<\/?sup>/g, "")))
})

describe("the raw file by itself", () => {
  const { value, diagnostics } = openRaw(raw, "Letters", profileFiles)
  const lines = raw.bytes.toString("utf8").split("\n")
  const said = diagnostics.map(({ code, message, span }) => ({ code, message, line: span?.start.line ?? 0 }))
  const boundaries = said.filter((each) => each.code === "assumed-boundary")
  const fields = (name: string) => said.filter((each) => each.message.includes(`${name} of `))

  test("holds three documents", () => expect(value.documents.map((each) => each.name)).toEqual([...kinds]))

  test("has its boundaries where a dateline or an announcement begins a document", () => {
    expect(boundaries).toHaveLength(3)
    expect(lines[(boundaries[1]?.line ?? 0) - 1]).toBe("October 27, 1962")
    expect(lines[(boundaries[1]?.line ?? 0) + 1]).toBe("Dear Mr. Chairman:")
    expect(lines[(boundaries[2]?.line ?? 0) - 1]).toBe("**DRAFT FOLLOWS**")
  })

  test("has the sender from the signature", () => {
    const senders = fields("sender")
    expect(senders).toHaveLength(3)
    for (const each of senders) {
      expect(each.message).toContain("is John F. Kennedy")
      expect(lines[each.line - 1]).toMatch(/^\(s\) John F\. Kennedy/)
    }
  })

  test("has the dates from the datelines, and none for the draft", () => {
    const [release, letter, draft] = fields("date")
    for (const each of [release, letter]) {
      expect(each?.message).toContain("1962-10-27")
      expect(lines[(each?.line ?? 0) - 1]).toBe("October 27, 1962")
    }
    expect(draft?.code).toBe("assumed-open")
  })
})

describe("the draft", () => {
  test("has one substitution: an addition, then a deletion", () => {
    const substitutions = all("draft", /<subst[^>]*>([\s\S]*?)<\/subst>/g)
    expect(substitutions).toHaveLength(1)
    expect(substitutions[0]).toMatch(
      /^<add place="above"[^>]*>territory of any nation[^<]*<\/add> <del rend="strikethrough"[^>]*>sovereignty[^<]*<\/del>$/,
    )
  })

  test("has one more struck passage, which is a plain deletion", () => {
    const outside = teiOf("draft").replace(/<subst[\s\S]*?<\/subst>/g, "")
    expect(Array.from(outside.matchAll(/<del rend="strikethrough"/g))).toHaveLength(1)
  })

  test("keeps the false start with its label", () =>
    expect(teiOf("draft")).toMatch(
      /<label><del rend="unmarked" instant="true">3\.<\/del><\/label> <item xml:id="[^"]*"><del rend="unmarked" instant="true">You would<\/del><\/item>/,
    ))

  test("was never sent", () => expect(teiOf("draft")).not.toMatch(/correspAction type="(sent|received)"/))
})

test.each([
  ["press-release", ["1)", "2)"]],
  ["letter", ["1)", "2)"]],
  ["draft", ["1.", "2.", "3.", "3.", "4.", "5."]],
] as const)("the labels of the %s are those printed: %j", (kind, labels) =>
  expect(Array.from(bodyOf(kind).matchAll(/<label>(?:<del[^>]*>)?([^<]*)/g), (match) => match[1])).toEqual([
    ...labels,
  ]),
)

test("the letter was sent once", () => expect(all("letter", /<correspAction type="sent">/g)).toHaveLength(1))

test("what is corrected stands beside what the source has, with a note", () => {
  const pattern =
    /<choice><sic>([^<]+)<\/sic><corr resp="#[^"]+\.ed1">[\s\S]+?<\/corr><\/choice><note type="textConst"/g
  const rules = edition.documents.flatMap((each) => each.frontMatter.emendations)
  expect(rules.length).toBeGreaterThan(0)
  expect(kinds.flatMap((kind) => all(kind, pattern))).toEqual(rules.map((each) => each.sic))
})

test("the index says which edition this is, and of which day", async () => {
  const { value } = await renderEdition({ edition, documents: [], images: new Map() }, resources(version))
  const { version: number } = edition.settings
  expect(edition.settings.date).toBe("2026-11-24")
  expect(value.find(({ path }) => path === "index.html")?.content).toContain(
    `Edition ${number}, 24 November 2026<`,
  )
})

test("no two elements of the edition have one id", () => {
  const ids = kinds.flatMap((kind) => all(kind, /xml:id="([^"]*)"/g))
  expect(ids.length).toBeGreaterThan(60)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

test.each(kinds)("output/tei holds the %s as it is built now, byte for byte", (kind) =>
  expect(readFileSync(`${root}output/tei/${stem}-${kind}.xml`, "utf8")).toBe(teiOf(kind)),
)
