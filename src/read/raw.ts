import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { Document, Edition, EditionSettings, FrontMatter } from "../model/edition.js"
import type { Profile } from "../model/profile.js"
import { openSourceText, type SourceText } from "../model/source-text.js"
import type { Block, Role } from "../model/transcription.js"
import { textOf } from "../model/walk.js"
import { signsOf } from "./notation.js"
import { type Segment, segmentDocuments } from "./segment.js"
import { readTranscription } from "./transcription.js"

/** Settings for a file without an edition: nothing is claimed that the user has not said. */
export function assumedSettings(title: string, profile: Profile): EditionSettings {
  return {
    title,
    editors: [{ name: "unnamed", role: "editor" }],
    publisher: "unpublished",
    version: "0.0.0",
    licence: "unknown",
    language: "und",
    interface: "en",
    order: [],
    profile,
    conventions: profile.conventions,
    stated: new Set(),
  }
}

/** What a segment's findings say as front matter; what was not found is “unknown”. */
export function assumedFrontMatter(segment: Segment): FrontMatter {
  const { sender, recipient, date } = segment.findings
  const kindWord = {
    letter: "Letter",
    draft: "Draft of a letter",
    "press-release": "Press release of a letter",
  } as Readonly<Record<string, string>>
  return {
    title: `${kindWord[segment.kind] ?? "Letter"} from ${sender.value ?? "unknown"} to ${recipient.value ?? "unknown"}`,
    kind: segment.kind,
    sender: sender.value ?? "unknown",
    recipient: recipient.value ?? "unknown",
    licence: "unknown",
    ...(date.value ? { date: { when: date.value } } : {}),
    hands: [],
    stages: [],
    status: segment.kind === "draft" ? "unsent" : segment.kind === "press-release" ? "published" : "unknown",
    witnesses: [],
    emendations: [],
    images: [],
  }
}

/** Reads a raw file as an edition of the documents found in it; all that is assumed is reported. */
export function readRaw(source: SourceText, title: string, profile: Profile): Outcome<Edition> {
  const settings = assumedSettings(title, profile)
  const { segments, diagnostics } = segmentDocuments(source, signsOf(profile))
  const found: Diagnostic[] = [...diagnostics]
  const documents = segments.map((segment): Document => {
    const frontMatter = assumedFrontMatter(segment)
    // The text is cut at the segment's end, not its start, so that positions stay those of the file.
    const own = {
      ...openSourceText(source.file, source.text.slice(0, segment.end)),
      pointAt: source.pointAt,
      spanAt: source.spanAt,
    }
    const bom = segment.start === 0 && source.text.startsWith("\ufeff") ? 1 : 0
    const transcription = readTranscription(own, segment.start + bom, frontMatter, settings)
    // Marks were already complained of when the whole file was read.
    for (const each of transcription.diagnostics.filter((each) => each.severity === "info")) found.push(each)
    for (const each of transcription.value.blocks.flatMap(assumedRole)) found.push(each)
    return {
      name: segment.name,
      file: source.file,
      frontMatter,
      transcription: transcription.value,
      entities: [],
      correspondents: new Map(),
      images: [],
      fieldSpans: new Map(),
    }
  })
  return { value: { settings, documents }, diagnostics: found }
}

const roleNames: Readonly<Partial<Record<Role, string>>> = {
  "release-head": "title of the release",
  head: "heading",
  dateline: "dateline",
  salute: "salutation",
  closing: "complimentary close",
  signed: "signature",
  postscript: "postscript",
}

/** What a paragraph was taken for, where it is not the letter's prose. */
function assumedRole(block: Block): readonly Diagnostic[] {
  const role = block.kind === "paragraph" ? roleNames[block.role] : undefined
  if (block.kind !== "paragraph" || role === undefined) return []
  const text = textOf(block.children).replace(/\s+/g, " ").trim().slice(0, 60)
  return [diagnose("assumed-role", { role, text }, block.span)]
}
