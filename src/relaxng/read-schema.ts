import { createDerivatives, type Derivatives, type Name } from "./derivative.js"
import { reportInto, type SchemaError } from "./errors.js"
import { createPatterns, type Patterns } from "./intern.js"
import { createFiles, type LoadFile } from "./schema/files.js"
import { resolve } from "./schema/source.js"
import { patternNames } from "./schema/syntax.js"
import { build } from "./simplify/build.js"
import { type Compiled, compile } from "./simplify/compile.js"
import { reduce } from "./simplify/reduce.js"
import { checkRestrictions } from "./simplify/restrictions.js"
import { createValues, type Values } from "./values.js"

/** A schema, ready to validate documents. What it learns from one document it knows for the next. */
export interface Schema extends Compiled {
  readonly patterns: Patterns
  readonly derivatives: Derivatives
  /** The number of a name, the same for every document. */
  readonly nameOf: (namespace: string, local: string) => Name
  /** Whether a value matches the pattern of an attribute. */
  readonly values: Values
}

export interface SchemaOptions {
  /** The URI of the schema, which errors name and references are resolved against; a bare path will do. */
  readonly uri?: string
  /** Gives the files that `include` and `externalRef` name; without it there are none. */
  readonly load?: LoadFile
}

/** A schema, or what is wrong with it: of the two one is empty. */
export interface SchemaOutcome {
  readonly schema: Schema | undefined
  readonly errors: readonly SchemaError[]
}

/**
 * Reads a schema in the XML syntax of RELAX NG (OASIS specification of 3 December 2001): checks it against
 * section 3, simplifies it by section 4, and checks the restrictions of section 7.
 */
export function readSchema(text: string, options: SchemaOptions = {}): SchemaOutcome {
  const errors: SchemaError[] = []
  const report = reportInto(errors)
  const uri = resolve(options.uri ?? "schema.rng", "schema:/") ?? "schema:/"
  const files = createFiles(options.load ?? (() => undefined), report)
  const root = files.read(uri, text)
  if (root !== undefined && !patternNames.has(root.local))
    report(root.place, "schema-syntax", `the root is ${root.local}, which is no pattern (section 3)`)
  // What isn't RELAX NG has no meaning that the later sections could be asked about.
  if (root === undefined || errors.length > 0) return { schema: undefined, errors }
  const built = build(root, files, report)
  if (errors.length > 0) return { schema: undefined, errors }
  const reduced = reduce(built, report)
  if (errors.length === 0) checkRestrictions(reduced, report)
  if (errors.length > 0) return { schema: undefined, errors }
  const patterns = createPatterns()
  const derivatives = createDerivatives(patterns)
  const compiled = compile(reduced, patterns)
  const values = createValues(derivatives)
  return { schema: { ...compiled, patterns, derivatives, nameOf: createNames(), values }, errors }
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
