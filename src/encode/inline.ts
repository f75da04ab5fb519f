import { type PhenomenonName, phenomena, revisions } from "../model/phenomena.js"
import type { AttributeRule } from "../model/phenomenon.js"
import type { Entity } from "../model/register.js"
import type { SourceSpan } from "../model/source-span.js"
import type {
  Addition,
  Deletion,
  Emendation,
  Inline,
  Mark,
  MarkAttributes,
  Substitution,
} from "../model/transcription.js"
import { text } from "../xml/tree.js"
import { type PageFacs, pointersTo } from "./facsimile.js"
import { calendarId, handId, imageId, joinId, markId, movedId, noteId, stageId, zoneId } from "./named-ids.js"
import { entityId } from "./registers.js"
import { type TeiNode, tei } from "./tei.js"

/** What inline encoding takes from the document: whom and which stage the revisions belong to. */
export interface RevisionContext {
  /** The document's name, with which every id begins. */
  readonly name: string
  /** `#id` of the stage of revision, in creation/listChange. */
  readonly stage?: string
  /** `#id` of the hand that revised, where the front matter names one. */
  readonly hand?: string
  /** `#id` of the editor who answers for emendations. */
  readonly editor: string
  /** The entries of the registers that names refer to, by id. */
  readonly entities: ReadonlyMap<string, Entity>
  /** The images of the pages. */
  readonly pages: PageFacs
  /** What was struck and what replaced it elsewhere: the ids of the parts met so far, and of how many in all. */
  readonly joins: ReadonlyMap<string, { readonly met: string[]; readonly count: number }>
}

type Attributes = Record<string, string | undefined>

export function encodeInline(children: readonly Inline[], context: RevisionContext): readonly TeiNode[] {
  const nodes: TeiNode[] = []
  for (const child of children) encodeChild(child, context, nodes)
  return nodes
}

function encodeChild(child: Inline, context: RevisionContext, nodes: TeiNode[]): void {
  switch (child.kind) {
    case "text":
      nodes.push(text(child.text, child.span))
      return
    case "line-break":
      nodes.push(tei("lb", child.breaksWord ? { break: "no" } : {}, [], child.span))
      return
    case "note-reference": {
      const target = `#${noteId(context.name, child.label)}`
      nodes.push(tei("ref", { type: "note", target }, [text(child.label)], child.span))
      return
    }
    case "deletion":
      encodeDeletion(child, context, nodes)
      return
    case "addition":
      encodeAddition(child, context, nodes)
      return
    case "substitution":
      nodes.push(encodeSubstitution(child, context))
      return
    case "highlight":
      nodes.push(encodeMarked("highlight", { rend: child.rend, ...child.attributes }, child, context))
      return
    case "note":
      nodes.push(encodeMarked("note", child.attributes, child, context))
      return
    case "emendation":
      nodes.push(...encodeEmendation(child, context))
      return
    case "mark":
      nodes.push(...encodeMark(child, context))
      return
    default:
      child satisfies never
  }
}

/** The TEI attributes of a phenomenon, in the order of the table. */
function attributesOf(
  name: PhenomenonName,
  given: MarkAttributes,
  context: RevisionContext,
  usual: { readonly hand?: string | undefined; readonly change?: string | undefined } = {},
): Attributes {
  const { fixed, attributes: rules } = phenomena[name]
  // What has no value is not put there: then the element takes the object as it is.
  const written: Attributes = {}
  if (given["id"] !== undefined) written["xml:id"] = markId(context.name, given["id"])
  for (const key in fixed) written[key] = fixed[key]
  for (const key in rules) {
    const rule = rules[key] as AttributeRule
    const value = given[key]
    if (value === undefined && (rule.tei === "hand" || rule.tei === "change")) {
      const agency = usual[rule.tei]
      if (agency !== undefined) written[rule.tei] = agency
    }
    if (value === undefined || rule.tei === undefined) continue
    const [as, pointed] = writtenValue(key, rule, value, context)
    written[as] = pointed
  }
  return written
}

function writtenValue(
  key: string,
  rule: AttributeRule,
  value: string,
  context: RevisionContext,
): readonly [string, string] {
  const as = rule.tei ?? key
  const { name } = context
  if (key === "calendar") return [as, `#${calendarId(name, value)}`]
  if (typeof rule.value === "object") return [as, rule.value[value] ?? value]
  switch (rule.value) {
    case "hand":
      return [as, `#${handId(name, value)}`]
    case "stage":
      return [as, `#${stageId(name, value)}`]
    case "zone":
      return [as, `#${zoneId(name, value)}`]
    case "image":
      return [as, pointersTo(value.split(/ +/), (id) => imageId(name, id))]
    case "mark":
      return [as, pointersTo(value.split(/ +/), (id) => markId(name, id))]
    case "entity": {
      const entity = context.entities.get(value)
      // Without a register there is nothing to point at; the key says what was meant.
      return entity ? [as, `#${entityId(name, entity)}`] : ["key", value]
    }
    default:
      return [as, value]
  }
}

function encodeMarked(
  name: PhenomenonName,
  attributes: MarkAttributes,
  { children, span }: { readonly children: readonly Inline[]; readonly span: SourceSpan },
  context: RevisionContext,
): TeiNode {
  return tei(
    phenomena[name].element,
    attributesOf(name, attributes, context),
    encodeInline(children, context),
    span,
  )
}

