import { z } from "zod"
import type { Outcome } from "../diagnostics/diagnostic.js"
import type { Authority, Entity, Identifier } from "../model/register.js"
import type { SourceText } from "../model/source-text.js"
import { readIdentifier } from "./authorities.js"
import { dateForm, isBackwards, isEntityDate } from "./entity-dates.js"
import { idForm, isEntityId } from "./entity-id.js"
import { readYaml } from "./yaml.js"

const words = z.string("write words here, not a list or fields").trim().min(1, "it is empty")
const date = z.string(dateForm).refine(isEntityDate, dateForm)
const lifeDate = z.union(
  [
    date.transform((when) => ({ when })),
    z
      .strictObject({ notBefore: date.optional(), notAfter: date.optional() })
      .refine((bounds) => bounds.notBefore ?? bounds.notAfter),
  ],
  `${dateForm}, or { notBefore: 1917, notAfter: 1918 }`,
)
const identifier = (authority: Authority) =>
  z.string("write one number or address").transform((typed, context): Identifier => {
    const reading = readIdentifier(authority, typed)
    if (reading.identifier) return reading.identifier
    context.addIssue({ code: "custom", message: reading.problem })
    return z.NEVER
  })
const degrees = (most: number) =>
  z
    .string()
    .refine((typed) => /^-?\d{1,3}(\.\d+)?$/.test(typed) && Math.abs(Number(typed)) <= most, placeForm)
const placeForm = "write latitude and longitude in decimal degrees, as [48.2083, 16.3731]"

const ofEvery = {
  id: z.string("write one id").refine(isEntityId, idForm),
  name: words,
  also: z.array(words, "write a list, as [Name, Other name]").optional(),
  description: words.optional(),
  viaf: identifier("VIAF").optional(),
  gnd: identifier("GND").optional(),
  wikidata: identifier("Wikidata").optional(),
}
const ofPerson = { ...ofEvery, born: lifeDate.optional(), died: lifeDate.optional() }
const ofPlace = {
  ...ofEvery,
  country: words.optional(),
  coordinates: z.tuple([degrees(90), degrees(180)], placeForm).optional(),
  geonames: identifier("GeoNames").optional(),
}
const ofOrganisation = { ...ofEvery, founded: date.optional(), dissolved: date.optional() }

const notAnEntry = "write an entry as fields, beginning with “- id: …” and “name: …”"
const listOf = <T extends z.ZodType>(entry: T) =>
  z
    .preprocess(
      (value) => (value === "" ? [] : value),
      z.array(entry, "write the entries below it, each beginning with “- id: …”"),
    )
    .optional()
const schema = z.strictObject(
  {
    people: listOf(
      z.strictObject(ofPerson, notAnEntry).refine(({ born, died }) => !isBackwards(born, died), {
        path: ["died"],
        error: "it lies before born",
      }),
    ),
    places: listOf(z.strictObject(ofPlace, notAnEntry)),
    organisations: listOf(
      z
        .strictObject(ofOrganisation, notAnEntry)
        .refine(({ founded, dissolved }) => !isBackwards({ when: founded }, { when: dissolved }), {
          path: ["dissolved"],
          error: "it lies before founded",
        }),
    ),
  },
  "begin with “people:”, “places:” or “organisations:”",
)

const known: Readonly<Record<string, readonly string[]>> = {
  "": ["people", "places", "organisations"],
  people: Object.keys(ofPerson),
  places: Object.keys(ofPlace),
  organisations: Object.keys(ofOrganisation),
}

/**
 * Reads a register that is typed as YAML. The fields `people`, `places` and `organisations` each hold
 * a list of entries, whatever the file is called:
 *
 * ```yaml
 * people:
 *   - id: khrushchev               # ASCII letters, digits, . - _; unique across all registers
 *     name: Nikita Khrushchev      # as the edition calls him
 *     also: [N. S. Khrushchev]     # other names that a transcription may use
 *     born: 1894-04-15             # day, month or year; or { notBefore: 1894, notAfter: 1895 }
 *     died: 1971-09-11
 *     description: First Secretary of the Communist Party of the Soviet Union
 *     viaf: …                      # a number, or the whole address
 *     gnd: …
 *     wikidata: …
 * places:
 *   - id: vienna
 *     name: Vienna
 *     country: Austria
 *     coordinates: [48.2083, 16.3731]   # latitude, longitude
 *     geonames: 2761369
 * organisations:
 *   - id: united-nations
 *     name: United Nations
 *     founded: 1945-10-24
 *     dissolved: …
 * ```
 *
 * Only `id` and `name` are required. The value is undefined where anything cannot be read; each
 * problem stands at its own line (`field-missing`, `field-unknown`, `field-unfit`, `yaml-unreadable`).
 */
export function readYamlRegister(source: SourceText): Outcome<readonly Entity[] | undefined> {
  const start = source.text.startsWith("\ufeff") ? 1 : 0
  const fields = (path: string) =>
    /\.(born|died)$/.test(path) ? ["notBefore", "notAfter"] : (known[path.split(".")[0] ?? ""] ?? [])
  const reading = readYaml(source, start, source.text.length, schema, fields, "strings")
  const typed = reading.value
  if (typed === undefined) return { value: undefined, diagnostics: reading.diagnostics }
  const shared = (list: keyof typeof typed, entry: CommonFields, index: number) => ({
    id: entry.id,
    name: entry.name,
    also: entry.also ?? [],
    description: entry.description,
    identifiers: [entry.viaf, entry.gnd, entry.wikidata, entry.geonames].filter((each) => each !== undefined),
    span: reading.fieldSpans.get(`${list}.${index}.id`) ?? source.spanAt(start, start),
  })
  const people = (typed.people ?? []).map((entry, index): Entity => {
    const { born, died } = entry
    return { kind: "person", ...shared("people", entry, index), born, died }
  })
  const places = (typed.places ?? []).map((entry, index): Entity => {
    const { country, coordinates: at } = entry
    const coordinates = at && { latitude: at[0], longitude: at[1] }
    return { kind: "place", ...shared("places", entry, index), country, coordinates }
  })
  const organisations = (typed.organisations ?? []).map((entry, index): Entity => {
    const { founded, dissolved } = entry
    return { kind: "organisation", ...shared("organisations", entry, index), founded, dissolved }
  })
  return { value: [...people, ...places, ...organisations], diagnostics: reading.diagnostics }
}

interface CommonFields {
  readonly id: string
  readonly name: string
  readonly also?: readonly string[] | undefined
  readonly description?: string | undefined
  readonly viaf?: Identifier | undefined
  readonly gnd?: Identifier | undefined
  readonly wikidata?: Identifier | undefined
  readonly geonames?: Identifier | undefined
}
