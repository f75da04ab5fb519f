import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { readSchema, type ValidationError, validate } from "../relaxng/index.js"
import type { TeiFile } from "./check-tei.js"
import type { PlacedElement, XmlFault } from "./well-formed.js"

/** A grammar, ready to check files. */
export interface RelaxNg {
  readonly check: (tei: TeiFile, elements: readonly PlacedElement[]) => readonly Diagnostic[]
  /** What keeps a text from being well-formed, if anything does. */
  readonly faultOf: (text: string) => XmlFault | undefined
}

/** Reads a grammar of one file; throws if it is broken, since it comes with stet. */
export function openRelaxNg(rng: string): RelaxNg {
  const { schema, errors } = readSchema(rng, { uri: "edition.rng", load: () => undefined })
  if (!schema) throw new Error(`The schema is broken: ${errors[0]?.message ?? "it cannot be read"}`)
  // One reading tells both whether a text is XML and whether it fits.
  let last: { readonly text: string; readonly errors: readonly ValidationError[] } | undefined
  const errorsOf = (text: string): readonly ValidationError[] => {
    // Pointers are checked by a rule, which knows what they may point at.
    if (last?.text !== text) last = { text, errors: validate(schema, text, { checkIds: false }) }
    return last.errors
  }
  return {
    faultOf: (text) => {
      const fault = errorsOf(text).find((each) => broken.has(each.code))
      return fault && { message: fault.message, line: fault.line, column: fault.column }
    },
    check: ({ text }, elements) =>
      errorsOf(text).map(({ message, line, column }) =>
        diagnose("tei-invalid", { problem: message }, placeOf(elements, line, column)),
      ),
  }
}

const broken: ReadonlySet<ValidationError["code"]> = new Set(["not-well-formed", "too-deep", "too-large"])

/** The start tag at a place, or the last one before it, where an attribute or words are at fault. */
function placeOf(
  elements: readonly PlacedElement[],
  line: number,
  column: number,
): PlacedElement["span"] | undefined {
  let low = 0
  let high = elements.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const start = elements[middle]?.span.start
    if (start && (start.line < line || (start.line === line && start.column <= column))) low = middle
    else high = middle - 1
  }
  return elements[low]?.span
}
