import { builtIn } from "./built-in.js"
import type { Datatype, DatatypeLibrary, Made, Param } from "./datatype.js"
import { xmlSchema } from "./xml-schema.js"

const libraries: ReadonlyMap<string, DatatypeLibrary> = new Map(
  [builtIn, xmlSchema].map((library) => [library.uri, library]),
)

/** A datatype with its parameters is one object, so that patterns that ask for it are one pattern. */
const datatypes = new Map<string, Made>()
const mostDatatypes = 1000
const recipes = new WeakMap<Datatype, readonly string[]>()

/** A datatype, or a sentence that says why there is none; undefined where the library is not known. */
export function makeDatatype(uri: string, type: string, params: readonly Param[]): Made | undefined {
  const library = libraries.get(uri)
  if (library === undefined) return undefined
  const recipe = [uri, type, ...params.flatMap(({ name, value }) => [name, value])]
  const key = JSON.stringify(recipe)
  const known = datatypes.get(key)
  if (known !== undefined) return known
  const made = library.make(type, params)
  if (typeof made !== "string") recipes.set(made, recipe)
  if (datatypes.size < mostDatatypes) datatypes.set(key, made)
  return made
}

/** What a datatype was made of: library, type, and parameters as name and value in turn. */
export function recipeOf(datatype: Datatype): readonly string[] {
  return recipes.get(datatype) ?? []
}
