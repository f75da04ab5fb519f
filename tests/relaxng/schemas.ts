import {
  readSchema,
  type SchemaError,
  type ValidationError,
  type ValidationOptions,
  validate,
} from "../../src/relaxng/index.js"

const head =
  'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'

/** A schema whose root element is `doc` with this content. */
export function doc(content: string): string {
  return `<element name="doc" ${head}>${content}</element>`
}

/** A grammar with these components. */
export function grammar(components: string): string {
  return `<grammar ${head}>${components}</grammar>`
}

/** What is wrong with a schema. */
export function faultsOf(text: string, files: Readonly<Record<string, string>> = {}): readonly SchemaError[] {
  return readSchema(text, { uri: "test:/main.rng", load: (uri) => files[uri.replace("test:/", "")] }).errors
}

/** What is wrong with a document by a schema that must be right. */
export function judge(
  schemaText: string,
  document: string,
  options?: ValidationOptions,
): readonly ValidationError[] {
  const { schema, errors } = readSchema(schemaText)
  if (schema === undefined) throw new Error(errors.map(({ message }) => message).join("\n"))
  return validate(schema, document, options)
}

/** The errors in short: code, place and what was expected. */
export function told(errors: readonly ValidationError[]): readonly string[] {
  return errors.map(({ code, line, column, expected }) =>
    `${line}:${column} ${code} ${expected.join(" ")}`.trimEnd(),
  )
}
