import { parseDocument } from "yaml"
import { z } from "zod"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import {
  compareReleases,
  emptyLedger,
  type Ledger,
  type PublishedPassage,
  withdrawalReasons,
} from "../model/ledger.js"
import type { SourceSpan } from "../model/source-span.js"
import { openSourceText, type SourceText } from "../model/source-text.js"
import { decodeUtf8 } from "./source-text.js"

const release = z.string().regex(/^\d+\.\d+\.\d+$/, "a release is written as “1.0.0”")
const name = z.string().min(1, "it is empty")
const id = z.string().regex(/^[^\s"'<>&#]+$/, "it is no id")
const documentShape = z.strictObject({
  name,
  title: z.string(),
  release,
  pages: z.array(name),
  gone: release.optional(),
  taken: release.optional(),
})
const nowShape = z
  .strictObject({
    role: name.optional(),
    text: z.string().optional(),
    before: z.string().optional(),
    after: z.string().optional(),
  })
  .optional()
const passageShape = z.strictObject({
  id,
  document: name,
  role: name,
  release,
  text: z.string(),
  before: z.string(),
  after: z.string(),
  moved: z.array(name).optional(),
  now: nowShape,
  gone: z.strictObject({ release, reason: z.enum(withdrawalReasons), to: z.array(id) }).optional(),
})
const lostShape = z.strictObject({ release, to: z.strictObject({ document: name, id }).optional() })
const namedShape = z.strictObject({
  document: name,
  id,
  role: name,
  release,
  text: z.string(),
  before: z.string(),
  after: z.string(),
  now: nowShape,
  gone: lostShape.optional(),
  taken: lostShape.optional(),
})
const shape = z.strictObject({
  about: z.string(),
  format: z.literal(1, "this stet reads format 1"),
  pages: z.array(name),
  documents: z.array(documentShape),
  passages: z.array(passageShape),
  named: z.array(namedShape).default([]),
})

/** How far a ledger may grow, in bytes: that of some ten thousand long letters. */
const sizeLimit = 256 * 1024 * 1024

/** Marks that git puts into a file which it could not merge. */
const conflict = /^(?:<{7}|>{7}|\|{7}) .*$|^={7}$/m

/**
 * Reads citations.json. A ledger in which something is wrong is not taken at all, for what is missing in it would
 * be published anew under other ids.
 */
export function readLedger(bytes: Uint8Array, file: string): Outcome<Ledger> {
  const source = openUtf8(bytes, file)
  if (source.diagnostics.length > 0) return refused(source.diagnostics)
  const { text } = source.value
  const mark = conflict.exec(text)
  if (mark)
    return refused([
      diagnose("ledger-conflict", {}, source.value.spanAt(mark.index, mark.index + mark[0].length)),
    ])
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return refused([unreadable(source.value, error)])
  }
  const read = shape.safeParse(data)
  const { spanOf, idOf } = placesIn(source.value, data)
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) =>
      diagnose(
        "ledger-astray",
        { id: idOf(path), problem: `${wordedField(path)}${plainly(message)}` },
        spanOf(path),
      ),
    )
    return refused(problems)
  }
  const { pages, documents, passages, named } = read.data
  const ledger = { pages, documents, passages, named }
  const problems = contradictionsIn(ledger, spanOf)
  return problems.length > 0 ? refused(problems) : { value: ledger, diagnostics: [] }
}

const refused = (diagnostics: readonly Diagnostic[]): Outcome<Ledger> => ({
  value: emptyLedger,
  diagnostics,
})

function openUtf8(bytes: Uint8Array, file: string): Outcome<SourceText> {
  if (bytes.length <= sizeLimit) {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
      return { value: openSourceText(file, text), diagnostics: [] }
    } catch {
      // Where it is not UTF-8, the reader of sources says.
    }
  }
  return decodeUtf8(bytes, file)
}

