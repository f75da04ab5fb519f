import { z } from "zod"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { nearest } from "../model/nearest.js"
import type { ProofReading } from "../model/textual-statement.js"
import { isDay } from "./calendar.js"
import { decodeUtf8 } from "./source-text.js"
import { readYaml } from "./yaml.js"

const words = z.string().trim().min(1, "it is empty")
const shape = {
  document: words,
  by: words,
  against: words,
  on: z.string().refine((day) => /^\d{4}-\d\d-\d\d$/.test(day) && isDay(day), "write a day as 2026-11-24"),
  text: z.string().regex(/^[0-9a-f]{16}$/, "it is 16 hexadecimal digits, as “stet proofread” writes them"),
}
const schema = z.strictObject({ readings: z.array(z.strictObject(shape)).default([]) })

/** Reads proofreading.yaml; a reading of what is no document of the edition is told at its line. */
export function readProofReadings(
  file: string,
  bytes: Uint8Array,
  documents: readonly string[],
): Outcome<readonly ProofReading[]> {
  const source = decodeUtf8(bytes, file)
  const reading = readYaml<z.infer<typeof schema>>(
    source.value,
    0,
    source.value.text.length,
    schema as unknown as z.ZodType<z.infer<typeof schema>>,
    ["readings", ...Object.keys(shape)],
  )
  const diagnostics: Diagnostic[] = [...source.diagnostics, ...reading.diagnostics]
  const readings = (reading.value?.readings ?? []).map((each, index): ProofReading => {
    const span = reading.fieldSpans.get(`readings.${index}.document`)
    if (!documents.includes(each.document)) {
      const meant = nearest(each.document, documents)
      diagnostics.push(
        diagnose(
          "proof-reading-astray",
          { name: each.document, meant: meant === undefined ? "" : ` Did you mean ${meant}?` },
          span,
        ),
      )
    }
    return span === undefined ? each : { ...each, span }
  })
  return { value: readings, diagnostics }
}
