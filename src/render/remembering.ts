import { isDeepStrictEqual } from "node:util"
import type { Renderer } from "./renderer.js"

/** A renderer that renders nothing twice; the same answers as the renderer it asks. */
export interface RememberingRenderer {
  readonly renderer: Renderer
  /** Forgets what nobody has asked for since this was last called. */
  readonly forgetUnused: () => void
}

/**
 * Keeps what a renderer has answered, each answer with everything that it was asked with: view, TEI and
 * parameters. An answer is given again only to a question that is the same in all of it, compared value by
 * value, so that none can be out of date as long as rendering depends on nothing else.
 */
export function remembering(renderer: Renderer): RememberingRenderer {
  const renderView = remembered(renderer.renderView)
  const renderDocument = remembered(renderer.renderDocument)
  const summaryOf = remembered(renderer.summaryOf)
  const unhandledIn = remembered(renderer.unhandledIn)
  return {
    renderer: {
      renderView: renderView.ask,
      renderDocument: renderDocument.ask,
      summaryOf: summaryOf.ask,
      unhandledIn: unhandledIn.ask,
    },
    forgetUnused: () => {
      for (const each of [renderView, renderDocument, summaryOf, unhandledIn]) each.forgetUnused()
    },
  }
}

interface Remembered<Question extends readonly unknown[], Answer> {
  readonly ask: (...question: Question) => Answer
  readonly forgetUnused: () => void
}

interface Kept<Question, Answer> {
  readonly question: Question
  readonly answer: Answer
  used: boolean
}

/** A function that keeps its answers. Questions are found by their strings, the TEI above all, and told apart by the rest. */
function remembered<Question extends readonly unknown[], Answer>(
  answer: (...question: Question) => Answer,
): Remembered<Question, Answer> {
  const kept = new Map<string, Kept<Question, Answer>[]>()
  return {
    ask: (...question) => {
      const key = question.filter((each) => typeof each === "string").join("\0")
      const alike = kept.get(key) ?? []
      const known = alike.find((each) => isDeepStrictEqual(each.question, question))
      if (known) {
        known.used = true
        return known.answer
      }
      const made = { question, answer: answer(...question), used: true }
      kept.set(key, [...alike, made])
      return made.answer
    },
    forgetUnused: () => {
      for (const [key, alike] of kept) {
        const used = alike.filter((each) => each.used)
        for (const each of used) each.used = false
        if (used.length === 0) kept.delete(key)
        else kept.set(key, used)
      }
    },
  }
}