/** The first line that is no entry; the parser's own word for it, where no line is to blame alone. */
function unreadable(source: SourceText, error: unknown): Diagnostic {
  let from = 0
  for (const line of source.text.split("\n")) {
    const entry = line.trim().replace(/,$/, "")
    if (entry.startsWith("{") && entry.length > 1 && !isJson(entry))
      return diagnose(
        "ledger-unreadable",
        { problem: "this line is no JSON" },
        source.spanAt(from, from + line.length),
      )
    from += line.length + 1
  }
  const problem = String((error as Error).message).toLowerCase()
  return diagnose("ledger-unreadable", { problem: `it is no JSON, ${problem}` }, source.spanAt(0, 0))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

type Path = readonly PropertyKey[]

/** Where things stand is asked only where something is wrong, since it takes long. */
function placesIn(source: SourceText, data: unknown) {
  let document: ReturnType<typeof parseDocument> | undefined
  const spanOf = (path: Path): SourceSpan => {
    document ??= parseDocument(source.text)
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { readonly range?: readonly [number, number, number] | null }
        | undefined
      if (node?.range) return source.spanAt(node.range[0], node.range[1])
    }
    return source.spanAt(0, 0)
  }
  const idOf = ([list, index]: Path): string => {
    const entries = (data as Readonly<Record<PropertyKey, unknown>> | null)?.[list ?? ""]
    const entry = Array.isArray(entries) ? (entries[Number(index)] as unknown) : undefined
    const { id, name } = (entry ?? {}) as { readonly id?: unknown; readonly name?: unknown }
    return String(id ?? name ?? list ?? "the whole edition")
  }
  return { spanOf, idOf }
}

const wordedField = (path: Path) => (path.length > 2 ? `its field “${path.slice(2).join(".")}”: ` : "")
const plainly = (message: string) =>
  message.replace(/^Invalid (?:input|option): /, "").replace(/^Unrecognized keys?: /, "no entry has a field ")

/** What no build can have written. */
function contradictionsIn(
  { documents, passages, named }: Ledger,
  spanOf: (path: Path) => SourceSpan,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const names = once(documents.map((each) => each.name))
  const ids = once(passages.map((each) => each.id))
  for (const at of names.again)
    found.push(diagnose("ledger-id-twice", { id: documents[at]?.name ?? "" }, spanOf(["documents", at])))
  for (const at of ids.again)
    found.push(diagnose("ledger-id-twice", { id: passages[at]?.id ?? "" }, spanOf(["passages", at])))
  passages.forEach((passage, at) => {
    const problem = contradictionIn(passage, names.all, ids.all)
    if (problem !== undefined)
      found.push(diagnose("ledger-astray", { id: passage.id, problem }, spanOf(["passages", at])))
  })
  for (const at of once(named.map((each) => `${each.document}#${each.id}`)).again)
    found.push(diagnose("ledger-id-twice", { id: named[at]?.id ?? "" }, spanOf(["named", at])))
  named.forEach(({ id, document, release, gone, taken }, at) => {
    const unknown = [document, gone?.to?.document ?? document, taken?.to?.document ?? document].find(
      (each) => !names.all.has(each),
    )
    const problem =
      unknown !== undefined
        ? `it stood in “${unknown}”, which is not among the documents`
        : gone && compareReleases(gone.release, release) < 0
          ? `it had gone in ${gone.release}, before it was published in ${release}`
          : undefined
    if (problem !== undefined) found.push(diagnose("ledger-astray", { id, problem }, spanOf(["named", at])))
  })
  return found
}

function contradictionIn(
  { id, document, moved, release, gone }: PublishedPassage,
  names: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): string | undefined {
  const unknown = [document, ...(moved ?? [])].find((each) => !names.has(each))
  if (unknown !== undefined) return `it stood in “${unknown}”, which is not among the documents`
  const nowhere = gone?.to.find((each) => !ids.has(each) || each === id)
  if (nowhere !== undefined) return `its words went to “${nowhere}”, which was never published`
  if (gone && compareReleases(gone.release, release) < 0)
    return `it had gone in ${gone.release}, before it was published in ${release}`
  return undefined
}

function once(names: readonly string[]) {
  const all = new Set<string>()
  const again: number[] = []
  names.forEach((each, at) => {
    if (all.has(each)) again.push(at)
    all.add(each)
  })
  return { all, again }
}
