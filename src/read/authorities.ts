import type { Authority, Identifier } from "../model/register.js"

/** An identifier in its usual form, or what would be one. */
export type IdentifierReading =
  | { readonly identifier: Identifier; readonly problem?: never }
  | { readonly identifier?: never; readonly problem: string }

interface AuthorityRule {
  /** What stands before the number in an address. */
  readonly host: RegExp
  readonly fits: (id: string) => boolean
  readonly address: (id: string) => string
  readonly problem: string
}

const rules: Readonly<Record<Authority, AuthorityRule>> = {
  VIAF: {
    host: /^https?:\/\/(?:www\.)?viaf\.org\/(?:[a-z]{2}\/)?viaf\//i,
    fits: (id) => /^[1-9]\d{0,21}$/.test(id),
    address: (id) => `https://viaf.org/viaf/${id}`,
    problem: "a VIAF number has digits only, as 24602065 or https://viaf.org/viaf/24602065",
  },
  GND: {
    host: /^(?:https?:\/\/d-nb\.info\/gnd\/|\(DE-588\))/i,
    fits: isGnd,
    address: (id) => `https://d-nb.info/gnd/${id}`,
    problem:
      "a GND number is written as 118540238, 4066009-6 or https://d-nb.info/gnd/118540238, and its last character is a check on the others; a digit is wrong or missing",
  },
  Wikidata: {
    host: /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(?=[a-z]\d)/i,
    fits: (id) => /^Q[1-9]\d{0,11}$/.test(id),
    address: (id) => `https://www.wikidata.org/entity/${id}`,
    problem: "a Wikidata item is written as Q5879 or https://www.wikidata.org/entity/Q5879",
  },
  GeoNames: {
    host: /^https?:\/\/(?:www\.|sws\.)?geonames\.org\/(?=\d)/i,
    fits: (id) => /^[1-9]\d{0,9}$/.test(id),
    address: (id) => `https://www.geonames.org/${id}`,
    problem: "a GeoNames number has digits only, as 2761369 or https://www.geonames.org/2761369",
  },
}

/** Reads an identifier of a known authority, typed as a bare number or as an address. */
export function readIdentifier(authority: Authority, typed: string): IdentifierReading {
  const { host, fits, address, problem } = rules[authority]
  const given = typed.trim()
  const bare = given.replace(host, "")
  // What follows in an address names a page about the same thing: “/about/lds”, “/vienna.html”.
  const id = (bare === given ? given : bare.replace(/[/?#].*$/s, "")).toUpperCase()
  return fits(id) ? { identifier: { authority, address: address(id) } } : { problem }
}

/** Reads an address whose authority is not said; undefined where it is of none that stet knows. */
export function recogniseAddress(typed: string): IdentifierReading | undefined {
  const authority = (Object.keys(rules) as Authority[]).find((each) => rules[each].host.test(typed.trim()))
  return authority && readIdentifier(authority, typed)
}

/**
 * Nine or ten digits, or up to eight digits, a hyphen and one more; the last may be X. With a hyphen
 * (what was SWD and GKD before 2012) the check is the weighted sum itself, otherwise its complement,
 * both modulo 11. Source: DNB, “PPN-Prüfziffer”, https://wiki.dnb.de.
 */
function isGnd(id: string): boolean {
  const parts = /^(?:([1-9]\d{7,8})|([1-9]\d{0,7})-)([\dX])$/.exec(id)
  if (!parts) return false
  const digits = parts[1] ?? parts[2] ?? ""
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (digits.length + 1 - index),
    0,
  )
  const check = (parts[1] === undefined ? sum : 11 - (sum % 11)) % 11
  return parts[3] === (check === 10 ? "X" : String(check))
}

/** The authority that a TEI type names, in capital or small letters. */
export function authorityOf(type: string | undefined): Authority | undefined {
  return (Object.keys(rules) as Authority[]).find((each) => each.toLowerCase() === type?.toLowerCase())
}
