import { createDerivatives, type Derivatives, type Name } from "./derivative.js"
import type { Patterns } from "./intern.js"
import type { Compiled } from "./simplify/compile.js"
import { createValues, type Values } from "./values.js"
import { createVocabulary, type Vocabulary } from "./vocabulary.js"

/** A schema, ready to validate documents. What it learns from one document it knows for the next. */
export interface Schema extends Compiled, Vocabulary {
  readonly patterns: Patterns
  readonly derivatives: Derivatives
  /** The number of a name, the same for every document. */
  readonly nameOf: (namespace: string, local: string) => Name
  /** Whether a value matches the pattern of an attribute. */
  readonly values: Values
}

/** A schema of patterns that are made. */
export function schemaOf(compiled: Compiled, patterns: Patterns): Schema {
  const derivatives = createDerivatives(patterns)
  const values = createValues(derivatives)
  const vocabulary = createVocabulary(compiled)
  return { ...compiled, ...vocabulary, patterns, derivatives, nameOf: createNames(), values }
}

function createNames(): Schema["nameOf"] {
  const spaces = new Map<string, Map<string, Name>>()
  let count = 0
  return (namespace, local) => {
    const space = spaces.get(namespace) ?? new Map<string, Name>()
    if (space.size === 0) spaces.set(namespace, space)
    const known = space.get(local)
    if (known !== undefined) return known
    const name = { id: ++count, namespace, local }
    space.set(local, name)
    return name
  }
}
