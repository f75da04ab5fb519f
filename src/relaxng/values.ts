import type { Context, Datatype } from "./datatypes/datatype.js"
import type { Derivatives } from "./derivative.js"
import type { Pattern } from "./pattern.js"

/** Matching of attributes' values, which repeat so often that the answers are worth keeping. */
export interface Values {
  readonly match: (pattern: Pattern, value: string, context: Context) => boolean
  /** What the value does by DTD compatibility, where the pattern says it. */
  readonly idKind: (pattern: Pattern) => Datatype["idKind"]
}

/** What is kept of a pattern; answers only where they don't depend on the prefixes in scope. */
interface Kept {
  readonly idKind: Datatype["idKind"]
  readonly answers: Map<string, boolean> | undefined
}

/** Answers kept for one pattern: more values than this, as of ids, hardly repeat. */
const mostAnswers = 1000

export function createValues(derivatives: Derivatives): Values {
  const patterns = new Map<Pattern, Kept>()
  const keptOf = (pattern: Pattern): Kept => {
    const known = patterns.get(pattern)
    if (known !== undefined) return known
    const datatypes = [...datatypesIn(pattern)]
    const kept: Kept = {
      idKind: datatypes.find(({ idKind }) => idKind !== undefined)?.idKind,
      answers: datatypes.some(({ needsContext }) => needsContext) ? undefined : new Map(),
    }
    patterns.set(pattern, kept)
    return kept
  }
  return {
    match: (pattern, value, context) => {
      if (pattern.kind === "text") return true
      const { answers } = keptOf(pattern)
      const known = answers?.get(value)
      if (known !== undefined) return known
      const answer = derivatives.matches(pattern, value, context)
      if (answers !== undefined && answers.size < mostAnswers) answers.set(value, answer)
      return answer
    },
    idKind: (pattern) => (pattern.kind === "text" ? undefined : keptOf(pattern).idKind),
  }
}

function* datatypesIn(pattern: Pattern): Generator<Datatype> {
  switch (pattern.kind) {
    case "choice":
      for (const part of pattern.parts) yield* datatypesIn(part)
      return
    case "group":
    case "interleave":
    case "after":
      yield* datatypesIn(pattern.a)
      yield* datatypesIn(pattern.b)
      return
    case "oneOrMore":
    case "list":
      yield* datatypesIn(pattern.a)
      return
    case "data":
      yield pattern.datatype
      if (pattern.except !== undefined) yield* datatypesIn(pattern.except)
      return
    case "value":
      yield pattern.datatype
      return
  }
}
