import { posix, win32 } from "node:path"
import { expect, test } from "vitest"
import { fileNames } from "../../src/publish/planned-page.js"
import { broughtName, checkNames, documentName } from "../../src/read/names.js"

/** Of what names in the wild are made: what leads out, what a system keeps for itself, what looks alike, what is long. */
const parts = [
  ...[
    "..",
    ".",
    "/",
    "\\",
    "~",
    "//",
    "\\\\",
    "C:",
    "c:\\",
    "%2e%2e",
    "%2f",
    "file:",
    "con",
    "CON",
    "nul",
    "aux",
  ],
  ...[
    "com1",
    "LPT9",
    "prn",
    " ",
    "\t",
    "\n",
    "\0",
    "\u202e",
    "\u200b",
    "é",
    "e\u0301",
    "É",
    "ß",
    "ſ",
    "K",
    "İ",
    "ı",
  ],
  ...[
    "letter",
    "Letter",
    "LETTER",
    "1",
    "12",
    "-",
    "_",
    ":",
    "*",
    "?",
    '"',
    "<",
    ">",
    "|",
    "#",
    "&",
    "'",
    "$(x)",
  ],
  ...[
    "`x`",
    ";",
    "index",
    "tei",
    "schema",
    "assets",
    "images",
    "search",
    "__proto__",
    "constructor",
    "😀",
    "\ud800",
  ],
  ...["漢", "ا", "x".repeat(60), "a".repeat(300), ".md", ".xml", ".html", "$DATA", "::$DATA", "NUL.txt"],
]

/** Names in an order that is the same at each run (a linear congruential generator). */
function* names(count: number): Generator<string> {
  let state = 20261129
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  for (let at = 0; at < count; at++)
    yield Array.from({ length: 1 + next(5) }, () => parts[next(parts.length)]).join("")
}

const windowsDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

test("of 100,000 names from the wild every one is refused or safe on every system, and no two are one file", () => {
  let [accepted, refused] = [0, 0]
  const taken = new Map<string, string>()
  for (const name of names(100_000)) {
    for (const [file, made] of [
      [`sources/${name}.md`, documentName(`sources/${name}.md`)],
      [`sources/${name}.xml`, broughtName(`sources/${name}.xml`)],
    ] as const) {
      if (checkNames([{ name: made, file }]).length > 0) {
        refused += 1
        continue
      }
      accepted += 1
      for (const path of [`site/${made}/index.html`, `tei/${made}.xml`]) {
        expect(posix.join("/out", path), name).toBe(`/out/${path}`)
        expect(win32.join("C:\\out", path), name).toBe(`C:\\out\\${path.replaceAll("/", "\\")}`)
      }
      expect(made).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,47}$/)
      expect(made).not.toMatch(windowsDevice)
      expect(encodeURIComponent(made)).toBe(made)
      // Some file systems fold case and some decompose: what is one name there is told to clash here.
      const folded = made.normalize("NFD").toLowerCase()
      const other = taken.get(folded)
      if (other !== undefined && other !== made) {
        const both = [other, made].map((each) => ({ name: each, file: `${each}.md` }))
        expect(checkNames(both).map(({ code }) => code)).toEqual(["name-clash"])
      }
      taken.set(folded, made)
    }
  }
  // Neither may be an accident: many are refused, and many are not.
  expect(refused).toBeGreaterThan(20_000)
  expect(accepted).toBeGreaterThan(20_000)
}, 120_000)

test("pages of groups get names that are safe and differ, whatever the groups are called", () => {
  const keys = [...new Set(names(20_000))]
  const nameOf = fileNames(keys)
  const made = keys.map(nameOf)
  for (const each of made) {
    expect(each).toMatch(/^[a-z0-9-]{1,90}$/)
    expect(posix.normalize(each)).toBe(each)
    expect(each).not.toMatch(windowsDevice)
  }
  expect(new Set(made).size).toBe(keys.length)
})
