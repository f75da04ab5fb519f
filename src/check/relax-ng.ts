import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { TeiFile } from "./check-tei.js"
import { type GrammarError, reword } from "./reword.js"
import type { PlacedElement, XmlFault } from "./well-formed.js"

/** A grammar, ready to check files. */
export interface RelaxNg {
  readonly check: (tei: TeiFile, elements: readonly PlacedElement[]) => readonly Diagnostic[]
  /** What keeps a text from being well-formed, if anything does. */
  readonly faultOf: (text: string) => XmlFault | undefined
  readonly dispose: () => void
}

/** Reads a grammar; libxml2 is loaded when the first one is opened. */
export async function openRelaxNg(rng: string): Promise<RelaxNg> {
  const { RelaxNGValidator, XmlDocument, XmlLibError, XmlValidateError } = await import("libxml2-wasm")
  const grammar = XmlDocument.fromString(rng)
  const validator = RelaxNGValidator.fromDoc(grammar)
  const errorsOf = (text: string): readonly GrammarError[] => {
    const document = XmlDocument.fromString(text)
    try {
      validator.validate(document)
      return []
    } catch (error) {
      if (error instanceof XmlValidateError) return error.details
      throw error
    } finally {
      document.dispose()
    }
  }
  return {
    check: (tei, elements) =>
      reword(errorsOf(tei.text)).map(({ line, element, problem }) => {
        const span = (elementAt(elements, line, element) ?? elements[0])?.span
        return diagnose("tei-invalid", { problem }, span)
      }),
    faultOf: (text) => {
      try {
        XmlDocument.fromString(text).dispose()
        return undefined
      } catch (error) {
        if (!(error instanceof XmlLibError)) throw error
        const [first] = error.details
        return { message: first?.message ?? error.message, line: first?.line ?? 1, column: first?.col ?? 1 }
      }
    },
    dispose: () => {
      validator.dispose()
      grammar.dispose()
    },
  }
}

/** libxml2 knows only the line of an element: the line on which its start tag ends. */
function elementAt(
  elements: readonly PlacedElement[],
  line: number,
  name: string | undefined,
): PlacedElement | undefined {
  const onLine = elements.filter(({ span }) => span.start.line <= line && line <= span.end.line)
  return (
    onLine.find((element) => element.name === name) ??
    onLine[0] ??
    // Of some attributes libxml2 tells no line at all.
    elements.find((element) => element.name === name)
  )
}
