/**
 * The compiled form of a schema: three lines of text. The first names the form and sums up the rest, so that a
 * broken file is known as such. The second, `Main`, is what every document needs. The third, `Words`, is for errors
 * only, and read when the first of them is found.
 */
export const form = "stet-relaxng 1"

/** Kinds of nodes, each with the numbers that follow it. A number of a node is its place in `Main.nodes`. */
export const kinds = {
  /** No numbers. */
  empty: 0,
  notAllowed: 1,
  text: 2,
  /** How many parts, and each. */
  choice: 3,
  /** Both parts. */
  group: 4,
  interleave: 5,
  /** The part. */
  oneOrMore: 6,
  list: 7,
  /** A datatype by its place in `Main.datatypes`, and what is excepted, or -1. */
  data: 8,
  /** By its place in `Main.values`. */
  value: 9,
  /** A name class by its place in `Main.names`, and the value. */
  attribute: 10,
  /** By its place in `Main.elements`. */
  element: 11,
} as const

/** A name as its namespace's place in `Main.spaces` and its local part, or a name class of another kind. */
export type StoredName = readonly [space: number, local: string] | { readonly other: unknown }

export interface Main {
  readonly start: number
  readonly nodes: readonly number[]
  /** A name class and the node of the content of each element, one after the other. */
  readonly elements: readonly number[]
  readonly names: readonly StoredName[]
  readonly spaces: readonly string[]
  /** Library, type, and parameters as name and value in turn. */
  readonly datatypes: readonly (readonly string[])[]
  /** Datatype, text, and for a QName the prefix and what it stood for in the schema. */
  readonly values: readonly (readonly [number, string, string?, string?])[]
}

export interface Words {
  /** What the schema says of each element in prose; 0 for nothing. */
  readonly documentation: readonly (string | 0)[]
  /** The keys of all attributes. */
  readonly attributes: readonly string[]
}

/** A sum over a text (FNV-1a), which tells a file that was cut off or overwritten. */
export function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (let index = 0; index < text.length; index++) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  return `${text.length.toString(36)} ${(sum >>> 0).toString(36)}`
}
