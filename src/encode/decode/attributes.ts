import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js"
import { type PhenomenonName, phenomena, revisions } from "../../model/phenomena.js"
import type { AttributeRule } from "../../model/phenomenon.js"
import type { SourceSpan } from "../../model/source-span.js"
import {
  calendarId,
  editorId,
  handId,
  imageId,
  markId,
  movedId,
  revisedId,
  stageId,
  zoneId,
} from "../named-ids.js"
import type { TeiElement } from "../tei.js"

/** What the way back has to know of the document as a whole. */
export interface DecodeContext {
  /** The document's name, with which every id begins. */
  readonly name: string
  /** The hand of the revisions, by its id in the TEI, which needs no mention where it struck or added. */
  readonly reviser: string | undefined
  /** What the editor puts beside the text is typed in braces. */
  readonly inBraces: boolean
  /** The groups of substitutions whose parts stand apart, by the ids of the parts. */
  readonly joins: ReadonlyMap<string, string>
  /** The groups of transposed passages, by their ids. */
  readonly moved: ReadonlyMap<string, string>
  /** What each `pb` points at without being told to, by the page's number or its place in the list. */
  readonly usualFacs: ReadonlyMap<TeiElement, string>
  readonly problems: Diagnostic[]
}

/** What goes without saying here: the hand and the stage that a change has where none is named. */
export interface Expected {
  readonly hand: string | undefined
  readonly change: string | undefined
}

export const expectedIn = ({ name, reviser }: DecodeContext): Expected => ({
  hand: reviser,
  change: `#${revisedId(name)}`,
})

export function refuse(
  context: DecodeContext,
  what: string,
  problem: string,
  span: SourceSpan | undefined,
): void {
  context.problems.push(diagnose("tei-undecodable", { what, problem }, span))
}

/** Of a substitution the parts say whose they are. */
const isWhole = (name: PhenomenonName) => name === "substitution" || name === "overwriting"

/**
 * The attributes of an element as they are typed for a phenomenon, usual ones left out; `id` is the name
 * that the editor gave the place. One that stet does not write there is reported.
 */
export function typedAttributes(
  node: TeiElement,
  name: PhenomenonName,
  context: DecodeContext,
  expected: Expected = expectedIn(context),
): Readonly<Record<string, string>> {
  const { fixed = {}, attributes: rules } = phenomena[name]
  const left = new Map(Object.entries(node.attributes))
  const values: Record<string, string> = {}
  for (const key of Object.keys(fixed)) left.delete(key)
  const id = left.get("xml:id")
  if (id !== undefined && readId(id, name, node, values, context)) left.delete("xml:id")
  if (name === "supplied" && left.get("resp") === `#${editorId(context.name, 1)}`) left.delete("resp")
  const usualFacs = name === "page" ? context.usualFacs.get(node) : undefined
  if (usualFacs !== undefined && left.get("facs") === usualFacs) left.delete("facs")
  if (revisions.has(name) && left.get("change") === expected.change) left.delete("change")
  if (revisions.has(name) && !isWhole(name) && left.get("hand") === expected.hand) left.delete("hand")
  for (const [key, rule] of Object.entries(rules)) {
    const written = rule.tei === "ref" && left.has("key") ? "key" : rule.tei
    const value = written === undefined ? undefined : left.get(written)
    if (written === undefined || value === undefined) continue
    const typed = written === "key" ? value : typedValue(key, rule, value, context)
    if (typed === undefined) continue
    left.delete(written)
    if (typed !== rule.usual) values[key] = typed
  }
  for (const key of left.keys())
    refuse(
      context,
      `${key}="${left.get(key)}" on <${node.name}>`,
      "stet writes no such attribute there",
      node.origin,
    )
  return values
}

/** An id that the editor gave, or one that says to which group a passage belongs. */
function readId(
  id: string,
  name: PhenomenonName,
  node: TeiElement,
  values: Record<string, string>,
  { name: document, joins, moved }: DecodeContext,
): boolean {
  const group = joins.get(id)
  if (group !== undefined) values["join"] = group
  const transposed = name === "transposition" ? moved.get(id) : undefined
  if (transposed !== undefined && transposed !== "1") values["group"] = transposed
  const given = withoutPrefix(id, markId(document, ""))
  if (given !== undefined) values["id"] = given
  const auto = id === movedId(document, transposed ?? "", node.attributes["n"] ?? "")
  return given !== undefined || group !== undefined || auto
}

/** What follows a prefix; undefined where it does not stand there. */
export const withoutPrefix = (value: string, prefix: string): string | undefined =>
  value.startsWith(prefix) && value.length > prefix.length ? value.slice(prefix.length) : undefined

function typedValue(
  key: string,
  rule: AttributeRule,
  value: string,
  { name }: DecodeContext,
): string | undefined {
  if (typeof rule.value === "object")
    return Object.entries(rule.value).find(
      ([, written]) => (key === "calendar" ? `#${calendarId(name, written)}` : written) === value,
    )?.[0]
  switch (rule.value) {
    case "hand":
      return withoutPrefix(value, `#${handId(name, "")}`)
    case "stage":
      return withoutPrefix(value, `#${stageId(name, "")}`)
    case "zone":
      return withoutPrefix(value, `#${zoneId(name, "")}`)
    case "image":
      return targetsIn(value, imageId(name, ""))
    case "mark":
      return targetsIn(value, markId(name, ""))
    case "entity":
      return /^#[^#]*?\.(?:person|place|organisation)-(.+)$/.exec(value)?.[1]
    default:
      return value
  }
}

/** What is named by pointers to ids that all begin alike; undefined where one begins otherwise. */
function targetsIn(value: string, prefix: string): string | undefined {
  const targets = value.split(" ").map((each) => withoutPrefix(each, `#${prefix}`))
  return targets.every((each) => each !== undefined) ? targets.join(" ") : undefined
}

/** The zone of an image on which a block stands. */
export const zoneOf = ({ attributes }: TeiElement, { name }: DecodeContext): string | undefined =>
  withoutPrefix(attributes["facs"] ?? "", `#${zoneId(name, "")}`)

/** Attributes that an element may have, with their values. */
export type Known = Readonly<Record<string, string | undefined>>

/** An id that stet made from the words of a block, be it under an earlier name of the document. */
const madeFromWords = /^[A-Za-z][\w-]*\.[a-z0-9]{7}(?:-\d+)?$/

/** Reports attributes of a block besides these and an id that stet made from its words. */
export function checkAttributes(node: TeiElement, known: Known, context: DecodeContext): void {
  for (const [key, value] of Object.entries(node.attributes)) {
    const isId = key === "xml:id" && madeFromWords.test(value)
    if (isId || known[key] === value) continue
    refuse(context, `${key}="${value}" on <${node.name}>`, "stet writes no such attribute there", node.origin)
  }
}
