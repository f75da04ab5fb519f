import { SaxesParser } from "saxes"
import { expect, test } from "vitest"
import { catalogue } from "../../../src/diagnostics/catalogue.js"
import { type Diagnostic, diagnose } from "../../../src/diagnostics/diagnostic.js"
import { type Found, reports } from "../../../src/diagnostics/report/formats.js"
import { openSourceText } from "../../../src/model/source-text.js"

const text = "Dear Ben,\n~~so\nYours\n"
const file = "sources/ü 1,2:3%.md"
const { spanAt } = openSourceText(file, text)
const unclosed = (from: number, to: number, related: Diagnostic["related"] = []) =>
  diagnose("mark-unclosed", { mark: "{~~", closer: "~~}" }, spanAt(from, to), related)
const empty = diagnose("mark-empty", {}, spanAt(0, 4))
const nowhere = diagnose("edition-empty", { folder: "sources" })

const found = (diagnostics: readonly Diagnostic[], more: Partial<Found> = {}): Found => ({
  diagnostics,
  textOfFile: (name) => (name === file ? text : undefined),
  checked: ["edition.yaml", file],
  version: "1.2.3",
  pathOf: (path) => path,
  ...more,
})

const sarif = (some: Found) => JSON.parse(reports.sarif(some))

test("SARIF has what its schema asks for, and the rules that occur", () => {
  const log = sarif(
    found([empty, unclosed(10, 12, [{ message: "See [a](1).", span: spanAt(16, 21) }]), nowhere]),
  )
  expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-schema-2.1.0.json") })
  expect(log.runs).toHaveLength(1)
  const [run] = log.runs
  expect(run.columnKind).toBe("utf16CodeUnits")
  const { driver } = run.tool
  expect([driver.name, driver.version]).toEqual(["stet", "1.2.3"])
  expect(driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
    "edition-empty",
    "mark-empty",
    "mark-unclosed",
  ])
  expect(driver.rules[2].shortDescription.text).toBe(
    catalogue["mark-unclosed"].wording.replace(/\{\w+\}/g, "…"),
  )
  const [first, second, third] = run.results
  expect(second).toEqual({
    ruleId: "mark-unclosed",
    ruleIndex: 2,
    level: "error",
    message: { text: expect.stringMatching(/^\{\{~~ is opened here/) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "sources/%C3%BC%201%2C2%3A3%25.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 3, charOffset: 10, charLength: 2 },
        },
      },
    ],
    relatedLocations: [
      {
        id: 1,
        message: { text: "See \\[a](1)." },
        physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 3 }) }),
      },
    ],
    partialFingerprints: { "stetLine/v1": expect.stringMatching(/^[0-9a-f]{16}:1$/) },
  })
  expect(first.level).toBe("warning")
  expect(third.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: "edition.yaml", uriBaseId: "%SRCROOT%" } } },
  ])
})

test("SARIF of a clean edition is a run without results", () =>
  expect(sarif(found([])).runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } }))

test("fingerprints stay when lines are moved, and differ between problems", () => {
  const moved = `New line\n\n${text}`
  const { spanAt: movedAt } = openSourceText(file, moved)
  const at = (span: Diagnostic["span"]) => diagnose("mark-unclosed", { mark: "~~", closer: "~~" }, span)
  const prints = (some: Found) =>
    sarif(some).runs[0].results.map((each: { partialFingerprints: object }) => each.partialFingerprints)
  const before = prints(found([at(spanAt(10, 12)), at(spanAt(10, 12)), at(spanAt(0, 4))]))
  const after = prints(
    found([at(movedAt(20, 22)), at(movedAt(20, 22)), at(movedAt(10, 14))], { textOfFile: () => moved }),
  )
  expect(after).toEqual(before)
  expect(new Set(before.map((each: object) => JSON.stringify(each))).size).toBe(3)
})

test("GitHub's annotations are escaped, errors first", () => {
  const related = [{ message: "50%\r\nhere", span: spanAt(16, 21) }]
  const lines = reports
    .github(found([empty, nowhere, unclosed(10, 12, related), unclosed(0, 12)]))
    .split("\n")
  const name = "sources/ü 1%2C2%3A3%25.md"
  expect(lines[0]).toMatch(/^::error title=edition-empty::There is no transcription/)
  expect(lines[1]).toMatch(
    `::error file=${name},line=2,endLine=2,col=1,endColumn=3,title=mark-unclosed::{~~ is opened here`,
  )
  expect(lines[1]).toContain(`.%0Asources/ü 1,2:3%25.md:3: 50%25%0D%0Ahere%0A`)
  expect(lines[2]).toMatch(`::error file=${name},line=1,endLine=2,title=mark-unclosed::`)
  expect(lines[3]).toMatch(`::warning file=${name},line=1,endLine=1,col=1,endColumn=5,title=mark-empty::`)
  expect(lines.slice(4)).toEqual([""])
  const told = { ...empty, severity: "info" as const }
  expect(reports.github(found([told]))).toMatch(/^::notice /)
  expect(reports.github(found([]))).toBe("")
})

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

function parsed(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" }
  const open = [root]
  const parser = new SaxesParser()
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: "" }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on("text", (part) => {
    const last = open.at(-1)
    if (last) last.text += part
  })
  parser.on("closetag", () => open.pop())
  parser.write(xml).close()
  return root.children[0] ?? root
}

test("JUnit: a suite for each file, a case for each code that failed", () => {
  const root = parsed(
    reports.junit(
      found([empty, unclosed(10, 12), unclosed(0, 4), nowhere], { checked: ["edition.yaml", file] }),
    ),
  )
  expect([root.name, root.attributes]).toEqual([
    "testsuites",
    { name: "stet", tests: "3", failures: "2", errors: "0", time: "0" },
  ])
  expect(
    root.children.map(({ name, attributes }) => [name, attributes["name"], attributes["failures"]]),
  ).toEqual([
    ["testsuite", "edition.yaml", "0"],
    ["testsuite", file, "1"],
    ["testsuite", "edition", "1"],
  ])
  const [clean, broken] = root.children
  expect(clean?.children.map(({ name, children }) => [name, children])).toEqual([["testcase", []]])
  expect(broken?.children.map(({ name }) => name)).toEqual(["testcase", "system-out"])
  const [testcase, output] = broken?.children ?? []
  expect(testcase?.attributes).toEqual({ name: "mark-unclosed", classname: file, time: "0" })
  const [failure] = testcase?.children ?? []
  expect(failure?.attributes).toEqual({
    message: "{~~ is opened here and not closed in this paragraph. (2 times)",
    type: "mark-unclosed",
  })
  expect(failure?.text).toContain("  2 | ~~so\n    | ^^\n")
  expect(output?.text).toContain("[mark-empty]")
})

test("JUnit is XML whatever an editor typed", () => {
  const mark = 'a<b>&"\u0000\ud800\ufffe\n\t]]>'
  const problem = diagnose("mark-unclosed", { mark, closer: "~" }, spanAt(10, 12))
  const root = parsed(reports.junit(found([problem])))
  const failure = root.children[1]?.children[0]?.children[0]
  expect(failure?.attributes["message"]).toContain('a<b>&"\ufffd\ufffd\ufffd\n\t]]>')
})
