import type { Prefixes } from "../prefixes.js"
import type { Cursor } from "./cursor.js"
import { CompactFault } from "./tokens.js"

/** What the declarations at the beginning of a schema say of prefixes. */
export interface Declarations {
  /** Reads the declarations. */
  readonly declare: () => void
  readonly prefixes: Prefixes
  /** The namespace of names without a prefix; undefined where it is that of the file that refers to this one. */
  readonly defaultSpace: () => string | undefined
  /** The namespace of a prefix, undefined as before; throws a CompactFault where it isn't declared. */
  readonly spaceOf: (prefix: string, offset: number) => string | undefined
  readonly libraryOf: (prefix: string, offset: number) => string
}

export function createDeclarations(cursor: Cursor): Declarations {
  const { at, peek, skip, expect, literal, anyName, annotations, fail } = cursor
  const declared: Record<string, string> = Object.create(null)
  const libraries = new Map([["xsd", "http://www.w3.org/2001/XMLSchema-datatypes"]])
  const spaces = new Map<string, string | undefined>([["xml", "http://www.w3.org/XML/1998/namespace"]])
  let space: string | undefined

  const namespace = (): string | undefined => (skip("inherit") ? undefined : literal())
  const bind = (prefix: string, uri: string | undefined): void => {
    spaces.set(prefix, uri)
    if (uri !== undefined) declared[prefix] = uri
  }
  const declare = (): void => {
    for (;;) {
      // Components may have annotations before them as well; they are left alone.
      if (peek().kind === "documentation" && !isDeclaration(1)) return
      annotations()
      if (skip("namespace")) {
        const prefix = anyName()
        expect("=")
        bind(prefix, namespace())
      } else if (skip("default")) {
        expect("namespace")
        const prefix = at("=") ? undefined : anyName()
        expect("=")
        space = namespace()
        if (prefix !== undefined) bind(prefix, space)
      } else if (at("datatypes") && !at("=", 1)) {
        skip("datatypes")
        const prefix = anyName()
        expect("=")
        libraries.set(prefix, literal())
      } else return
      if (at("=")) fail("a declaration")
    }
  }
  const isDeclaration = (ahead: number) =>
    at("namespace", ahead) || at("default", ahead) || at("datatypes", ahead)
  const known = <Found>(map: ReadonlyMap<string, Found>, prefix: string, offset: number): Found => {
    if (!map.has(prefix))
      throw new CompactFault(`the prefix ${prefix} is not declared (compact syntax, section 3)`, offset)
    return map.get(prefix) as Found
  }
  return {
    declare,
    prefixes: { declared, around: undefined },
    defaultSpace: () => space,
    spaceOf: (prefix, offset) => known(spaces, prefix, offset),
    libraryOf: (prefix, offset) => known(libraries, prefix, offset),
  }
}
