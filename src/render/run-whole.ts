import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { PageParameters } from "../model/page.js"
import { stylesheetParameters } from "./page-parameters.js"
import { problemsOf, reasonOf } from "./render-view.js"
import { messageText } from "./run-view.js"
import { parseTei, type Stylesheet } from "./stylesheet.js"

/** What a mode that makes no page gives: a map as an object, and what is to be told of the document. */
export interface WholeRun {
  /** Undefined where there is none; then `diagnostics` say why. */
  readonly value: unknown
  readonly diagnostics: readonly Diagnostic[]
  /** The elements that no template knows, each name once. */
  readonly unhandled: () => readonly Diagnostic[]
}

/** Runs a mode that gives a map over a TEI text; `name` is what the document is called where the run fails. */
export function runWhole(
  view: "document" | "summary",
  name: string,
  tei: string,
  parameters: PageParameters,
  stylesheet: Stylesheet,
): WholeRun {
  const failed = (problem: Diagnostic): WholeRun => ({
    value: undefined,
    diagnostics: [problem],
    unhandled: () => [],
  })
  const source = parseTei(tei, stylesheet)
  if ("problem" in source) return failed(diagnose("tei-not-well-formed", { problem: source.problem }))
  const unknown = new Set<string>()
  try {
    const { principalResult } = stylesheet.saxon.transform(
      {
        stylesheetInternal: stylesheet.internal,
        sourceNode: source,
        initialMode: `Q{urn:x-stet:view}${view}`,
        stylesheetParams: stylesheetParameters(parameters),
        destination: "raw",
        deliverMessage: (content) => unknown.add(messageText(content)),
      },
      "sync",
    )
    return {
      value: principalResult,
      diagnostics: [],
      unhandled: () => problemsOf(unknown, source, stylesheet),
    }
  } catch (error) {
    return failed(diagnose("page-failed", { name, problem: reasonOf(error) }))
  }
}
