import { afterAll, beforeAll, expect, test } from "vitest"
import { type Desk, openDesk, settings, transcription } from "./stet.js"

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await desk.write("edition.yaml", settings)
  await desk.write("sources/a.md", transcription("Dear Ben, ~~so\n"))
  await desk.write("sources/b.md", transcription("Dear Ada,\n"))
})
afterAll(() => desk.clear())

const check = (...args: readonly string[]) => desk.stet("check", ...args)

test("text: the line and a marker, on standard error", async () => {
  const { exitCode, stderr } = await check()
  expect(exitCode).toBe(1)
  expect(stderr).toContain("  8 | Dear Ben, ~~so\n    |           ^^\n  → ")
})

test("JSON has the same short form and long form", async () => {
  const [short, long] = await Promise.all([check("--json"), check("--format", "json")])
  expect(long).toEqual(short)
  const report = JSON.parse(short.stdout)
  expect(report).toMatchObject({ exitCode: 1, diagnostics: [{ code: "mark-unclosed", severity: "error" }] })
})

test("SARIF alone stands on standard output", async () => {
  const { exitCode, stdout } = await check("--format", "sarif")
  expect(exitCode).toBe(1)
  const [run] = JSON.parse(stdout).runs
  expect(run.results[0]).toMatchObject({
    ruleId: "mark-unclosed",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "sources/a.md" },
          region: { startLine: 8, startColumn: 11, endLine: 8, endColumn: 13 },
        },
      },
    ],
  })
})

test("GitHub's annotations alone stand on standard output", async () => {
  const { exitCode, stdout } = await check("--format", "github")
  expect(exitCode).toBe(1)
  const lines = stdout.trimEnd().split("\n")
  expect(lines[0]).toMatch(
    /^::error file=[^,]*sources\/a\.md,line=8,endLine=8,col=11,endColumn=13,title=mark-unclosed::/,
  )
  expect(lines.every((line) => /^::(?:error|warning|notice) /.test(line))).toBe(true)
})

test("JUnit alone stands on standard output, with every file that was checked", async () => {
  const { exitCode, stdout } = await check("--format", "junit")
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="stet" /)
  expect(stdout).toContain('<testcase name="mark-unclosed" classname="sources/a.md" time="0">')
  expect(stdout).toContain('<testcase name="check" classname="sources/b.md" time="0"/>')
})

test("another format is a wrong command", async () =>
  expect(await check("--format", "xml")).toMatchObject({ exitCode: 2, stdout: "" }))
