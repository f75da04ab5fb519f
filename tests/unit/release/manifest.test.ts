import { expect, test } from "vitest"
import { manifestOf, manifestProblems, readManifest, sha256 } from "../../../src/release/manifest.js"

const digest = (content: string) => sha256(content)

test("a manifest is read as it was written, in the order of the paths", () => {
  const text = manifestOf([
    { path: "tei/b.xml", content: "b" },
    { path: "site/a b.html", content: new Uint8Array([1, 2]) },
  ])
  expect(text.split("\n").map((line) => line.slice(66))).toEqual(["site/a b.html", "tei/b.xml", ""])
  const { value, diagnostics } = readManifest(text, "m.txt")
  expect(diagnostics).toEqual([])
  expect(value.map(({ path }) => path)).toEqual(["site/a b.html", "tei/b.xml"])
  // As sha256sum prints it.
  expect(digest("b")).toBe("3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d")
})

test.each([
  ["no digest", "a.txt\n", "manifest-malformed"],
  ["a digest cut short", "abc  a.txt\n", "manifest-malformed"],
  ["a path that leads out", `${"0".repeat(64)}  ../a\n`, "path-outside"],
  ["a path from the root", `${"0".repeat(64)}  /etc/passwd\n`, "path-outside"],
  ["a path of Windows", `${"0".repeat(64)}  C:\\a\n`, "path-outside"],
  ["a path twice", `${"0".repeat(64)}  a\n${"1".repeat(64)}  a\n`, "manifest-twice"],
])("%s is told at its line", (_, text, code) => {
  const { diagnostics } = readManifest(text, "m.txt")
  const line = text.split("\n").length - 1
  expect(diagnostics).toMatchObject([{ code, span: { file: "m.txt", start: { line, column: 1 } } }])
})

test("what is missing, changed or more than released is told, what is missing or changed at its line", () => {
  const text = manifestOf(["a", "b", "c"].map((each) => ({ path: each, content: each })))
  const entries = readManifest(text, "m.txt").value
  const there = new Map([
    ["a", digest("a")],
    ["b", digest("B")],
    ["d", digest("d")],
    ["manifest-sha256.txt", digest(text)],
  ])
  expect(
    manifestProblems(entries, there).map(({ code, message, span }) => [
      code,
      message.split(" ")[0],
      span?.start.line,
    ]),
  ).toEqual([
    ["release-file-changed", "b", 2],
    ["release-file-missing", "c", 3],
    ["release-file-unlisted", "d", undefined],
  ])
})
