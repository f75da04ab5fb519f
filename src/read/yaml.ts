import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml"
import type { z } from "zod"
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { nearest } from "../model/nearest.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import { checkValue } from "./source-text.js"

export interface YamlReading<T> {
  readonly value: T | undefined
  readonly fieldSpans: ReadonlyMap<string, SourceSpan>
  readonly diagnostics: readonly Diagnostic[]
}

/** The fields that there are, everywhere or below a path. */
type KnownFields = readonly string[] | ((parent: string) => readonly string[])

/**
 * Reads `from` to `to` of a source as YAML and checks it; each problem stands at its own line.
 * `fields` are the known ones, or say which are known below a path (“people.0”). With `strings` a
 * value is the characters typed, so that a long number keeps all its digits.
 */
export function readYaml<T>(
  source: SourceText,
  from: number,
  to: number,
  schema: z.ZodType<T>,
  fields: KnownFields,
  scalars: "typed" | "strings" = "typed",
): YamlReading<T> {
  const document = parseDocument(source.text.slice(from, to), {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    stringKeys: true,
    ...(scalars === "strings" ? { schema: "failsafe" } : {}),
  })
  const whole = source.spanAt(from, from)
  const faults = document.errors.map((error) => {
    const [start, end] = error.pos
    return diagnose(
      "yaml-unreadable",
      { problem: error.message.toLowerCase().replace(/\.$/, "") },
      // What is missing at the end is placed after it.
      source.spanAt(Math.min(from + start, to), Math.min(from + end, to)),
    )
  })
  if (faults.length > 0) return { value: undefined, fieldSpans: new Map(), diagnostics: faults }
  const { fieldSpans, keySpans, values } = placesIn(document.contents, source, from)
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 0 }) ?? {}
  } catch (error) {
    const problem = diagnose(
      "yaml-unreadable",
      { problem: String((error as Error).message).toLowerCase() },
      whole,
    )
    return { value: undefined, fieldSpans, diagnostics: [problem] }
  }
  // “\\u202e” in quotation marks is seen only now that it is decoded.
  const hidden = [...values].flatMap(([path, value]) => checkValue(value, fieldSpans.get(path) ?? whole))
  if (hidden.length > 0) return { value: undefined, fieldSpans, diagnostics: hidden }
  const result = schema.safeParse(data, { reportInput: true })
  if (result.success) return { value: result.data, fieldSpans, diagnostics: [] }
  const diagnostics = result.error.issues.flatMap((issue) =>
    problemsOf(
      issue,
      fields,
      (path) => fieldSpans.get(path) ?? whole,
      (path) => keySpans.get(path) ?? whole,
    ),
  )
  return { value: undefined, fieldSpans, diagnostics }
}

/** Where each field of a document stands, and its key, by its path; `values` are those in quotation marks, decoded. */
function placesIn(
  contents: unknown,
  source: SourceText,
  from: number,
): {
  readonly fieldSpans: ReadonlyMap<string, SourceSpan>
  readonly keySpans: ReadonlyMap<string, SourceSpan>
  readonly values: ReadonlyMap<string, string>
} {
  const fieldSpans = new Map<string, SourceSpan>()
  const whole = source.spanAt(from, from)
  const values = new Map<string, string>()
  const keySpans = new Map<string, SourceSpan>()
  const visit = (node: unknown, path: string) => {
    const at = (name: string) => (path === "" ? name : `${path}.${name}`)
    const place = (child: unknown, name: string) => {
      if (isScalar(child) || isMap(child) || isSeq(child)) {
        const range = child.range
        const typed = range ? source.text.slice(from + range[0], from + range[1]) : ""
        // Characters typed as themselves were looked at when the file was decoded.
        if (isScalar(child) && child.type === "QUOTE_DOUBLE" && checkValue(typed, whole).length === 0)
          values.set(at(name), String(child.value))
        if (range) fieldSpans.set(at(name), source.spanAt(from + range[0], from + range[1]))
      }
      visit(child, at(name))
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = pair.key
        if (!isScalar(key)) continue
        if (key.range)
          keySpans.set(at(String(key.value)), source.spanAt(from + key.range[0], from + key.range[1]))
        place(pair.value, String(key.value))
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        place(item, String(index))
      })
    }
  }
  visit(contents, "")
  return { fieldSpans, keySpans, values }
}

type Issue = z.core.$ZodIssue

/** What does not fit, in the editor's words, each at its field or its key. */
function problemsOf(
  issue: Issue,
  fields: KnownFields,
  placeOf: (path: string) => SourceSpan,
  keyPlaceOf: (path: string) => SourceSpan,
): readonly Diagnostic[] {
  const path = issue.path.map(String).join(".")
  const parent = issue.path.slice(0, -1).map(String).join(".")
  if (issue.code === "unrecognized_keys") {
    const known = typeof fields === "function" ? fields(path) : fields
    return issue.keys.map((key) => {
      const guess = nearest(key, known)
      const suggestion = guess
        ? `Did you mean “${guess}”? Otherwise take the line out.`
        : `Take the line out; known are ${known.join(", ")}.`
      return diagnose(
        "field-unknown",
        { field: key, suggestion },
        keyPlaceOf(path === "" ? key : `${path}.${key}`),
      )
    })
  }
  // Which entry of a list is meant, the line says.
  const name = path.replace(/^.*\.\d+\.(?=\D)/, "") || "the fields"
  if (issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) {
    return [diagnose("field-missing", { field: name }, placeOf(parent))]
  }
  return [
    diagnose(
      "field-unfit",
      { field: name, problem: issue.message.replace(/^Invalid (input|option): /, "") },
      placeOf(path),
    ),
  ]
}
