/**
 * RELAX NG for Node and browsers: reads a schema in the XML or the compact syntax, validates documents with it, and says
 * where they are wrong and what would be right. It reaches no disk and no network.
 *
 * ```ts
 * const { schema, errors } = readSchema(rng, { uri: "letters.rng", load: (uri) => files.get(uri) })
 * if (schema !== undefined) for (const { line, message } of validate(schema, xml)) console.log(line, message)
 * ```
 */
export { openCompiled } from "./compiled/open.js"
export { serialiseSchema } from "./compiled/serialise.js"
export type { SchemaError, SchemaErrorCode, ValidationCode, ValidationError } from "./errors.js"
export { readSchema, type SchemaOptions, type SchemaOutcome } from "./read-schema.js"
export type { LoadFile, Syntax } from "./schema/files.js"
export type { Schema } from "./schema.js"
export { type ValidationOptions, validate } from "./validate.js"
