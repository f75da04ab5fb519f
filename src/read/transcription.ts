import { type Diagnostic, inFileOrder, type Outcome } from "../diagnostics/diagnostic.js"
import type { Document, EditionSettings, EmendationRule, FrontMatter } from "../model/edition.js"
import type { Registers } from "../model/register.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import type { Block, Transcription } from "../model/transcription.js"
import { readBlocks } from "./blocks.js"
import { applyConventions } from "./claims.js"
import { applyEmendations } from "./emendations.js"
import { readFrontMatter } from "./front-matter.js"
import { handsAtBeginnings } from "./hands.js"
import { type ImageFolder, readImages } from "./images.js"
import { checkLeftSigns } from "./left-signs.js"
import { partLines } from "./lines.js"
import { signsOf } from "./notation.js"
import { placeRoles } from "./placement.js"
import { checkDeclared, checkPlaces } from "./places.js"
import { findCorrespondents, resolveNames } from "./resolve-names.js"
import { recogniseStructure } from "./structure.js"
import { openUses } from "./uses.js"

/** What a reading depends on, besides the characters. */
export type ReadingRules = Pick<EditionSettings, "profile" | "conventions" | "stated">

/** Reads the body of a transcription from `bodyStart` (UTF-16 units) on. Never throws. */
export function readTranscription(
  source: SourceText,
  bodyStart: number,
  about: { readonly kind: FrontMatter["kind"]; readonly emendations?: readonly EmendationRule[] },
  rules: ReadingRules,
  fieldSpan: (path: string) => SourceSpan | undefined = () => undefined,
): Outcome<Transcription> {
  const signs = signsOf(rules.profile)
  const uses = openUses()
  const reading = readBlocks(source, bodyStart, signs, uses.onUse)
  const hint = about.kind === "press-release" ? "press-release" : "other"
  const markup = [...reading.markup].sort((a, b) => a.start - b.start)
  const handed = handsAtBeginnings(reading.blocks)
  const structured = inSections(handed.blocks, (blocks) =>
    recogniseStructure(partLines(blocks, source, markup), hint),
  )
  const claims = applyConventions(structured, rules.conventions, rules.stated)
  const emendations = about.emendations ?? []
  const emended = applyEmendations(claims.blocks, emendations, source, bodyStart, signs, fieldSpan)
  const placed = placeRoles(emended.blocks)
  const diagnostics = inOrder([
    ...reading.diagnostics,
    ...handed.diagnostics,
    ...placed.diagnostics,
    ...checkPlaces(placed.blocks),
    ...outside(checkLeftSigns(placed.blocks, rules.profile), reading.diagnostics),
    ...uses.report(source, rules),
    ...claims.diagnostics,
    ...emended.diagnostics,
  ])
  return {
    value: { blocks: placed.blocks, markup, body: source.text.slice(bodyStart), bodyStart },
    diagnostics,
  }
}

/** Parts of the document that begin with `::session` and the like have openers and closers of their own. */
function inSections(
  blocks: readonly Block[],
  recognise: (blocks: readonly Block[]) => readonly Block[],
): readonly Block[] {
  const found: Block[] = []
  let start = 0
  for (let index = 0; index <= blocks.length; index++) {
    const block = blocks[index]
    if (block && block.kind !== "section") continue
    for (const each of recognise(blocks.slice(start, index))) found.push(each)
    if (block) found.push(block)
    start = index + 1
  }
  return found
}

/** Those findings that lie within no other problem, of which they would only be the consequence. */
function outside(findings: readonly Diagnostic[], problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const within = new Set<number>()
  for (const { span } of problems) {
    // Signs are short; of what is longer only the beginning can be such a sign.
    const end = Math.min(span?.end.offset ?? 0, (span?.start.offset ?? 0) + 40)
    for (let at = span?.start.offset ?? 0; at < end; at++) within.add(at)
  }
  return findings.filter(({ span }) => !within.has(span?.start.offset ?? -1))
}

/** Problems in the order in which an editor meets them. */
const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => inFileOrder([...diagnostics])

/** Reads a transcription with its front matter: one document of an edition. */
export function readDocument(
  source: SourceText,
  name: string,
  rules: ReadingRules,
  registers?: Registers,
  folder?: ImageFolder,
): Outcome<Document | undefined> {
  const front = readFrontMatter(source)
  if (!front.value) {
    // The body's mistakes are worth knowing even while the front matter is wrong.
    const body = front.diagnostics.some((each) => each.code === "front-matter-unclosed")
      ? []
      : readBlocks(source, front.bodyStart, signsOf(rules.profile)).diagnostics
    return { value: undefined, diagnostics: [...front.diagnostics, ...body] }
  }
  const fieldSpan = (path: string) => front.fieldSpans.get(path)
  const transcription = readTranscription(source, front.bodyStart, front.value, rules, fieldSpan)
  const named = resolveNames(transcription.value.blocks, registers)
  const correspondents = findCorrespondents(front.value, registers)
  const images = readImages(front.value, transcription.value.blocks, fieldSpan, folder)
  return {
    value: {
      name,
      file: source.file,
      frontMatter: front.value,
      transcription: { ...transcription.value, blocks: named.blocks },
      entities: [...new Set([...named.entities, ...correspondents.values()])],
      correspondents,
      images: images.value,
      fieldSpans: front.fieldSpans,
    },
    diagnostics: inOrder([
      ...front.diagnostics,
      ...transcription.diagnostics,
      ...checkDeclared(transcription.value.blocks, front.value),
      ...named.diagnostics,
      ...images.diagnostics,
    ]),
  }
}
