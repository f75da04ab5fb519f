import type { Primitive } from "./primitive.js"

/** A decimal of any length: `units` counted in the last of its `places` after the point. */
export interface Decimal {
  readonly units: bigint
  readonly places: number
}

/** Longer numbers are refused, since turning digits into a number takes more than linear time. */
const longest = 10_000

/** XML Schema part 2, section 3.2.3; without a point where it is to be an integer. */
export function decimals(form: "decimal" | "integer", isIn: (units: bigint) => boolean): Primitive<Decimal> {
  const pattern = form === "integer" ? /^([+-]?)(\d+)()$/ : /^([+-]?)(\d*)(?:\.(\d*))?$/
  return {
    parse: (text) => {
      const [, sign, whole = "", fraction = ""] = pattern.exec(text) ?? []
      if (whole + fraction === "" || whole.length + fraction.length > longest) return undefined
      const places = fraction.replace(/0+$/, "")
      const size = BigInt(whole + places)
      const units = sign === "-" ? -size : size
      return form === "decimal" || isIn(units) ? { units, places: places.length } : undefined
    },
    key: ({ units, places }) => `${units}/${places}`,
    compare: (a, b) => {
      const places = Math.max(a.places, b.places)
      const [left, right] = [a, b].map((each) => each.units * 10n ** BigInt(places - each.places))
      return left === undefined || right === undefined ? undefined : left < right ? -1 : left > right ? 1 : 0
    },
  }
}

/** How many digits the value needs (facet totalDigits, section 4.3.11). */
export function totalDigits({ units, places }: Decimal): number {
  const digits = String(units < 0n ? -units : units)
  return Math.max(digits === "0" ? 1 : digits.length, places)
}
