import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { changeLog } from "../../../src/release/change-log.js"
import { changesBetween } from "../../../src/release/changes.js"
import { wordChanges } from "../../../src/release/word-changes.js"
import { wordsIn } from "../../interface.js"

const tei = (body: string, title = "Letter 12", header = "") =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><editionStmt><edition n="1">1</edition></editionStmt></fileDesc>${header}</teiHeader><text><body>${body}</body></text></TEI>`
const document = (text: string, name = "letter-12") => ({ name, tei: text })
const between = (was: string, now: string) => changesBetween([document(was)], [document(now)])
const log = (was: string, now: string, language: "en" | "de" = "en") =>
  changeLog(
    {
      title: "Letters",
      version: "1.1.0",
      date: "2026-11-29",
      previous: "1.0.0",
      titles: new Map([["letter-12", "Letter 12"]]),
    },
    between(was, now),
    wordsIn(language),
  )

describe("words", () => {
  test.each([
    ["the blue boat", "the grey boat", [{ was: "blue", now: "grey" }]],
    ["the boat", "the blue boat", [{ was: "the", now: "the blue" }]],
    ["the blue boat", "the boat", [{ was: "the blue", now: "the" }]],
    ["boat", "the boat", [{ was: "boat", now: "the boat" }]],
    ["a, b", "a b", [{ was: "a,", now: "a" }]],
    [
      "one two three four",
      "1 two three 4",
      [
        { was: "one", now: "1" },
        { was: "four", now: "4" },
      ],
    ],
    ["don’t go", "do go", [{ was: "don’t", now: "do" }]],
    ["", "new", [{ was: "", now: "new" }]],
    ["same", "same", []],
  ])("“%s” and “%s”", (was, now, expected) => expect(wordChanges(was, now)).toEqual(expected))

  test("what is not told has not changed: take what was, put in what is now, and the words are all there", () => {
    const words = fc
      .array(fc.constantFrom("a", "b", "c", "blue", "grey", ",", "."), { maxLength: 14 })
      .map((each) => each.join(" "))
    const count = (into: Map<string, number>, text: string, by: number) => {
      for (const word of text.split(" ").filter((each) => each !== ""))
        into.set(word, (into.get(word) ?? 0) + by)
    }
    fc.assert(
      fc.property(words, words, (was, now) => {
        const left = new Map<string, number>()
        count(left, was, 1)
        count(left, now, -1)
        for (const change of wordChanges(was, now)) {
          count(left, change.was, -1)
          count(left, change.now, 1)
        }
        expect([...left.values()].every((each) => each === 0)).toBe(true)
        expect(wordChanges(was, now).length > 0).toBe(was !== now)
      }),
      { numRuns: 500 },
    )
  })
})

describe("documents", () => {
  test("a word is told with its passage, before and after", () => {
    expect(log(tei(`<p xml:id="l.a">The blue boat.</p>`), tei(`<p xml:id="l.a">The grey boat.</p>`))).toBe(
      `# Letters, 1.1.0 (2026-11-29)

What has changed since 1.0.0.

## Letter 12 (letter-12)

