import { collapse, type Datatype, type DatatypeLibrary } from "./datatype.js"

function type(name: string, normal: (text: string) => string): Datatype {
  return {
    name,
    needsContext: false,
    idKind: undefined,
    allows: () => true,
    equal: (a, _, b) => normal(a) === normal(b),
  }
}

const types = new Map([
  ["string", type("string", (text) => text)],
  ["token", type("token", collapse)],
])

/** RELAX NG's own library (section 4.16 and 6.2.8): `string` and `token`, without parameters. */
export const builtIn: DatatypeLibrary = {
  uri: "",
  make: (name, params) => {
    const found = types.get(name)
    if (found === undefined) return `the built-in library has string and token, no datatype ${name}`
    return params.length === 0 ? found : `the built-in datatype ${name} takes no parameters`
  },
}
