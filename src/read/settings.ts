import { z } from "zod"
import type { Outcome } from "../diagnostics/diagnostic.js"
import { type EditionSettings, metadataLicences } from "../model/edition.js"
import { type InterfaceLanguage, interfaceLanguages } from "../model/page.js"
import type { Conventions } from "../model/profile.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import { statementSlots } from "../model/textual-statement.js"
import { readProfile, unknownProfile } from "./profile.js"
import { readYaml } from "./yaml.js"

const words = z.string().trim().min(1, "it is empty")
const shape = {
  title: words,
  editors: z
    .array(
      z.strictObject({
        name: words,
        role: words.default("editor"),
        orcid: z
          .string()
          .refine(isOrcid, "write it as 0000-0002-1825-0097; its last character is a check on the others")
          .transform((typed) => `https://orcid.org/${bareOrcid(typed)}`)
          .optional(),
        email: z.email("write it as name@example.org").optional(),
      }),
    )
    .min(1, "name one editor at least"),
  publisher: words,
  place: words.optional(),
  version: z
    .string('write it in quotation marks, as "1.0.0"')
    .regex(/^\d+\.\d+\.\d+$/, "write it as “1.0.0”"),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "write a date as 2026-11-24")
    .optional(),
  licence: words,
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "write a language tag such as en or de-AT"),
  interface: z.enum(interfaceLanguages, "it is en or de").optional(),
  url: z.url({ protocol: /^https?$/, error: "write an address that begins with https://" }).optional(),
  doi: z
    .string()
    .transform((typed) => typed.trim().replace(/^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)/i, ""))
    .refine((doi) => /^10\.\d{4,9}\/\S+$/.test(doi), "write it as 10.1234/abc")
    .optional(),
  metadataLicence: z
    .enum(Object.keys(metadataLicences) as [keyof typeof metadataLicences], "it is CC BY 4.0 or CC0 1.0")
    .optional(),
  statement: words.optional(),
  textualStatement: z
    .strictObject(Object.fromEntries(statementSlots.map((slot) => [slot, words.optional()])))
    .optional(),
  order: z.array(words).default([]),
  profile: words.optional(),
  /** What brought TEI must fit, instead of the schemas that the files name themselves. */
  schema: z.union([words.transform((each) => [each]), z.array(words)], "name a file").default([]),
  validity: z.enum(["reported", "required"], "it is reported or required").default("reported"),
  conventions: z
    .strictObject({
      substitution: z.enum(["neighbouring", "marked"], "it is neighbouring or marked").optional(),
      falseStart: z.enum(["repeated-label", "marked"], "it is repeated-label or marked").optional(),
    })
    .default({}),
}

const bareOrcid = (typed: string) => typed.trim().replace(/^https?:\/\/orcid\.org\//i, "")

/** Sixteen digits in four groups, of which the last is a check on the others (ISO 7064, MOD 11-2). */
function isOrcid(typed: string): boolean {
  const id = bareOrcid(typed)
  if (!/^(?:\d{4}-){3}\d{3}[\dX]$/.test(id)) return false
  const digits = id.replaceAll("-", "")
  const total = Array.from(digits.slice(0, 15)).reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const check = (12 - (total % 11)) % 11
  return digits.at(15) === (check === 10 ? "X" : String(check))
}

const settingsSchema = z.strictObject(shape)
type Written = z.infer<typeof settingsSchema>

/** The profile by which an edition is read that names none. */
export const usualProfile = "stet"

/**
 * Reads edition.yaml, with the profile that it names; `profiles` are the texts of those there are, by
 * name. What edition.yaml says of conventions goes before what the profile says.
 */
export function readSettings(
  source: SourceText,
  profiles: ReadonlyMap<string, SourceText>,
): Outcome<EditionSettings | undefined> & { readonly fieldSpans: ReadonlyMap<string, SourceSpan> } {
  const editorFields = ["name", "role", "orcid", "email"]
  const known = [...Object.keys(shape), ...editorFields, "substitution", "falseStart", ...statementSlots]
  const reading = readYaml<Written>(
    source,
    0,
    source.text.length,
    settingsSchema as unknown as z.ZodType<Written>,
    known,
  )
  const { fieldSpans } = reading
  if (!reading.value) return { value: undefined, fieldSpans, diagnostics: reading.diagnostics }
  const { conventions, profile: name, schema: schemas, ...rest } = reading.value
  const names = [...profiles.keys()]
  const text = profiles.get(name ?? usualProfile)
  if (!text) {
    const problem = unknownProfile(name ?? usualProfile, names, fieldSpans.get("profile"))
    return { value: undefined, fieldSpans, diagnostics: [...reading.diagnostics, problem] }
  }
  const profile = readProfile(text, (each) => profiles.get(each), names)
  const diagnostics = [...reading.diagnostics, ...profile.diagnostics]
  if (!profile.value) return { value: undefined, fieldSpans, diagnostics }
  const stated = Object.entries(conventions).flatMap(([key, value]) => (value === undefined ? [] : [key]))
  const value: EditionSettings = {
    ...rest,
    interface: rest.interface ?? interfaceFor(rest.language),
    schemas,
    fieldSpans,
    profile: profile.value,
    conventions: {
      substitution: conventions.substitution ?? profile.value.conventions.substitution,
      falseStart: conventions.falseStart ?? profile.value.conventions.falseStart,
    },
    // An edition that names its profile states what stands in it.
    stated: new Set<keyof Conventions | "profile">(
      name === undefined ? (stated as (keyof Conventions)[]) : ["profile", "substitution", "falseStart"],
    ),
  }
  return { value, fieldSpans, diagnostics }
}

/** Pages speak the language of the edition where there are words for it, else English. */
export const interfaceFor = (language: string): InterfaceLanguage =>
  interfaceLanguages.find((each) => each === language.split("-")[0]?.toLowerCase()) ?? "en"
