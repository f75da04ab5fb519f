import { diagnose } from "../diagnostics/diagnostic.js"
import type { Blank, Block, Line, Mark } from "../model/transcription.js"
import { checkAttributes, rulesOf, type TypedAttribute } from "./attributes.js"
import { type BlockContext, type BlockList, openBlockList, readBraces } from "./block-context.js"
import { type ContainerDirective, isSection } from "./block-directives.js"
import type { SourceLine } from "./source-lines.js"

/** How deep containers may nest. */
const depthLimit = 8

/**
 * Reads `:::name{…}` to its `:::`; gives the number of the line after it. A container that is not closed
 * is an error, and its line is read as text.
 */
export function readContainer(
  context: BlockContext,
  list: BlockList,
  first: number,
  opener: RegExpExecArray,
): number {
  const { source, lines, markup, diagnostics, inside, closings } = context
  const line = lines[first] as SourceLine
  const name = (opener[1] ?? "") as ContainerDirective
  const span = source.spanAt(line.start, line.end)
  const close = closings.get(first)
  if (close === undefined || inside.length >= depthLimit) {
    diagnostics.push(
      close === undefined
        ? diagnose("container-unclosed", { name }, span)
        : diagnose("mark-too-deep", { limit: depthLimit }, span),
    )
    list.put({ kind: "paragraph", role: "body", children: [context.textAt(line.start, line.end)], span })
    list.blank(line.end, line.next)
    return first + 1
  }
  const last = lines[close] as SourceLine
  const head = line.start + opener[0].length
  markup.push({ start: line.start, end: head })
  const braces = readBraces(context, head, line.end, `:::${name}`)
  const headEnd = braces?.end ?? head
  if (headEnd < line.end) markup.push({ start: headEnd, end: line.end })
  const typed = braces?.attributes ?? []
  if (name === "deletion" || name === "addition" || name === "damage") {
    const { from, id } = boundaries(context, name, typed, line)
    list.put({ kind: "block-mark", mark: from, span })
    list.blank(line.end, line.next)
    pour(context.readLines(first + 1, close, [...inside, name]), list)
    const end = source.spanAt(last.start, last.end)
    const to: Mark = { kind: "mark", name: "to", attributes: { id }, children: [], span: end }
    list.put({ kind: "block-mark", mark: to, span: end })
  } else {
    noAttributes(context, typed, `:::${name}`)
    const whole = source.spanAt(line.start, last.end)
    if (name === "verse" || name === "address")
      list.put({ kind: name, lines: readVerse(context, name, first, close), span: whole })
    else {
      const inner = openBlockList(source)
      inner.blank(line.end, line.next)
      pour(context.readLines(first + 1, close, [...inside, name]), inner)
      list.put({ kind: name, blocks: inner.blocks, span: whole })
    }
  }
  markup.push({ start: last.start, end: last.end })
  list.blank(last.end, last.next)
  return close + 1
}

function pour(blocks: readonly Block[], list: BlockList): void {
  for (const block of blocks) {
    list.put(block)
  }
}

/** Verse and addresses line by line, between the opening line and the closing one. */
function readVerse(
  context: BlockContext,
  name: "verse" | "address",
  opener: number,
  close: number,
): readonly (Line | Blank)[] {
  const { source, lines, blockSigns } = context
  const between = openBlockList(source)
  const found: (Line | Blank)[] = []
  const settle = () => {
    for (const block of between.blocks.splice(0)) if (block.kind === "blank") found.push(block)
  }
  const opening = lines[opener] as SourceLine
  between.blank(opening.end, opening.next)
  for (let index = opener + 1; index < close; index++) {
    const line = lines[index] as SourceLine
    if (blockSigns.isBlank(line)) {
      between.blank(line.start, line.next)
      continue
    }
    settle()
    const section = /^ {0,3}::([a-z-]+)/.exec(line.text)?.[1]
    if (section !== undefined && isSection(section)) {
      const values = { name: section, container: name }
      context.diagnostics.push(diagnose("section-inside", values, source.spanAt(line.start, line.end)))
    }
    const children = context.inline(line.start, line.end)
    found.push({ kind: "line", children, span: source.spanAt(line.start, line.end) })
    between.blank(line.end, line.next)
  }
  settle()
  return found
}

/** `:::deletion` stands for where a deletion begins and where it ends, with the blocks between untouched. */
function boundaries(
  context: BlockContext,
  name: "deletion" | "addition" | "damage",
  typed: readonly TypedAttribute[],
  line: SourceLine,
): { readonly from: Mark; readonly id: string } {
  const { source, diagnostics } = context
  const span = source.spanAt(line.start, line.end)
  const phenomenon = `${name}-from` as const
  // Its end is the line that closes it.
  const { to: _, ...withoutEnd } = rulesOf(phenomenon)
  const id = typed.find((each) => each.name === "id")?.value ?? `${name}-${context.nextNumber()}`
  const checked = checkAttributes(
    withoutEnd,
    { to: id },
    typed.filter((each) => each.name !== "id"),
    `:::${name}`,
    source,
    span,
    { unnamed: true },
  )
  diagnostics.push(...checked.diagnostics)
  return { from: { kind: "mark", name: phenomenon, attributes: checked.attributes, children: [], span }, id }
}

function noAttributes(
  { source, diagnostics }: BlockContext,
  typed: readonly TypedAttribute[],
  name: string,
): void {
  const [first] = typed
  if (first)
    diagnostics.push(
      ...checkAttributes({}, {}, [first], name, source, source.spanAt(first.start, first.end), {
        unnamed: true,
      }).diagnostics,
    )
}
