import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import type { DocumentKind } from "../model/edition.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import type { Block } from "../model/transcription.js"
import { textOf } from "../model/walk.js"
import { readBlocks } from "./blocks.js"
import { findDate, isDateline } from "./dates.js"
import { partLines } from "./lines.js"
import type { Signs } from "./notation.js"
import { isSalutation, recogniseStructure, signedName } from "./structure.js"

/** Something stet took from the text, and its reason; `value` is missing where nothing was found. */
export interface Finding {
  readonly value?: string
  readonly reason: string
  readonly span?: SourceSpan
}

/** One document found in a raw file: its stretch (UTF-16 offsets) and what could be told about it. */
export interface Segment {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly kind: DocumentKind
  readonly findings: Readonly<Record<"kind" | "sender" | "recipient" | "date", Finding>>
  readonly boundary: Finding
}

interface Paragraph {
  /** Whether it signs the document that it stands in. */
  readonly signs: boolean
  readonly text: string
  readonly span: SourceSpan
  readonly bold: boolean
}

const announcement =
  /^(?:(?:the|a|first|second)\s+)?(draft|letter|copy|telegram|note|enclosure)\b[\p{Lu}\s\d.]*(?:follows|begins|:)?$/iu
const releaseSign = /press (?:secretary|release)|for immediate release|text of a (?:letter|statement)/i
const addressee = /\bTO\b[\s\S]{0,120}?,\s*([\p{Lu}][\p{Lu} .'-]{3,60})$/u

/** “… ADDRESSED TO THE CHAIRMAN …, NIKITA KHRUSHCHEV” names Nikita Khrushchev. */
function addresseeIn(text: string): string | undefined {
  const name = addressee.exec(text.replace(/\s+/g, " "))?.[1]
  return name === undefined ? undefined : titleCase(name)
}

/** Splits a raw transcription into its documents, and says of each boundary why it is one. */
export function segmentDocuments(
  source: SourceText,
  signs: Signs,
): {
  readonly segments: readonly Segment[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const bom = source.text.startsWith("\ufeff") ? 1 : 0
  const reading = readBlocks(source, bom, signs)
  const markup = [...reading.markup].sort((a, b) => a.start - b.start)
  const paragraphs = reading.blocks.flatMap(paragraphOf)
  const starts = boundaries(paragraphs)
  let next = 0
  const parts = starts.map((start, index) => {
    const from = index === 0 ? 0 : start.at
    const to = starts[index + 1]?.at ?? source.text.length
    const first = next
    while (next < reading.blocks.length && (reading.blocks[next] as Block).span.start.offset < to) next++
    // What signs a document is what its own structure says, as it will be encoded.
    const blocks = partLines(reading.blocks.slice(first, next), source, markup)
    const own = recogniseStructure(blocks, "other").flatMap(paragraphOf)
    return { ...start, from, to, own, kind: kindOf(own) }
  })
  const correspondents = correspondentsOf(parts.map((part) => part.own))
  const counts = new Map<string, number>()
  const segments = parts.map((part): Segment => {
    const count = (counts.get(part.kind.value) ?? 0) + 1
    counts.set(part.kind.value, count)
    const name = count === 1 ? part.kind.value : `${part.kind.value}-${count}`
    const known = correspondents.get(greetingOf(part.own) ?? "") ?? {}
    return {
      name,
      start: part.from,
      end: part.to,
      kind: part.kind.value,
      boundary: { value: name, reason: part.reason, span: part.span },
      findings: {
        kind: part.kind,
        sender: senderOf(part.own, known.signed),
        recipient: recipientOf(part.own, known.addressed),
        date: dateOf(part.own),
      },
    }
  })
  return {
    segments,
    diagnostics: [...reading.diagnostics, ...segments.flatMap((segment) => report(segment, source))],
  }
}

function report(segment: Segment, source: SourceText): readonly Diagnostic[] {
  const { boundary, findings, name } = segment
  const start = boundary.span ?? source.spanAt(segment.start, segment.start)
  const found = diagnose(
    "assumed-boundary",
    { what: `the document “${name}”`, reason: boundary.reason },
    start,
  )
  const fields = Object.entries(findings).map(([field, finding]) =>
    finding.value === undefined
      ? diagnose("assumed-open", { field, document: name, reason: finding.reason }, start)
      : diagnose(
          "assumed-field",
          { field, document: name, value: finding.value, reason: finding.reason },
          finding.span ?? start,
        ),
  )
  return [found, ...fields]
}

function paragraphOf(block: Block): readonly Paragraph[] {
  if (block.kind !== "paragraph" && block.kind !== "letterhead") return []
  const bold = block.children.length === 1 && block.children[0]?.kind === "highlight"
  const signs = block.kind === "paragraph" && block.role === "signed"
  return [{ text: textOf(block.children).trim(), span: block.span, bold, signs }]
}

function boundaries(
  paragraphs: readonly Paragraph[],
): readonly { at: number; reason: string; span: SourceSpan }[] {
  const first = paragraphs[0]
  if (!first) return []
  const found = [{ at: first.span.start.offset, reason: "the file begins", span: first.span }]
  let greeted = false
  let start = 0
  paragraphs.forEach((paragraph, index) => {
    if (index > start && isAnnouncement(paragraph)) {
      found.push({
        at: paragraph.span.start.offset,
        reason: `“${paragraph.text}” announces it`,
        span: paragraph.span,
      })
      greeted = false
      start = index
    } else if (isSalutation(paragraph.text)) {
      if (greeted) {
        const before = paragraphs[index - 1]
        const opening = before && index - 1 > start && isDateline(before.text) ? before : paragraph
        const reason =
          opening === paragraph
            ? "a second salutation begins a second letter"
            : "a second dateline and salutation begin a second letter"
        found.push({ at: opening.span.start.offset, reason, span: opening.span })
        start = index
      }
      greeted = true
    }
  })
  return found
}

const isAnnouncement = (paragraph: Paragraph) => paragraph.bold && announcement.test(paragraph.text)

function kindOf(own: readonly Paragraph[]): Finding & { readonly value: DocumentKind } {
  const announced = own.find(isAnnouncement)
  const word = announced ? announcement.exec(announced.text)?.[1]?.toLowerCase() : undefined
  if (announced && word)
    return { value: word as DocumentKind, reason: `“${announced.text}” says so`, span: announced.span }
  const release = own.find((each) => releaseSign.test(each.text))
  if (release)
    return {
      value: "press-release",
      reason: `“${release.text.split("\n")[0]?.trim()}” stands at its head`,
      span: release.span,
    }
  return { value: "letter", reason: "nothing calls it anything else" }
}

const greetingOf = (own: readonly Paragraph[]) => own.find((each) => isSalutation(each.text))?.text

interface Correspondents {
  readonly signed?: Paragraph
  readonly addressed?: Paragraph
}

/** For each salutation, the first signature and the first address that stand in a document with it. */
function correspondentsOf(documents: readonly (readonly Paragraph[])[]): ReadonlyMap<string, Correspondents> {
  const known = new Map<string, Correspondents>()
  for (const own of documents) {
    const greeting = greetingOf(own)
    if (greeting === undefined) continue
    const before = known.get(greeting)
    const signed = before?.signed ?? own.findLast((each) => each.signs)
    const addressed = before?.addressed ?? own.find((each) => addresseeIn(each.text) !== undefined)
    known.set(greeting, { ...(signed ? { signed } : {}), ...(addressed ? { addressed } : {}) })
  }
  return known
}

function senderOf(own: readonly Paragraph[], elsewhere: Paragraph | undefined): Finding {
  const signed = own.findLast((each) => each.signs)
  if (signed)
    return { value: signedName(signed.text), reason: `it is signed “${signed.text}”`, span: signed.span }
  if (!elsewhere) return { reason: "nobody signs it" }
  const reason = "another document in the file with the same salutation is so signed"
  return { value: signedName(elsewhere.text), reason, span: elsewhere.span }
}

function recipientOf(own: readonly Paragraph[], elsewhere: Paragraph | undefined): Finding {
  const here = own.find((each) => addresseeIn(each.text) !== undefined)
  if (here)
    return {
      ...given(addresseeIn(here.text)),
      reason: "its heading says to whom it is addressed",
      span: here.span,
    }
  if (elsewhere) {
    const reason = "another document in the file with the same salutation is so addressed"
    return { ...given(addresseeIn(elsewhere.text)), reason, span: elsewhere.span }
  }
  const greeting = own.find((each) => isSalutation(each.text))
  if (!greeting) return { reason: "nobody is greeted in it" }
  const name = greeting.text.replace(/^(?:my\s+)?dear(?:est)?\s+/i, "").replace(/[:,!.]+$/, "")
  return { value: name, reason: `it greets “${greeting.text}”`, span: greeting.span }
}

const given = (value: string | undefined) => (value === undefined ? {} : { value })

const titleCase = (name: string) =>
  name
    .toLowerCase()
    .replace(/(^|[\s.'-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

function dateOf(own: readonly Paragraph[]): Finding {
  const greeting = own.findIndex((each) => isSalutation(each.text))
  const dated = own.slice(0, greeting < 0 ? 1 : greeting).findLast((each) => isDateline(each.text))
  const date = dated && findDate(dated.text)
  if (!dated || !date) return { reason: "no date stands before its salutation" }
  return { value: date.when, reason: `its dateline is “${dated.text}”`, span: dated.span }
}
