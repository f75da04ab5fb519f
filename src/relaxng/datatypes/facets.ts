import type { Param } from "./datatype.js"
import { type Decimal, totalDigits } from "./decimal.js"
import type { Primitive } from "./primitive.js"
import { toRegExp } from "./regex.js"

/** Whether a value, and the normalised text it was read from, pass. */
export type Facet = (value: unknown, text: string) => boolean

const lengths: Readonly<Record<string, (length: number, limit: number) => boolean>> = {
  length: (length, limit) => length === limit,
  minLength: (length, limit) => length >= limit,
  maxLength: (length, limit) => length <= limit,
}

const bounds: Readonly<Record<string, (order: number) => boolean>> = {
  minInclusive: (order) => order >= 0,
  minExclusive: (order) => order > 0,
  maxInclusive: (order) => order <= 0,
  maxExclusive: (order) => order < 0,
}

const digits: Readonly<Record<string, (value: Decimal) => number>> = {
  totalDigits,
  fractionDigits: ({ places }) => places,
}

/**
 * The constraining facet that a parameter means (XML Schema part 2, section 4.3), or a sentence that says
 * what is wrong with it. `enumeration` and `whiteSpace` are no parameters in RELAX NG.
 */
export function facetOf(
  { name, value }: Param,
  primitive: Primitive<unknown>,
  whiteSpace: (text: string) => string,
): Facet | string {
  if (name === "pattern") {
    const expression = toRegExp(value)
    return typeof expression === "string" ? expression : (_, text) => expression.test(text)
  }
  const size = lengths[name]
  if (size !== undefined) {
    const { length } = primitive
    const limit = countOf(value)
    if (length === undefined) return `the datatype has no length, so ${name} means nothing here`
    return limit === undefined ? notCount(name, value) : (each) => size(length(each), limit)
  }
  const bound = bounds[name]
  if (bound !== undefined) {
    const { compare, parse } = primitive
    const limit = parse(whiteSpace(value), { namespaceOf: () => undefined })
    if (compare === undefined) return `the datatype has no order, so ${name} means nothing here`
    if (limit === undefined) return `${name} is ${JSON.stringify(value)}, which is no value of the datatype`
    return (each) => {
      const order = compare(each, limit)
      return order !== undefined && bound(order)
    }
  }
  const counted = digits[name]
  if (counted !== undefined) {
    const limit = countOf(value)
    if (
      !isDecimal(
        primitive.parse("0", { namespaceOf: () => undefined }) ??
          primitive.parse("1", { namespaceOf: () => undefined }) ??
          primitive.parse("-1", { namespaceOf: () => undefined }),
      )
    )
      return `only decimals have digits, so ${name} means nothing here`
    return limit === undefined ? notCount(name, value) : (each) => isDecimal(each) && counted(each) <= limit
  }
  return `there is no parameter ${name}`
}

function isDecimal(value: unknown): value is Decimal {
  return typeof value === "object" && value !== null && "units" in value
}

function countOf(value: string): number | undefined {
  return /^\s*\+?\d{1,9}\s*$/.test(value) ? Number(value) : undefined
}

function notCount(name: string, value: string): string {
  return `${name} is ${JSON.stringify(value)}, which is no number of things`
}