- “The blue boat.” (\`l.a\`): “blue” now “grey”.
`,
    )
  })

  test("the same in German", () => {
    expect(
      log(tei(`<p xml:id="l.a">The blue boat.</p>`), tei(`<p xml:id="l.a">The grey boat.</p>`), "de"),
    ).toContain("„blue“ jetzt „grey“.")
  })

  test.each([
    ["new", `<p xml:id="l.a">a</p>`, `<p xml:id="l.a">a</p><p xml:id="l.b">b</p>`, "“b” (`l.b`) is new."],
    [
      "gone",
      `<p xml:id="l.a">a</p><p xml:id="l.b">b</p>`,
      `<p xml:id="l.a">a</p>`,
      "“b” (`l.b`) is no longer there.",
    ],
    [
      "moved",
      `<p xml:id="l.a">a</p><p xml:id="l.b">b</p><p xml:id="l.c">c</p>`,
      `<p xml:id="l.c">c</p><p xml:id="l.a">a</p><p xml:id="l.b">b</p>`,
      "“c” (`l.c`) stands in another place.",
    ],
    [
      "struck",
      `<p xml:id="l.a">a b</p>`,
      `<p xml:id="l.a">a <del>b</del></p>`,
      "“a b” (`l.a`): the words are the same; now encoded with `del`.",
    ],
    [
      "added, no longer struck",
      `<p xml:id="l.a">a <del>b</del></p>`,
      `<p xml:id="l.a">a <add>b</add></p>`,
      "encoded with `add` instead of `del`.",
    ],
    [
      "otherwise struck",
      `<p xml:id="l.a">a <del>b</del></p>`,
      `<p xml:id="l.a">a <del rend="overwritten">b</del></p>`,
      "the words are the same, the encoding says otherwise how they stand.",
    ],
    ["without an address", `<p>a</p>`, `<p>b</p>`, "(without an address): “a” now “b”."],
    [
      "in a list, beside what has an address of its own",
      `<item xml:id="l.a">a <p xml:id="l.b">b</p> c</item>`,
      `<item xml:id="l.a">a <p xml:id="l.b">b</p> d</item>`,
      "(`l.a`): “c” now “d”.",
    ],
  ])("%s", (_, was, now, expected) => expect(log(tei(was), tei(now))).toContain(expected))

  test("what the header says is told by its name, and neither a new number nor another way of citing is a change", () => {
    const was = tei("<p>a</p>", "Letter 12")
    expect(log(was, tei("<p>a</p>", "Letter 13"))).toContain("- Title: “Letter 12” now “Letter 13”.")
    expect(between(was, was.replace(/<edition .*<\/edition>/, '<edition n="2">2</edition>'))).toEqual([])
    const cited = (unit: string) =>
      tei(
        "<p>a</p>",
        "Letter 12",
        `<encodingDesc><refsDecl><citeStructure unit="${unit}"/></refsDecl></encodingDesc>`,
      )
    expect(between(cited("paragraph"), cited("line"))).toEqual([])
    const rights = `<fileDesc><publicationStmt><availability><licence>CC0</licence></availability></publicationStmt></fileDesc>`
    expect(log(was, tei("<p>a</p>", "Letter 12", rights))).toContain("- Rights: now “CC0”.")
  })

  test("a document that is new, and one that is gone", () => {
    const changes = changesBetween([document("<TEI/>", "old")], [document("<TEI/>", "new")])
    expect(changes.map(({ name, kind }) => [name, kind])).toEqual([
      ["new", "new"],
      ["old", "gone"],
    ])
  })

  test("a document under another name is that document, and a passage in another document is told in both", () => {
    const p = (id: string, words: string) => `<p xml:id="l.${id}">${words}</p>`
    const [boat, tar, rope] = [p("boat", "The boat is in."), p("tar", "And tar."), p("rope", "Rope too.")]
    const renamed = changesBetween(
      [document(tei(boat + tar), "old")],
      [document(tei(boat + p("tar", "And new tar.")), "new")],
    )
    expect(renamed).toMatchObject([
      { name: "new", kind: "changed", from: "old", passages: [{ kind: "reworded", id: "l.tar" }] },
    ])
    const frame = (inner: string) => tei(`<div xml:id="l.text">${inner}</div>`)
    const moved = changesBetween(
      [document(frame(boat + tar), "a"), document(tei(rope), "b")],
      [document(frame(boat), "a"), document(tei(rope + p("tar", "And more tar.")), "b")],
    )
    expect(moved).toMatchObject([
      { name: "a", passages: [{ kind: "left", id: "l.tar", document: "b" }] },
      {
        name: "b",
        passages: [
          { kind: "come", id: "l.tar", document: "a" },
          { kind: "reworded", id: "l.tar" },
        ],
      },
    ])
    const titles = new Map([
      ["a", "Letter A"],
      ["b", "Letter B"],
      ["new", "Letter N"],
    ])
    const release = { title: "L", version: "1.1.0", date: "2026-11-29", previous: "1.0.0", titles }
    const said = changeLog(release, [...renamed, ...moved], wordsIn("en"))
    expect(said).toContain("- The document was called old before.")
    expect(said).toContain("- “And tar.” (`l.tar`) stands in “Letter B” now.")
    expect(said).toContain("- “And more tar.” (`l.tar`) stood in “Letter A” before.")
  })

  test("mark-up in the words of an edition is none in the log", () => {
    expect(
      log(tei(`<p xml:id="l.a">x</p>`), tei(`<p xml:id="l.a">&lt;b&gt; [a](javascript:f) *y*</p>`)),
    ).toContain("“\\<b\\> \\[a\\](javascript:f) \\*y\\*”")
  })

  test("no change of a character of the text goes unnoticed", () => {
    const text = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom("a", "b", " ", "é", ".") })
    const texts = fc.array(text, { minLength: 1, maxLength: 5 })
    const made = (parts: readonly string[]) =>
      tei(parts.map((part, at) => (at % 2 ? `<p>${part}</p>` : `<p xml:id="l.${at}">${part}</p>`)).join(""))
    const plain = (parts: readonly string[]) =>
      parts.map((each) => each.replace(/\s+/g, " ").trim()).filter((each) => each !== "")
    fc.assert(
      fc.property(texts, texts, (was, now) => {
        const isSame = JSON.stringify(plain(was)) === JSON.stringify(plain(now))
        return isSame || was.length !== now.length || between(made(was), made(now)).length > 0
      }),
      { numRuns: 500 },
    )
  })
})
