import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js"
import { addressOf } from "../../model/address.js"
import { attributeOf, type PlacedAttribute, type PlacedElement } from "../../xml/elements.js"
import type { TeiDocument } from "../tei-document.js"

const examples = "http://www.tei-c.org/ns/Examples"

/** What one document holds that can be pointed at, and from where its relative addresses count. */
export interface DocumentIds {
  readonly document: TeiDocument
  /** The first element of each id. */
  readonly byId: ReadonlyMap<string, PlacedElement>
  readonly twice: readonly RepeatedId[]
  /** The address that the relative pointers of an element count from. */
  readonly baseOf: (element: PlacedElement) => string
  /** Files of which parts stand in this one, by xml:base. */
  readonly parts: ReadonlySet<string>
  /** Elements of examples, which quote other mark-up. */
  readonly isQuoted: (element: PlacedElement) => boolean
}

/** An id that stands a second time in a file. */
export interface RepeatedId {
  readonly id: string
  readonly first: PlacedElement
  readonly again: PlacedAttribute
}

/** Goes once over a document. Ids in examples (`egXML`) are no ids of the edition. */
export function indexIds(document: TeiDocument): DocumentIds {
  const byId = new Map<string, PlacedElement>()
  const twice: RepeatedId[] = []
  const bases = new Map<PlacedElement, string>()
  const hasBases = document.text.includes("xml:base")
  const hasExamples = document.text.includes(examples)
  const quoted = new Set<PlacedElement>()
  const parts = new Set<string>()
  for (const element of document.elements) {
    const { parent } = element
    if (hasExamples && (element.namespace === examples || (parent && quoted.has(parent)))) {
      quoted.add(element)
      continue
    }
    const around = (parent && bases.get(parent)) ?? document.name
    const base = hasBases ? attributeOf(element, "xml:base") : undefined
    if (base !== undefined) {
      const own = joined(base, around)
      bases.set(element, own)
      parts.add(own)
    } else if (around !== document.name) bases.set(element, around)
    const id = element.attributes.find((each) => each.name === "xml:id")
    if (id === undefined) continue
    const value = id.value.trim()
    const first = byId.get(value)
    if (first === undefined) byId.set(value, element)
    else twice.push({ id: value, first, again: id })
  }
  return {
    document,
    byId,
    twice,
    baseOf: (element) => bases.get(element) ?? document.name,
    parts,
    isQuoted: (element) => quoted.has(element),
  }
}

/** Ids that stand twice in one file; for files that no schema looks at. */
export function repeatedIds(document: TeiDocument): readonly RepeatedId[] {
  return indexIds(document).twice
}

function joined(base: string, around: string): string {
  const address = addressOf(base, around)
  if (address.kind === "path") return address.path
  if (address.kind === "outside") return around
  // What is relative to an address of the network is there too.
  return /^[a-z][a-z\d+.-]*:/i.test(address.url) ? address.url : around
}

/** The same thing is told again in each file, as the entry of a register is, if it is no longer than this. */
const longestEntry = 20_000

/**
 * Ids that mean one thing in one file and another in a second. An element that is word for word the same in
 * both is one thing. No pointer is led astray, for `#id` stays in its file and a page's address is its
 * document's and the id, so it is a warning; and where files are numbered alike, as is common, one warning
 * for a file and all that repeat it says what a thousand would.
 */
export function clashes(edition: readonly DocumentIds[]): ReadonlyMap<TeiDocument, readonly Diagnostic[]> {
  const firsts = new Map<string, DocumentIds>()
  const told = new Map<DocumentIds, { id: string; in: DocumentIds; ids: Set<string>; files: Set<string> }>()
  for (const ids of edition) {
    let sameUntil = -1
    for (const [id, element] of ids.byId) {
      const first = firsts.get(id)
      if (first === undefined) firsts.set(id, ids)
      else if (element.from >= sameUntil) {
        if (isSame(first, ids, id)) sameUntil = element.end
        else {
          const clash = told.get(first) ?? { id, in: ids, ids: new Set(), files: new Set() }
          clash.ids.add(id)
          clash.files.add(ids.document.name)
          told.set(first, clash)
        }
      }
    }
  }
  const found = new Map<TeiDocument, Diagnostic[]>()
  for (const [first, clash] of told) {
    const { document } = clash.in
    const others = clash.ids.size - 1
    const files = clash.files.size - 1
    const more =
      (others > 0 ? `; so it is with ${others} more of that file's ids` : "") +
      (files > 0 ? `, in ${files + 1} files` : "")
    const values = { target: clash.id, file: first.document.name, more }
    const there = { message: "the other", span: first.document.spanAt(...idPlace(first, clash.id)) }
    const span = document.spanAt(...idPlace(clash.in, clash.id))
    found.set(document, [...(found.get(document) ?? []), diagnose("id-clash", values, span, [there])])
  }
  return found
}

function isSame(one: DocumentIds, other: DocumentIds, id: string): boolean {
  const [here, there] = [one.byId.get(id), other.byId.get(id)]
  if (here === undefined || there === undefined) return false
  const length = here.end - here.from
  if (length !== there.end - there.from || length > longestEntry) return false
  return one.document.text.slice(here.from, here.end) === other.document.text.slice(there.from, there.end)
}

function idPlace(ids: DocumentIds, id: string): [number, number] {
  const element = ids.byId.get(id)
  const place = element?.attributes.find((each) => each.name === "xml:id") ?? element
  return [place?.from ?? 0, place?.to ?? 0]
}
