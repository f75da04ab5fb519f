import { expect, test } from "vitest"
import { broughtName, checkNames, checkReference, documentName } from "../../../src/read/names.js"
import { codesOf } from "../../encoding.js"

const codes = (...files: readonly string[]) =>
  codesOf({ diagnostics: checkNames(files.map((file) => ({ name: documentName(file), file }))) })

test("a document is named as its file", () => expect(documentName("sources/a.b.md")).toBe("a.b"))

test.each(["ada", "Ada-2", "a-b_c", "a".repeat(48)])("%s can be a name", (name) =>
  expect(codes(`sources/${name}.md`)).toEqual([]),
)

test.each(["", "2-ada", "ada quill", "ädä", "con", "COM1", "nul.a", "a".repeat(49), "ada.", "tei", "Assets"])(
  "“%s” cannot",
  (name) => expect(codes(`sources/${name}.md`)).toEqual(["name-unusable"]),
)

test("names that differ in capitals alone clash", () =>
  expect(codes("sources/Ada.md", "sources/ada.md", "sources/ben.md")).toEqual(["name-clash"]))

test.each([
  ["sources/letters/duk.00031.xml", "duk-00031"],
  ["sources/Brief_12.xml", "Brief_12"],
  ["sources/1847-03-02.xml", "tei-1847-03-02"],
  ["sources/[lettre] à Zola.xml", "lettre-Zola"],
  ["sources/écrit.xml", "crit"],
  [`sources/${"a".repeat(60)}.xml`, "a".repeat(48)],
])("a brought file %s is named %s", (file, name) => {
  expect(broughtName(file)).toBe(name)
  expect(checkNames([{ name, file }])).toEqual([])
})

test.each([
  ["ben", undefined],
  ["cleo", "reference-unresolved"],
  ["../ben", "path-outside"],
  ["..", "path-outside"],
  ["C:\\ben", "path-outside"],
])("a reference to %s: %s", (target, code) =>
  expect(checkReference(target, ["ada", "ben"], undefined)?.code).toBe(code),
)

test("a reference that leads nowhere is told where it might", () =>
  expect(checkReference("bin", ["ada", "ben"], undefined)?.hint).toBe("Known: ada, ben."))
