import { type PhenomenonName, phenomena } from "../../model/phenomena.js"
import { editorId, markId, noteId } from "../named-ids.js"
import type { TeiElement, TeiNode } from "../tei.js"
import {
  type DecodeContext,
  type Expected,
  expectedIn,
  refuse,
  typedAttributes,
  zoneOf,
} from "./attributes.js"
import type { MarkPiece, Piece, SubstitutionPiece } from "./pieces.js"
import { childrenOf, wordsIn } from "./xml.js"

/** Phenomena by their element, those first that say more about it. */
const byElement = new Map<string, PhenomenonName[]>()
for (const name of Object.keys(phenomena) as PhenomenonName[]) {
  const { element } = phenomena[name]
  byElement.set(element, [...(byElement.get(element) ?? []), name])
}
const fixedOf = (name: PhenomenonName) => Object.entries(phenomena[name].fixed ?? {})
for (const names of byElement.values()) names.sort((a, b) => fixedOf(b).length - fixedOf(a).length)

/** The phenomenon that an element stands for, by its name and by what is fixed for it. */
export function phenomenonOf(node: TeiElement): PhenomenonName | undefined {
  if (node.name === "sic" || node.name === "orig") return undefined
  return byElement
    .get(node.name)
    ?.find((name) => fixedOf(name).every(([key, value]) => node.attributes[key] === value))
}

/** What stands in an element, as pieces to be typed; what stet does not write is reported. */
export function decodeInline(
  nodes: readonly TeiNode[],
  context: DecodeContext,
  expected: Expected = expectedIn(context),
): readonly Piece[] {
  const pieces: Piece[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as TeiNode
    const next = nodes[index + 1]
    if (node.kind === "text") putText(pieces, node.text)
    else if (node.name === "choice") {
      const note = isTextNote(next, context) ? next : undefined
      const piece = decodeChoice(node, note, context)
      if (piece) pieces.push(piece)
      if (note && piece) index++
    } else if (node.name === "lb" && isPlainBreak(node) && next?.kind === "text" && /^[\r\n]/.test(next.text))
      pieces.push({ kind: "break", breaksWord: node.attributes["break"] === "no" })
    else if (node.name === "substJoin") checkJoin(node, context)
    else {
      const piece = decodeElement(node, context, expected)
      if (piece) pieces.push(piece)
    }
  }
  return pieces
}

function putText(pieces: Piece[], text: string): void {
  const last = pieces.at(-1)
  if (last?.kind === "text") pieces[pieces.length - 1] = { kind: "text", text: last.text + text }
  else if (text !== "") pieces.push({ kind: "text", text })
}

const isPlainBreak = ({ attributes }: TeiElement) =>
  Object.entries(attributes).every(([key, value]) => key === "break" && value === "no")

function decodeElement(node: TeiElement, context: DecodeContext, expected: Expected): Piece | undefined {
  if (node.name === "subst") return decodeSubstitution(node, context)
  const words = wordsIn(node) ?? ""
  if (node.name === "ref" && node.attributes["type"] === "note") {
    const label = words
    if (node.attributes["target"] !== `#${noteId(context.name, label)}`)
      refuse(
        context,
        `<ref target="${node.attributes["target"]}">`,
        "stet points so at its own notes alone",
        node.origin,
      )
    return { kind: "note-place", label }
  }
  const name = phenomenonOf(node)
  if (name === undefined) {
    refuse(context, `<${node.name}>`, "stet writes no such element in a line", node.origin)
    return undefined
  }
  if (name === "figure") {
    const [description, ...others] = node.children
    if (description?.kind !== "element" || description.name !== "figDesc") {
      refuse(context, "<figure>", "stet writes it with a figDesc at its beginning", node.origin)
      return undefined
    }
    const values = { ...typedAttributes(node, name, context), description: wordsIn(description) ?? "" }
    return mark(node, name, values, decodeInline(others, context))
  }
  const values = typedAttributes(node, name, context, expected)
  return mark(node, name, values, decodeInline(node.children, context))
}

const mark = (
  node: TeiElement,
  name: PhenomenonName,
  values: MarkPiece["values"],
  children: readonly Piece[],
): MarkPiece => ({
  ...{ kind: "mark", name, values, children, element: node.name, span: node.origin },
  resolved: node.attributes["ref"] !== undefined,
})

