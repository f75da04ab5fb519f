import { type Diagnostic, diagnose, inFileOrder } from "../diagnostics/diagnostic.js"
import { isPhenomenon, phenomena } from "../model/phenomena.js"
import { type Notation, shownOf } from "../model/profile.js"
import type { SourceText } from "../model/source-text.js"
import type { OnUse } from "./mark-stack.js"
import type { ReadingRules } from "./transcription.js"

/** Which notations a transcription uses, and what is to be said of them once. */
export interface Uses {
  readonly onUse: OnUse
  report(source: SourceText, rules: ReadingRules): readonly Diagnostic[]
}

/** Letters that are raised in abbreviations and numbers: 26<sup>th</sup>, M<sup>r</sup>. */
const raised = /^(?:st|nd|rd|th|r|rs|d|t|s|e|er|re|me|ere|o|a|te|ten|ter|le|tre|esq|\d)\.?$/i

export function openUses(): Uses {
  const ambiguous = new Map<Notation, { start: number; end: number; count: number }>()
  const above: { readonly start: number; readonly end: number }[] = []
  return {
    onUse: (notation, start, end) => {
      if (notation.ambiguous !== undefined) {
        const use = ambiguous.get(notation)
        if (!use) ambiguous.set(notation, { start, end, count: 1 })
        else {
          use.count++
          if (start < use.start) Object.assign(use, { start, end })
        }
      }
      if (notation.means === "addition" && notation.attributes["place"] === "above")
        above.push({ start, end })
    },
    report: (source, { profile, stated }) => {
      const found: Diagnostic[] = []
      // An edition that names its profile has said what its signs mean.
      for (const [notation, use] of stated.has("profile") ? [] : ambiguous) {
        const { means } = notation
        const label = isPhenomenon(means) ? phenomena[means].label : means
        const values = {
          sign: shownOf(notation),
          meaning: [label, ...Object.values(notation.attributes).filter((each) => each !== "{content}")].join(
            ", ",
          ),
          times: use.count === 1 ? "here" : `${use.count} times, first here`,
          ambiguous: notation.ambiguous ?? "",
          profile: profile.name,
        }
        found.push(diagnose("assumed-notation", values, source.spanAt(use.start, use.end)))
      }
      const likely = above.find(({ start, end }) => {
        const words =
          /^<sup>([^<]*)<\/sup>$/.exec(source.text.slice(start, Math.min(end, start + 40)))?.[1] ?? ""
        return raised.test(words) && /[\p{L}\d]/u.test(source.text[start - 1] ?? "")
      })
      if (likely) {
        const text = source.text.slice(likely.start, likely.end)
        const letters = text.replace(/<[^>]*>/g, "")
        found.push(diagnose("superscript-likely", { text, letters }, source.spanAt(likely.start, likely.end)))
      }
      return inFileOrder(found)
    },
  }
}
