import { SaxesParser } from "saxes"

/** A case of James Clark's suite; schemas and documents as they stand in the file. */
export interface SuiteCase {
  /** Counted from 1 in the order of the file. */
  readonly number: number
  readonly section: string
  readonly line: number
  /** Files that the schema refers to, by their path. */
  readonly resources: ReadonlyMap<string, string>
  readonly schema: string
  readonly isCorrect: boolean
  readonly valid: readonly string[]
  readonly invalid: readonly string[]
}

type Mutable = { -readonly [Key in keyof SuiteCase]: SuiteCase[Key] }

/** Elements whose content is a file of its own. */
const holders = new Set(["resource", "correct", "incorrect", "valid", "invalid"])

/** The cases of the suite's file. */
export function readSuite(given: string): readonly SuiteCase[] {
  // Its one entity stands for a whole element, which saxes would take for text.
  const file = given
    .replace(/<!DOCTYPE[\s\S]*?\]>/, (all) => all.replace(/[^\n]/g, " "))
    .replaceAll("&dii;", "<\u0e14\u0e35/>")
  const cases: SuiteCase[] = []
  const folders: string[] = []
  const resources = new Map<string, string>()
  let current: Mutable | undefined
  let depth = 0
  let start = 0
  let name = ""
  let section = ""
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on("opentag", (tag) => {
    if (depth > 0 || holders.has(tag.name)) {
      if (depth++ === 0) {
        start = parser.position
        name = tag.attributes["name"] ?? tag.attributes["dtd"] ?? ""
      }
    } else if (tag.name === "dir") folders.push(tag.attributes["name"] ?? "")
    else if (tag.name === "testCase") {
      resources.clear()
      current = {
        number: cases.length + 1,
        section: "",
        line: parser.line,
        resources: new Map(),
        schema: "",
        isCorrect: true,
        valid: [],
        invalid: [],
      }
    }
  })
  parser.on("text", (text) => {
    if (depth === 0 && text.trim() !== "") section = text.trim()
  })
  parser.on("closetag", (tag) => {
    if (depth > 0) {
      if (--depth > 0 || current === undefined) return
      const content = file.slice(start, file.lastIndexOf("</", parser.position - 1)).trim()
      if (tag.name === "resource") resources.set([...folders, name].join("/"), content)
      else if (tag.name === "valid") current.valid = [...current.valid, content]
      else if (tag.name === "invalid") current.invalid = [...current.invalid, content]
      else {
        current.schema = content
        current.isCorrect = tag.name === "correct"
      }
    } else if (tag.name === "dir") folders.pop()
    else if (tag.name === "section" && current !== undefined) current.section = section
    else if (tag.name === "testCase" && current !== undefined) {
      cases.push({ ...current, resources: new Map(resources) })
      current = undefined
    }
  })
  parser.write(file).close()
  return cases
}
