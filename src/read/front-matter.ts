import { z } from "zod"
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { documentKinds, documentStatuses, type FrontMatter } from "../model/edition.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import { isDay } from "./calendar.js"
import { imageFields, namesOfImageFields } from "./image-fields.js"
import { readYaml } from "./yaml.js"

const words = z.string().trim().min(1, "it is empty")
const isoDate = z
  .string()
  .refine(isDay, "write a day, month or year that there is, as 1962-10-27, 1962-10 or 1962")
/** An id that XML and every file system can hold. */
export const idPattern = /^[A-Za-z][A-Za-z0-9._-]{0,47}$/
const id = z.string().regex(idPattern, "use ASCII letters, digits, “.”, “-” and “_”, beginning with a letter")

const dateFields = z.union(
  [
    isoDate.transform((when) => ({ when })),
    z.strictObject({
      when: isoDate.optional(),
      notBefore: isoDate.optional(),
      notAfter: isoDate.optional(),
      text: words.optional(),
    }),
  ],
  "write a date as 1962-10-27, or when, notBefore, notAfter and text below it",
)

/** An id that an earlier entry has is told at the entry that repeats it. */
const eachOnce =
  (message: string) => (entries: readonly { readonly id: string }[], context: z.RefinementCtx) => {
    const known = new Set<string>()
    entries.forEach((entry, index) => {
      if (known.has(entry.id)) context.addIssue({ code: "custom", message, path: [index, "id"] })
      known.add(entry.id)
    })
  }

const shape = {
  title: words,
  kind: z.enum(documentKinds, `it is one of ${documentKinds.join(", ")}`),
  sender: words,
  recipient: words,
  licence: words,
  date: dateFields.optional(),
  place: words.optional(),
  country: words.optional(),
  settlement: words.optional(),
  repository: words.optional(),
  collection: words.optional(),
  shelfmark: words.optional(),
  source: words.optional(),
  extent: words.optional(),
  summary: words.optional(),
  hands: z
    .array(
      z.strictObject({
        id,
        name: words,
        medium: words.optional(),
        role: z.enum(["text", "revisions"]).optional(),
      }),
    )
    .superRefine(eachOnce("two hands have one id"))
    .default([]),
  stages: z
    .array(z.strictObject({ id, description: words, when: isoDate.optional() }))
    .superRefine(eachOnce("two stages have one id"))
    .default([]),
  status: z.enum(documentStatuses, `it is one of ${documentStatuses.join(", ")}`).default("unknown"),
  witnesses: z.array(z.strictObject({ document: words, relation: words })).default([]),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "write a language tag such as en or de-AT")
    .optional(),
  transcriber: words.optional(),
  emendations: z
    .array(z.strictObject({ passage: words, sic: words, corr: z.string(), note: words.optional() }))
    .default([]),
  images: imageFields,
}
const frontMatterSchema: z.ZodType<FrontMatter> = z.strictObject(shape)
const known = [
  ...Object.keys(shape),
  "when",
  "notBefore",
  "notAfter",
  "text",
  "id",
  "name",
  "medium",
  "role",
  "description",
  "document",
  "relation",
  "passage",
  "sic",
  "corr",
  "note",
  ...namesOfImageFields,
]

export interface FrontMatterReading {
  readonly value: FrontMatter | undefined
  readonly fieldSpans: ReadonlyMap<string, SourceSpan>
  /** Where the transcription begins, in UTF-16 units. */
  readonly bodyStart: number
  readonly diagnostics: readonly Diagnostic[]
}

const fence = /^---[ \t]*(?:\r\n|\n|\r|$)/

/** Reads the YAML between the two lines `---` at the top of a transcription. */
export function readFrontMatter(source: SourceText): FrontMatterReading {
  const bom = source.text.startsWith("\ufeff") ? 1 : 0
  const opening = fence.exec(source.text.slice(bom))
  const none = new Map<string, SourceSpan>()
  if (!opening) {
    const problem = diagnose("front-matter-missing", {}, source.spanAt(bom, bom))
    return { value: undefined, fieldSpans: none, bodyStart: bom, diagnostics: [problem] }
  }
  const start = bom + opening[0].length
  const closing = /(?:^|[\r\n])(---[ \t]*(?:\r\n|\n|\r|$))/g
  closing.lastIndex = start - 1
  const closed = closing.exec(source.text)
  if (!closed) {
    const problem = diagnose("front-matter-unclosed", {}, source.spanAt(bom, bom + 3))
    return { value: undefined, fieldSpans: none, bodyStart: source.text.length, diagnostics: [problem] }
  }
  const bodyStart = closing.lastIndex
  const end = bodyStart - (closed[1] ?? "").length
  const reading = readYaml(source, start, Math.max(start, end), frontMatterSchema, known)
  const isMistaken = reading.value?.kind === "draft" && reading.value.status === "sent"
  const sent = isMistaken ? [diagnose("draft-sent", {}, reading.fieldSpans.get("status"))] : []
  return { ...reading, bodyStart, diagnostics: [...reading.diagnostics, ...sent] }
}
