import { diagnose } from "../diagnostics/diagnostic.js"
import { betweenBlocks, isPhenomenon } from "../model/phenomena.js"
import { zone } from "../model/phenomenon.js"
import type { Block, Inline, Letterhead, Paragraph } from "../model/transcription.js"
import { checkAttributes, type TypedAttribute } from "./attributes.js"
import { type BlockContext, type BlockList, readBraces } from "./block-context.js"
import { isContainer, isSection, roleDirectives, sectionDirectives } from "./block-directives.js"
import { aliases } from "./directives.js"
import { suggestLeaf } from "./guesses.js"
import { meaningOf } from "./meaning.js"

/** Reads `::name[content]{attributes}`, which has a paragraph to itself. */
export function readLeaf(
  context: BlockContext,
  list: BlockList,
  start: number,
  end: number,
  sign: RegExpExecArray,
): void {
  const { source, diagnostics, markup, inside } = context
  const name = sign[1] ?? ""
  const span = source.spanAt(start, end)
  const alias = Object.hasOwn(aliases, name) ? aliases[name] : undefined
  const asText = (): void => {
    list.put({ kind: "paragraph", role: "body", children: [context.textAt(start, end)], span })
  }
  const phenomenon = alias ? alias.name : name
  const role = Object.hasOwn(roleDirectives, name) ? roleDirectives[name] : undefined
  const head = start + sign[0].length
  const bracket = source.text[head] === "["
  // “::deletion” without words was to begin a passage, which has three colons.
  const unknown = !role && !isSection(name) && !isPhenomenon(phenomenon)
  if (unknown || (isContainer(name) && !bracket)) {
    const values = { name: `::${name}`, suggestion: suggestLeaf(name) }
    diagnostics.push(diagnose("directive-unknown", values, source.spanAt(start, head)))
    asText()
    return
  }
  const closing = bracket ? closingBracket(source.text, head, end) : head
  const rest = closing === undefined ? undefined : source.text.slice(bracket ? closing + 1 : head, end)
  if (closing === undefined || (rest !== "" && !/^\{[^\r\n]*\}$/.test(rest ?? ""))) {
    const isOpen = rest !== undefined && /^\{[^}]*$/.test(rest)
    const problem = isOpen
      ? diagnose("attributes-unreadable", { name: `::${name}` }, source.spanAt(end - rest.length, end))
      : diagnose("directive-alone", { name }, source.spanAt(start, head))
    diagnostics.push(problem)
    asText()
    return
  }
  markup.push({ start, end: bracket ? head + 1 : head })
  const children = bracket ? context.inline(head + 1, closing) : []
  if (bracket) markup.push({ start: closing, end: closing + 1 })
  const at = bracket ? closing + 1 : head
  const typed = readBraces(context, at, end, `::${name}`)?.attributes ?? []
  const checked = (rules: Parameters<typeof checkAttributes>[0], from: readonly TypedAttribute[]) => {
    const found = checkAttributes(rules, {}, from, `::${name}`, source, span, { unnamed: true })
    diagnostics.push(...found.diagnostics)
    return found.attributes
  }
  if (role) {
    const { zone: place } = checked({ zone }, typed)
    if (children.length === 0) diagnostics.push(diagnose("mark-empty", { mark: `::${name}` }, span))
    const block = roleBlock(role, children, span)
    list.put(place === undefined ? block : { ...block, zone: place })
  } else if (isSection(name)) {
    const container = inside.at(-1)
    if (container !== undefined) diagnostics.push(diagnose("section-inside", { name, container }, span))
    list.put({
      kind: "section",
      name,
      attributes: checked(sectionDirectives[name], typed),
      heading: children,
      span,
    })
  } else if (isPhenomenon(phenomenon)) {
    const given = alias?.attributes ?? {}
    const meant = meaningOf({ name: phenomenon, given, typed, sign: `::${name}`, children, span }, source)
    diagnostics.push(...meant.diagnostics)
    if (meant.inline.kind === "mark" && betweenBlocks.has(meant.inline.name))
      list.put({ kind: "block-mark", mark: meant.inline, span })
    else list.put({ kind: "paragraph", role: "body", children: [meant.inline], span })
  }
}

function roleBlock(
  role: (typeof roleDirectives)[string],
  children: readonly Inline[],
  span: Block["span"],
): Paragraph | Letterhead {
  return role === "letterhead"
    ? { kind: "letterhead", level: 1, stated: true, children, span }
    : { kind: "paragraph", role, stated: true, children, span }
}

/** The bracket that closes the one at `from`; escaped ones and those of marks inside are passed over. */
function closingBracket(text: string, from: number, end: number): number | undefined {
  let depth = 0
  for (let at = from; at < end; at++) {
    const unit = text[at]
    if (unit === "\\") at++
    else if (unit === "[") depth++
    else if (unit === "]" && --depth === 0) return at
  }
  return undefined
}
