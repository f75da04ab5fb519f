import { z } from "zod"
import type { Outcome } from "../diagnostics/diagnostic.js"
import { type Conventions, defaultConventions, type EditionSettings } from "../model/edition.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "./source-text.js"
import { readYaml } from "./yaml.js"

const words = z.string().trim().min(1, "it is empty")
const shape = {
  title: words,
  editors: z
    .array(z.strictObject({ name: words, role: words.default("editor") }))
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
  url: z.url({ protocol: /^https?$/, error: "write an address that begins with https://" }).optional(),
  statement: words.optional(),
  order: z.array(words).default([]),
  conventions: z
    .strictObject({
      substitution: z.enum(["neighbouring", "marked"], "it is neighbouring or marked").optional(),
      falseStart: z.enum(["repeated-label", "marked"], "it is repeated-label or marked").optional(),
    })
    .default({}),
}
const settingsSchema = z.strictObject(shape).transform(
  ({ conventions, ...rest }): EditionSettings => ({
    ...rest,
    conventions: {
      substitution: conventions.substitution ?? defaultConventions.substitution,
      falseStart: conventions.falseStart ?? defaultConventions.falseStart,
    },
    stated: new Set(
      (Object.keys(conventions) as (keyof Conventions)[]).filter((key) => conventions[key] !== undefined),
    ),
  }),
)

/** Reads edition.yaml. */
export function readSettings(source: SourceText): Outcome<EditionSettings | undefined> & {
  readonly fieldSpans: ReadonlyMap<string, SourceSpan>
} {
  const known = [...Object.keys(shape), "name", "role", "substitution", "falseStart"]
  return readYaml(
    source,
    0,
    source.text.length,
    settingsSchema as unknown as z.ZodType<EditionSettings>,
    known,
  )
}
