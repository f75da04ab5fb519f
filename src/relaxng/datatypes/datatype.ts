/** What a value means beyond its characters: the namespace of a prefix, or undefined where it has none. */
export interface Context {
  readonly namespaceOf: (prefix: string) => string | undefined
}

/** A set of strings, and which of them mean the same (RELAX NG, sections 6.2.8 and 6.2.9). */
export interface Datatype {
  readonly name: string
  /** Whether what is allowed or equal depends on the prefixes in scope. */
  readonly needsContext: boolean
  /** What a value does by RELAX NG's DTD compatibility: declare an id or refer to one. */
  readonly idKind: "id" | "idref" | "idrefs" | undefined
  readonly allows: (text: string, context: Context) => boolean
  readonly equal: (a: string, contextOfA: Context, b: string, contextOfB: Context) => boolean
}

/** A `param` element. */
export interface Param {
  readonly name: string
  readonly value: string
}

/** A datatype restricted by parameters, or a sentence that says why there is no such. */
export type Made = Datatype | string

/** A datatype library by its URI. */
export interface DatatypeLibrary {
  readonly uri: string
  readonly make: (type: string, params: readonly Param[]) => Made
}

/** XML Schema's whiteSpace="collapse". */
export function collapse(text: string): string {
  return text.replace(/[ \t\n\r]+/g, " ").replace(/^ | $/g, "")
}
