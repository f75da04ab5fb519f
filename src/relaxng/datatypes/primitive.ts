import type { Context } from "./datatype.js"

/** A value of a primitive datatype of XML Schema part 2, of which facets can be asked. */
export interface Primitive<Value> {
  /** undefined where the text is no value of the datatype. The text's white space is normalised already. */
  readonly parse: (text: string, context: Context) => Value | undefined
  /** The same for the same value, whatever way it was written. */
  readonly key: (value: Value) => string
  /** Less than, equal to or greater than 0; undefined where neither comes before the other. */
  readonly compare?: (a: Value, b: Value) => number | undefined
  /** Length in the unit of section 4.3.1: characters, octets or items. */
  readonly length?: (value: Value) => number
  readonly needsContext?: boolean
}

/** A datatype whose values are strings of a certain form. */
export function strings(form: RegExp | undefined): Primitive<string> {
  return {
    parse: (text) => (form === undefined || form.test(text) ? text : undefined),
    key: (value) => value,
    length: (value) => [...value].length,
  }
}

const nameStart =
  "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}" +
  "\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}"
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`

/**
 * Names of XML 1.0, fifth edition, but for those that begin with a combining mark: RELAX NG and XML Schema
 * refer to the second edition, which hasn't them.
 */
export const forms = {
  name: new RegExp(`^(?!\\p{M})[:${nameStart}][:${nameRest}]*$`, "u"),
  ncName: new RegExp(`^(?!\\p{M})[${nameStart}][${nameRest}]*$`, "u"),
  nmtoken: new RegExp(`^[:${nameRest}]+$`, "u"),
  language: /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/,
}

/** Items parted by one space, since white space is collapsed; at least one. */
export function listOf(item: RegExp): Primitive<readonly string[]> {
  return {
    parse: (text) => {
      const items = text.split(" ")
      return items.every((each) => item.test(each)) ? items : undefined
    },
    key: (items) => items.join(" "),
    length: (items) => items.length,
  }
}

export const qName: Primitive<string> = {
  needsContext: true,
  parse: (text, context) => {
    const [first = "", second, ...more] = text.split(":")
    const local = second ?? first
    const prefix = second === undefined ? "" : first
    if (more.length > 0 || !forms.ncName.test(local)) return undefined
    if (prefix !== "" && !forms.ncName.test(prefix)) return undefined
    const namespace = context.namespaceOf(prefix) ?? (prefix === "" ? "" : undefined)
    return namespace === undefined ? undefined : `{${namespace}}${local}`
  },
  key: (value) => value,
}

export const boolean: Primitive<boolean> = {
  parse: (text) => (/^(true|1)$/.test(text) ? true : /^(false|0)$/.test(text) ? false : undefined),
  key: String,
}

/** IEEE numbers, of 32 bits where `round` is Math.fround. */
export function floating(round: (value: number) => number): Primitive<number> {
  return {
    parse: (text) => {
      if (text === "INF") return Number.POSITIVE_INFINITY
      if (text === "-INF") return Number.NEGATIVE_INFINITY
      if (text === "NaN") return Number.NaN
      return /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? round(Number(text)) : undefined
    },
    key: (value) => (Object.is(value, -0) ? "0" : String(value)),
    compare: (a, b) =>
      Number.isNaN(a) || Number.isNaN(b) ? undefined : Math.sign(a - b) || Number(a > b) - Number(a < b),
  }
}

export const hexBinary: Primitive<string> = {
  parse: (text) => (/^([0-9a-fA-F]{2})*$/.test(text) ? text.toUpperCase() : undefined),
  key: (value) => value,
  length: (value) => value.length / 2,
}

export const base64Binary: Primitive<string> = {
  parse: (text) => {
    const packed = text.replaceAll(" ", "")
    const form = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$/
    return form.test(packed) ? packed : undefined
  },
  key: (value) => value,
  length: (value) => (value.length / 4) * 3 - (value.match(/=*$/)?.[0].length ?? 0),
}

/**
 * Nearly every string: XML Schema lets characters be escaped before RFC 2396 is asked. What is left are
 * two number signs, and a percent sign that escapes nothing.
 */
export const anyUri: Primitive<string> = {
  ...strings(undefined),
  parse: (text) =>
    /%(?![0-9a-fA-F]{2})/.test(text) || /#.*#/.test(text) || /^:/.test(text) ? undefined : text,
}
