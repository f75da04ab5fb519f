import type { Diagnostic } from "../diagnostic.js"
import { printDiagnostic } from "../print.js"
import type { Found } from "./formats.js"

/** Where problems stand that are of no one file. */
const nowhere = "edition"

/**
 * JUnit's XML, as Jenkins and GitLab read it: a suite for each file that was checked, a case for each code
 * of its errors, or one that passed. Warnings break nothing: they stand in the suite's output.
 */
export function reportJunit({ diagnostics, textOfFile, checked, pathOf }: Found): string {
  const byFile = new Map<string, Diagnostic[]>(checked.map((file) => [file, []]))
  for (const each of diagnostics) {
    const file = each.span?.file ?? nowhere
    const those = byFile.get(file)
    if (those) those.push(each)
    else byFile.set(file, [each])
  }
  const suites = [...byFile].map(([file, those]) =>
    suite(file === nowhere ? nowhere : pathOf(file), those, textOfFile),
  )
  const sum = (count: (suite: Suite) => number) => suites.reduce((all, each) => all + count(each), 0)
  const [tests, failures] = [sum((each) => each.tests), sum((each) => each.failures)]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="stet" tests="${tests}" failures="${failures}" errors="0" time="0">`,
    ...suites.map((each) => each.xml),
    "</testsuites>\n",
  ].join("\n")
}

interface Suite {
  readonly tests: number
  readonly failures: number
  readonly xml: string
}

function suite(name: string, those: readonly Diagnostic[], textOfFile: Found["textOfFile"]): Suite {
  const errors = those.filter((each) => each.severity === "error")
  const others = those.filter((each) => each.severity !== "error")
  const codes = [...new Set(errors.map((each) => each.code))]
  const print = (some: readonly Diagnostic[]) =>
    inXml(some.map((each) => printDiagnostic(each, textOfFile)).join("\n\n"))
  const head = (title: string) =>
    `    <testcase name="${attribute(title)}" classname="${attribute(name)}" time="0"`
  const cases = codes.map((code) => {
    const failed = errors.filter((each) => each.code === code)
    const more = failed.length > 1 ? ` (${failed.length} times)` : ""
    const message = `${failed[0]?.message}${more}`
    return [
      `${head(code)}>`,
      `      <failure message="${attribute(message)}" type="${code}">${print(failed)}</failure>`,
      "    </testcase>",
    ].join("\n")
  })
  const tests = Math.max(1, codes.length)
  const counts = `tests="${tests}" failures="${codes.length}" errors="0" skipped="0" time="0"`
  const xml = [
    `  <testsuite name="${attribute(name)}" ${counts}>`,
    ...(cases.length > 0 ? cases : [`${head("check")}/>`]),
    ...(others.length > 0 ? [`    <system-out>${print(others)}</system-out>`] : []),
    "  </testsuite>",
  ].join("\n")
  return { tests, failures: codes.length, xml }
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
}

/** XML 1.0 (section 2.2) has no way to write some characters, not even by reference. */
const inXml = (text: string) =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>\r]/g, (sign) => references[sign] ?? sign)

const attribute = (text: string) => inXml(text).replace(/["\t\n]/g, (sign) => references[sign] ?? sign)