/** Whose revisions are, and of which stage, where nothing else is said of one. */
const usualAgency = ({ hand, stage }: RevisionContext) => ({ hand, change: stage })

function encodeDeletion(deletion: Deletion, context: RevisionContext, nodes: TeiNode[]): void {
  const given = { rend: deletion.rend, ...deletion.attributes }
  if (deletion.instant) {
    // What was given up in the act of writing belongs to no later stage.
    const { "xml:id": id, rend, ...more } = attributesOf("false-start", given, context)
    encodeJoined("del", { "xml:id": id, rend, ...more }, deletion, context, nodes)
  } else {
    const attributes = attributesOf("deletion", given, context, usualAgency(context))
    encodeJoined("del", attributes, deletion, context, nodes)
  }
}

function encodeAddition(addition: Addition, context: RevisionContext, nodes: TeiNode[]): void {
  const given = { place: addition.place, ...addition.attributes }
  const attributes = attributesOf("addition", given, context, usualAgency(context))
  encodeJoined("add", attributes, addition, context, nodes)
}

/** A part of a substitution whose parts stand apart; after the last of them stands what joins them. */
function encodeJoined(
  element: "del" | "add",
  attributes: Attributes,
  part: Deletion | Addition,
  context: RevisionContext,
  nodes: TeiNode[],
): void {
  const { join } = part.attributes
  const group = join === undefined ? undefined : context.joins.get(join)
  const id = group
    ? (attributes["xml:id"] ?? joinId(context.name, join ?? "", group.met.length + 1))
    : undefined
  const all = id === undefined ? attributes : { ...attributes, "xml:id": id }
  if (group && id !== undefined) group.met.push(id)
  nodes.push(tei(element, all, encodeInline(part.children, context), part.span))
  if (group && group.met.length === group.count)
    nodes.push(tei("substJoin", { target: group.met.map((each) => `#${each}`).join(" ") }, [], part.span))
}

/** The parts in the source's order; the blanks between them stay, as white space that TEI does not count. */
function encodeSubstitution(substitution: Substitution, context: RevisionContext): TeiNode {
  const { attributes } = substitution
  const own = attributesOf("substitution", attributes, context, { change: context.stage })
  // What is said of the whole is said of its parts, unless they say otherwise.
  const inherited: MarkAttributes = {
    ...(attributes["hand"] === undefined ? {} : { hand: attributes["hand"] }),
    ...(attributes["stage"] === undefined ? {} : { stage: attributes["stage"] }),
  }
  const parts: TeiNode[] = []
  for (const part of substitution.parts)
    encodeChild(
      part.kind === "text" ? part : { ...part, attributes: { ...inherited, ...part.attributes } },
      context,
      parts,
    )
  return tei("subst", own, parts, substitution.span)
}

function encodeEmendation(emendation: Emendation, context: RevisionContext): readonly TeiNode[] {
  const { id, cert, zone } = emendation.attributes
  const [first, second] = emendation.regularised ? ["orig", "reg"] : ["sic", "corr"]
  const sic = tei(first ?? "", {}, encodeInline(emendation.sic, context))
  const resp = emendation.regularised ? undefined : context.editor
  const corr = tei(second ?? "", { resp, cert }, encodeInline(emendation.corr, context))
  const attributes = {
    "xml:id": id === undefined ? undefined : markId(context.name, id),
    facs: zone === undefined ? undefined : `#${zoneId(context.name, zone)}`,
  }
  const note = emendation.note
    ? [tei("note", { type: "textConst", resp: context.editor }, [text(emendation.note)], emendation.span)]
    : []
  return [tei("choice", attributes, [sic, corr], emendation.span), ...note]
}

function encodeMark(mark: Mark, context: RevisionContext): readonly TeiNode[] {
  const { name, attributes: given, children, span } = mark
  const { element } = phenomena[name]
  const attributes = attributesOf(name, given, context, revisions.has(name) ? usualAgency(context) : {})
  const content = encodeInline(children, context)
  switch (name) {
    case "abbreviation":
      return [choice("abbr", "expan", given["expan"], attributes, content, span)]
    case "orig":
      return [choice("orig", "reg", given["reg"], attributes, content, span)]
    case "figure":
      return [
        tei(element, attributes, [tei("figDesc", {}, [text(given["description"] ?? "")]), ...content], span),
      ]
    case "transposition": {
      const id = attributes["xml:id"] ?? movedId(context.name, given["group"] ?? "1", given["n"] ?? "")
      return [tei(element, { ...attributes, "xml:id": id }, content, span)]
    }
    case "page":
      return [
        tei(element, { ...attributes, facs: context.pages.byOffset.get(span.start.offset) }, content, span),
      ]
    case "supplied":
      return [tei(element, { ...attributes, resp: context.editor }, content, span)]
    default:
      return [tei(element, attributes, content, span)]
  }
}

/** What stands there and what the editor puts beside it. */
function choice(
  element: string,
  beside: string,
  words: string | undefined,
  attributes: Attributes,
  content: readonly TeiNode[],
  span: SourceSpan,
): TeiNode {
  const { cert, ...more } = attributes
  if (words === undefined) return tei(element, attributes, content, span)
  const second = tei(beside, { cert }, [text(words)])
  return tei("choice", more, [tei(element, {}, content), second], span)
}
