import type { Outcome } from "../diagnostics/diagnostic.js"
import type { Profile } from "../model/profile.js"
import type { SourceText } from "../model/source-text.js"
import { signsOf } from "./notation.js"
import { assumedFrontMatter } from "./raw.js"
import { type Finding, type Segment, segmentDocuments } from "./segment.js"

/** A file that `stet import` would write. */
export interface ProposedFile {
  readonly path: string
  readonly content: string
}

/** An edition proposed from a raw file: one transcription per document, bodies character for character. */
export function proposeEdition(
  source: SourceText,
  prefix: string,
  title: string,
  profile: Profile,
): Outcome<readonly ProposedFile[]> {
  const { segments, diagnostics } = segmentDocuments(source, signsOf(profile))
  const nameOf = (segment: Segment) => (prefix === "" ? segment.name : `${prefix}-${segment.name}`)
  const transcriptions = segments.map((segment) => ({
    path: `sources/${nameOf(segment)}.md`,
    content: `${frontMatterOf(segment, segments, nameOf)}${source.text.slice(segment.start, segment.end)}`,
  }))
  const settings = { path: "edition.yaml", content: settingsOf(title, segments.map(nameOf)) }
  return { value: [settings, ...transcriptions], diagnostics }
}

const scalar = (value: string) =>
  /^[\p{L}][\p{L}\p{N} .,'’()-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : JSON.stringify(value)

function frontMatterOf(
  segment: Segment,
  all: readonly Segment[],
  nameOf: (segment: Segment) => string,
): string {
  const front = assumedFrontMatter(segment)
  const assumed = (field: string, finding: Finding) => {
    const line = finding.span ? `line ${finding.span.start.line}: ` : ""
    return finding.value === undefined
      ? `${field}: unknown  # left open: ${finding.reason}`
      : `${field}: ${scalar(finding.value)}  # assumed, ${line}${finding.reason}`
  }
  const { kind, sender, recipient, date } = segment.findings
  const others = all.filter((each) => each !== segment)
  const lines = [
    `title: ${scalar(front.title)}`,
    assumed("kind", kind),
    assumed("sender", sender),
    assumed("recipient", recipient),
    date.value === undefined ? `# date: 1962-10-27  # left open: ${date.reason}` : assumed("date", date),
    "# place: where it was written",
    "# repository: the library or archive that keeps it",
    "# shelfmark: its number there",
    "# hands: [{ id: typist, name: Typist, medium: typescript, role: text }]",
    `status: ${front.status}  # assumed from kind; sent, unsent, published or unknown`,
    ...(others.length === 0 ? [] : ["witnesses:  # assumed: they stand in the same file"]),
    ...others.map(
      (each) => `  - { document: ${nameOf(each)}, relation: ${scalar(`${each.kind} in the same file`)} }`,
    ),
    "licence: unknown  # state the rights in the text",
  ]
  return `---\n${lines.join("\n")}\n---\n`
}

function settingsOf(title: string, order: readonly string[]): string {
  return `# What this edition is. “stet check” says what is missing.
title: ${scalar(title)}
editors:
  - name: unnamed  # who answers for the edition
publisher: unpublished
version: "0.1.0"
licence: unknown  # of the encoding; the documents have their own
language: und  # state the language of the edition, as en or de
order: [${order.join(", ")}]
# How the transcriptions are read: stet, fromthepage, by-the-people, leiden-plus, critic-markup, or
# sources/profiles/NAME.yaml of your own. In stet, <sup>…</sup> are words added above the line.
profile: stet
conventions:
  # neighbouring: an addition between the lines beside a deletion, in one sentence, is a substitution;
  # marked: only what is typed {~~old~>new~~}
  substitution: neighbouring
  # repeated-label: a point broken off and begun again with the same label and words is a false start
  falseStart: repeated-label
`
}