/** What is said of a substitution as a whole goes without saying for its parts. */
function decodeSubstitution(node: TeiElement, context: DecodeContext): SubstitutionPiece {
  const values = typedAttributes(node, "substitution", context)
  const { hand, change } = node.attributes
  const usual = expectedIn(context)
  const parts = decodeInline(node.children, context, {
    hand: hand ?? usual.hand,
    change: change ?? usual.change,
  })
  const known = parts.filter((part) => part.kind === "mark" || part.kind === "text")
  if (known.length < parts.length)
    refuse(context, "<subst>", "stet writes only deletions and additions in it", node.origin)
  return { kind: "substitution", values, parts: known, span: node.origin }
}

const isTextNote = (node: TeiNode | undefined, context: DecodeContext): node is TeiElement =>
  node?.kind === "element" &&
  node.name === "note" &&
  node.attributes["type"] === "textConst" &&
  node.attributes["resp"] === `#${editorId(context.name, 1)}` &&
  Object.keys(node.attributes).length === 2

const choices = {
  sic: { beside: "corr", name: "sic" },
  orig: { beside: "reg", name: "orig" },
  abbr: { beside: "expan", name: "abbreviation" },
} as const

/** What stands there and what the editor puts beside it; `note` says why. */
function decodeChoice(
  node: TeiElement,
  note: TeiElement | undefined,
  context: DecodeContext,
): MarkPiece | undefined {
  const [there, beside, ...others] = childrenOf(node)
  const kind = there && Object.hasOwn(choices, there.name) ? (there.name as keyof typeof choices) : undefined
  const bare = there && Object.keys(there.attributes).length === 0
  if (!there || !beside || !kind || !bare || others.length > 0 || beside.name !== choices[kind].beside) {
    refuse(
      context,
      "<choice>",
      "stet writes it with sic and corr, orig and reg, or abbr and expan",
      node.origin,
    )
    return undefined
  }
  const { resp, cert, ...more } = beside.attributes
  const editor = kind === "sic" ? `#${editorId(context.name, 1)}` : undefined
  if (Object.keys(more).length > 0 || resp !== editor)
    refuse(
      context,
      `the attributes of <${beside.name}>`,
      "stet writes cert there, and resp on corr",
      beside.origin,
    )
  const [marked] = kind === "abbr" ? childrenOf(beside) : []
  if (marked)
    refuse(context, `<${marked.name}> in <expan>`, "what is filled in is typed as plain words", marked.origin)
  const { "xml:id": id, facs, ...unknown } = node.attributes
  const zone = zoneOf(node, context)
  const prefix = markId(context.name, "")
  const isStray = (facs !== undefined && zone === undefined) || (id !== undefined && !id.startsWith(prefix))
  if (Object.keys(unknown).length > 0 || isStray)
    refuse(context, "the attributes of <choice>", "stet writes none there but ids of its own", node.origin)
  const why = wordsIn(note)
  const values = {
    ...(id === undefined ? {} : { id: id.slice(prefix.length) }),
    [choices[kind].beside]: wordsIn(beside) ?? "",
    ...(why === undefined ? {} : { note: why }),
    ...(cert === undefined ? {} : { cert }),
    ...(zone === undefined ? {} : { zone }),
  }
  if (context.inBraces && Object.values(values).some((value) => /[\r\n]/.test(value)))
    refuse(
      context,
      `the line end in <${beside.name}> or its note`,
      "it is typed in braces, on one line",
      node.origin,
    )
  const made = mark(node, choices[kind].name, values, decodeInline(there.children, context))
  return kind === "abbr" ? made : { ...made, remedy: decodeInline(beside.children, context) }
}

/** What joins the parts of a substitution follows from what is said of the parts. */
function checkJoin(node: TeiElement, context: DecodeContext): void {
  const targets = (node.attributes["target"] ?? "").split(" ")
  if (!targets.every((each) => context.joins.has(each.replace(/^#/, ""))))
    refuse(context, "<substJoin>", "it joins nothing that stands here", node.origin)
}
