import { reportInto, type SchemaError } from "./errors.js"
import { createPatterns } from "./intern.js"
import { createFiles, type LoadFile, type Syntax } from "./schema/files.js"
import { resolve } from "./schema/source.js"
import { patternNames } from "./schema/syntax.js"
import { type Schema, schemaOf } from "./schema.js"
import { build } from "./simplify/build.js"
import { compile } from "./simplify/compile.js"
import { reduce } from "./simplify/reduce.js"
import { checkRestrictions } from "./simplify/restrictions.js"

export interface SchemaOptions {
  /** The URI of the schema, which errors name and references are resolved against; a bare path will do. */
  readonly uri?: string
  /** Gives the files that `include` and `externalRef` name; without it there are none. */
  readonly load?: LoadFile
  /** The syntax of the schema and all its files; XML unless told. */
  readonly syntax?: Syntax
}

/** A schema, or what is wrong with it: of the two one is empty. */
export interface SchemaOutcome {
  readonly schema: Schema | undefined
  readonly errors: readonly SchemaError[]
  /** The URIs of the files that were read or asked for, the schema's own first. */
  readonly files: readonly string[]
}

/**
 * Reads a schema of RELAX NG (OASIS specification of 3 December 2001) in the XML or the compact syntax: checks it against
 * section 3, simplifies it by section 4, and checks the restrictions of section 7.
 */
export function readSchema(text: string, options: SchemaOptions = {}): SchemaOutcome {
  const errors: SchemaError[] = []
  const report = reportInto(errors)
  const uri = resolve(options.uri ?? "schema.rng", "schema:/") ?? "schema:/"
  const files = createFiles(options.load ?? (() => undefined), options.syntax ?? "xml", report)
  const failed = (): SchemaOutcome => ({ schema: undefined, errors, files: [uri, ...files.opened()] })
  const root = files.read(uri, text)
  if (root !== undefined && !patternNames.has(root.local))
    report(root.place, "schema-syntax", `the root is ${root.local}, which is no pattern (section 3)`)
  // What isn't RELAX NG has no meaning that the later sections could be asked about.
  if (root === undefined || errors.length > 0) return failed()
  const built = build(root, files, report)
  if (errors.length > 0) return failed()
  const reduced = reduce(built, report)
  if (errors.length === 0) checkRestrictions(reduced, report)
  if (errors.length > 0) return failed()
  const patterns = createPatterns()
  return { schema: schemaOf(compile(reduced, patterns), patterns), errors, files: failed().files }
}
