import { type Context, collapse, type Datatype, type DatatypeLibrary } from "./datatype.js"
import { type Decimal, decimals } from "./decimal.js"
import { facetOf } from "./facets.js"
import {
  anyUri,
  base64Binary,
  boolean,
  floating,
  forms,
  hexBinary,
  listOf,
  type Primitive,
  qName,
  strings,
} from "./primitive.js"
import { duration, moment } from "./time.js"

/** How white space is normalised before a value is read (section 4.3.6). */
type WhiteSpace = (text: string) => string
const preserve: WhiteSpace = (text) => text
const replace: WhiteSpace = (text) => text.replace(/[\t\n\r]/g, " ")

interface Type {
  readonly primitive: Primitive<unknown>
  readonly whiteSpace: WhiteSpace
  readonly idKind: Datatype["idKind"]
}

function type<Value>(
  primitive: Primitive<Value>,
  whiteSpace: WhiteSpace = collapse,
  idKind: Datatype["idKind"] = undefined,
): Type {
  // What a primitive is asked about are values that it gave itself.
  return { primitive: primitive as Primitive<unknown>, whiteSpace, idKind }
}

const integers = (least: bigint | undefined, most: bigint | undefined): Type =>
  type<Decimal>(
    decimals(
      "integer",
      (units) => (least === undefined || units >= least) && (most === undefined || units <= most),
    ),
  )
const signed = (bits: bigint) => integers(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n)
const unsigned = (bits: bigint) => integers(0n, 2n ** bits - 1n)

const types = new Map<string, Type>([
  ["string", type(strings(undefined), preserve)],
  ["normalizedString", type(strings(undefined), replace)],
  ["token", type(strings(undefined))],
  ["language", type(strings(forms.language))],
  ["Name", type(strings(forms.name))],
  ["NCName", type(strings(forms.ncName))],
  ["NMTOKEN", type(strings(forms.nmtoken))],
  ["NMTOKENS", type(listOf(forms.nmtoken))],
  ["ID", type(strings(forms.ncName), collapse, "id")],
  ["IDREF", type(strings(forms.ncName), collapse, "idref")],
  ["IDREFS", type(listOf(forms.ncName), collapse, "idrefs")],
  ["ENTITY", type(strings(forms.ncName))],
  ["ENTITIES", type(listOf(forms.ncName))],
  ["QName", type(qName)],
  ["NOTATION", type(qName)],
  ["boolean", type(boolean)],
  ["decimal", type(decimals("decimal", () => true))],
  ["integer", integers(undefined, undefined)],
  ["nonPositiveInteger", integers(undefined, 0n)],
  ["negativeInteger", integers(undefined, -1n)],
  ["nonNegativeInteger", integers(0n, undefined)],
  ["positiveInteger", integers(1n, undefined)],
  ["long", signed(64n)],
  ["int", signed(32n)],
  ["short", signed(16n)],
  ["byte", signed(8n)],
  ["unsignedLong", unsigned(64n)],
  ["unsignedInt", unsigned(32n)],
  ["unsignedShort", unsigned(16n)],
  ["unsignedByte", unsigned(8n)],
  ["float", type(floating(Math.fround))],
  ["double", type(floating((value) => value))],
  ["hexBinary", type(hexBinary)],
  ["base64Binary", type(base64Binary)],
  ["anyURI", type(anyUri)],
  ["duration", type(duration)],
  ...Object.entries(moment).map(([name, primitive]) => [name, type(primitive)] as const),
])

/** XML Schema part 2's datatypes as RELAX NG's guidelines for them say: facets are parameters. */
export const xmlSchema: DatatypeLibrary = {
  uri: "http://www.w3.org/2001/XMLSchema-datatypes",
  make: (name, params) => {
    const found = types.get(name)
    if (found === undefined) return `XML Schema has no datatype ${name} that can be used here`
    const { primitive, whiteSpace, idKind } = found
    const facets = params.map((param) => facetOf(param, primitive, whiteSpace))
    const fault = facets.find((facet) => typeof facet === "string")
    if (fault !== undefined) return fault
    const tests = facets.filter((facet) => typeof facet !== "string")
    const read = (text: string, context: Context): unknown => {
      const normal = whiteSpace(text)
      const value = primitive.parse(normal, context)
      return value !== undefined && tests.every((test) => test(value, normal)) ? value : undefined
    }
    return {
      name,
      needsContext: primitive.needsContext === true,
      idKind,
      allows: (text, context) => read(text, context) !== undefined,
      equal: (a, contextOfA, b, contextOfB) => {
        const [left, right] = [read(a, contextOfA), read(b, contextOfB)]
        return left !== undefined && right !== undefined && primitive.key(left) === primitive.key(right)
      },
    }
  },
}
