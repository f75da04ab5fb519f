import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { type PhenomenonName, phenomena } from "../model/phenomena.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import type { Addition, Deletion, Inline, MarkAttributes } from "../model/transcription.js"
import { contentOf } from "../model/walk.js"
import { checkAttributes, rulesOf, type TypedAttribute } from "./attributes.js"

/** A mark as read: which phenomenon, what was said of it, and what stands in it. */
export interface ReadMark {
  readonly name: PhenomenonName
  /** Attributes that the sign itself says. */
  readonly given: Readonly<Record<string, string>>
  readonly typed: readonly TypedAttribute[]
  /** Attributes were typed that cannot be read. */
  readonly unreadable?: boolean
  /** Its opening sign, for messages. */
  readonly sign: string
  readonly children: readonly Inline[]
  /** What the editor would read instead, where it was typed as words with marks in them. */
  readonly remedy?: readonly Inline[]
  /** What stood before and after the sign that parts struck from added words. */
  readonly halves?: readonly [Half, Half]
  /** The added words stand first. */
  readonly addedFirst?: boolean
  readonly span: SourceSpan
}

export interface Half {
  readonly children: readonly Inline[]
  readonly span: SourceSpan
}

/** What a mark means, with every mistake in its attributes. */
export function meaningOf(
  mark: ReadMark,
  source: SourceText,
): { readonly inline: Inline; readonly diagnostics: readonly Diagnostic[] } {
  const { name, children, span, sign } = mark
  const called = sign.startsWith("<") ? sign : `:${name}`
  const unreadable = mark.unreadable === true
  const checked = checkAttributes(rulesOf(name), mark.given, mark.typed, called, source, span, { unreadable })
  const diagnostics = [...checked.diagnostics]
  const { content } = phenomena[name]
  const shown = () => sign.replace(/(?<=\w)\[$/, "")
  const isEmpty = mark.halves ? mark.halves.some((half) => half.children.length === 0) : children.length === 0
  // A writer's sign may be a line or a bracket that no character renders.
  if (content === "inline" && isEmpty && name !== "metamark")
    diagnostics.push(diagnose("mark-empty", { mark: shown() }, span))
  // “[[|words]]”: nobody is named before the bar.
  if (mark.given["ref"] === "" && children.length > 0)
    diagnostics.push(diagnose("mark-empty", { mark: shown() }, span))
  if (content === "empty" && children.length > 0)
    diagnostics.push(diagnose("content-unwanted", { mark: shown() }, span))
  if (name === "restoration" && children.length > 0 && !holdsDeletion(children))
    diagnostics.push(diagnose("restoration-empty", {}, span))
  if (checked.diagnostics.length === 0 && mark.typed.length > 0 && isHalved(mark))
    diagnostics.push(diagnose("extent-halved", { mark: called }, span))
  return { inline: inlineOf(mark, checked.attributes), diagnostics }
}

/** A number without a unit, or a unit without a number. */
function isHalved({ name, given, typed }: ReadMark): boolean {
  if (!phenomena[name].attributes["quantity"]) return false
  const said = new Set([...Object.keys(given), ...typed.map((each) => each.name)])
  const counted = ["quantity", "at-least", "at-most", "extent"].some((each) => said.has(each))
  return counted !== said.has("unit")
}

const holdsDeletion = (children: readonly Inline[]): boolean =>
  children.some((child) => child.kind === "deletion" || holdsDeletion(contentOf(child)))

const without = (attributes: MarkAttributes, ...names: readonly string[]): MarkAttributes =>
  names.some((name) => attributes[name] !== undefined)
    ? Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
    : attributes

function inlineOf(mark: ReadMark, attributes: MarkAttributes): Inline {
  const { name, children, span } = mark
  switch (name) {
    case "deletion":
    case "false-start": {
      const rend = attributes["rend"] ?? "strikethrough"
      const instant = name === "false-start"
      return { kind: "deletion", rend, instant, attributes: without(attributes, "rend"), children, span }
    }
    case "addition": {
      const place = attributes["place"] ?? "inline"
      return { kind: "addition", place, attributes: without(attributes, "place"), children, span }
    }
    case "highlight": {
      const rend = attributes["rend"] ?? "italic"
      return { kind: "highlight", rend, attributes: without(attributes, "rend"), children, span }
    }
    case "note":
      return { kind: "note", attributes, children, span }
    case "sic": {
      const corr: readonly Inline[] = mark.remedy ?? [{ kind: "text", text: attributes["corr"] ?? "", span }]
      const note = attributes["note"]
      return {
        kind: "emendation",
        attributes: without(attributes, "corr", "note"),
        sic: children,
        corr: attributes["corr"] === undefined ? [] : corr,
        ...(note === undefined ? {} : { note }),
        span,
      }
    }
    case "orig":
      if (!mark.remedy) return { kind: "mark", name, attributes, children, span }
      return {
        kind: "emendation",
        regularised: true,
        attributes: without(attributes, "reg"),
        sic: children,
        corr: mark.remedy,
        span,
      }
    case "substitution":
    case "overwriting":
      return substitutionOf(mark, attributes)
    default:
      return { kind: "mark", name, attributes, children, span }
  }
}

/** Without a sign that parts the halves there is only what was struck. */
function substitutionOf(mark: ReadMark, attributes: MarkAttributes): Inline {
  const over = mark.name === "overwriting"
  const rend = over ? "overwritten" : (attributes["rend"] ?? "strikethrough")
  const place = over ? "superimposed" : (attributes["place"] ?? "inline")
  const own = without(attributes, "place", "rend")
  if (!mark.halves) {
    const { children, span } = mark
    return { kind: "deletion", rend, instant: false, attributes: own, children, span }
  }
  const struck = (half: Half): Deletion => ({
    kind: "deletion",
    rend,
    instant: false,
    attributes: {},
    ...half,
  })
  const added = (half: Half): Addition => ({ kind: "addition", place, attributes: {}, ...half })
  const [first, last] = mark.halves
  const parts = mark.addedFirst ? [added(first), struck(last)] : [struck(first), added(last)]
  return { kind: "substitution", attributes: own, parts, span: mark.span }
}
