import { type Ledger, lastSeen, type PublishedName, type PublishedPassage } from "../model/ledger.js"

/** What somebody cited: an id, or a page; and words, where the citation has them. */
export interface Citation {
  readonly id?: string
  /** The document of an id that other documents may have too. */
  readonly document?: string
  /** A document's name or the address of a page, from the site's root. */
  readonly page?: string
  readonly quotation?: string
}

/** What became of what was cited. A passage may be moved and reworded at once. */
export type Resolution =
  | {
      readonly kind: "passage"
      readonly id: string
      readonly isMoved: boolean
      readonly isReworded: boolean
      /** Where it stands, from the site's root. */
      readonly address: string
      /** The words as they were first published, and as they stand now. */
      readonly was: string
      readonly now: string
      readonly release: string
      /** Whether the words that were quoted still stand in it; nothing where none were quoted. */
      readonly hasQuotation?: boolean
    }
  | {
      readonly kind: "withdrawn"
      readonly id: string
      readonly was: string
      /** The version of the edition that had it no more. */
      readonly gone: string
      readonly reason: "deleted" | "joined" | "rewritten"
      /** Where its page tells of it, and where its words are now, from the site's root. */
      readonly address: string
      readonly heirs: readonly { readonly id: string; readonly address: string; readonly now: string }[]
    }
  | {
      readonly kind: "document"
      readonly name: string
      readonly title: string
      readonly address: string
      readonly gone?: string
    }
  | { readonly kind: "unknown" }

/** Finds an id or a page of the ledger in a citation as it is copied: an address, an id, a sentence with one of them. */
export function readCitation(text: string, ledger: Ledger): Citation {
  const ids = new Set(ledger.passages.map(({ id }) => id))
  const names = new Set(ledger.documents.map(({ name }) => name))
  const quotation = quotationIn(text)
  const quoted = quotation === undefined ? {} : { quotation }
  const words = text.replace(/:~:text=[^\s&]*/g, " ").split(/[\s<>"“”„‘’()[\],;]+/)
  for (const word of words) {
    const candidates = [word.slice(word.indexOf("#") + 1), word].map(decoded)
    for (const each of candidates)
      for (const id of [each, each.replace(/[.:!?]+$/, "")]) if (ids.has(id)) return { id, ...quoted }
  }
  const named = namedIn(words, ledger)
  if (named) return { id: named.id, document: named.document, ...quoted }
  for (const word of words) {
    const steps = decoded(word.replace(/[?#].*$/, ""))
      .replace(/[.:!?]+$/, "")
      .split("/")
    const page = steps.findLast((step) => names.has(step) || names.has(step.replace(/\.xml$/, "")))
    if (page !== undefined) return { page: page.replace(/\.xml$/, ""), ...quoted }
  }
  return quoted
}

/** A named id, by the document before it in the address or, where only one document has it, by itself. */
function namedIn(words: readonly string[], { named }: Ledger): PublishedName | undefined {
  const byId = new Map<string, PublishedName[]>()
  for (const each of named) byId.set(each.id, [...(byId.get(each.id) ?? []), each])
  for (const word of words) {
    const [path = "", fragment] = word.split("#")
    const id = decoded(fragment ?? path).replace(/[.:!?]+$/, "")
    // A page that needs an id for itself has that of the TEI under another name.
    const found = byId.get(id) ?? byId.get(id.replace(/^tei-/, "")) ?? []
    const steps = fragment === undefined ? [] : decoded(path).split("/")
    const own = found.find(({ document }) => steps.includes(document) || steps.includes(`${document}.xml`))
    if (own ?? (fragment === undefined && found.length === 1)) return own ?? found[0]
  }
  return undefined
}

/** A text fragment has what was marked: text=[prefix-,]words[,end][,-suffix]. */
function quotationIn(text: string): string | undefined {
  const [, fragment] = /:~:text=([^\s&]*)/.exec(text) ?? []
  if (fragment === undefined) return undefined
  // What ends a sentence is none of it: a directive has its own signs encoded, or stands before a blank.
  const parts = fragment
    .replace(/[.,;:!?)»”’]+$/, "")
    .split(",")
    .filter((part) => !part.endsWith("-") && !part.startsWith("-"))
  return parts.length === 1 ? decoded(parts[0] ?? "") : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const addressOf = (passage: PublishedPassage) => `${lastSeen(passage).document}/index.html#${passage.id}`
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim()

/**
 * Whether words that were quoted stand in a passage. A page that leaves out what was struck, what was added or a note
 * has words side by side that are parted in the passage: such a quotation has its words there in their order.
 */
function stands(quotation: string, was: string, now: string): boolean {
  if (now.includes(quotation)) return true
  if (was.includes(quotation)) return false
  let at = 0
  return (quotation.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => {
    at = endOfWord(word, now, at)
    return at >= 0
  })
}

/** Where a word ends that begins at this place or later; less than 0 if none does. A note may adjoin it on one side. */
function endOfWord(word: string, text: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    if (
      !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) ||
      !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2))
    )
      return end
  }
  return -1
}

/** What became of what a citation names, by the ledger alone. */
export function resolveCitation({ id, document, page, quotation }: Citation, ledger: Ledger): Resolution {
  if (document !== undefined) return resolveName(document, id ?? "", quotation, ledger)
  const byId = new Map(ledger.passages.map((each) => [each.id, each]))
  const passage = id === undefined ? undefined : byId.get(id)
  if (passage === undefined) return resolvePage(page, ledger)
  const { text: now } = lastSeen(passage)
  if (passage.gone)
    return {
      kind: "withdrawn",
      id: passage.id,
      was: passage.text,
      gone: passage.gone.release,
      reason: passage.gone.reason,
      address: addressOf(passage),
      heirs: standing(passage, byId).map((each) => ({
        id: each.id,
        address: addressOf(each),
        now: lastSeen(each).text,
      })),
    }
  return {
    kind: "passage",
    id: passage.id,
    isMoved: passage.moved !== undefined && passage.moved.length > 0,
    isReworded: plain(now) !== plain(passage.text),
    address: addressOf(passage),
    was: passage.text,
    now,
    release: passage.release,
    ...(quotation === undefined
      ? {}
      : { hasQuotation: stands(plain(quotation), plain(passage.text), plain(now)) }),
  }
}

function resolveName(
  document: string,
  id: string,
  quotation: string | undefined,
  { named }: Ledger,
): Resolution {
  const nameOf = (of: { readonly document: string; readonly id: string }) =>
    named.find((each) => each.document === of.document && each.id === of.id)
  const found = nameOf({ document, id })
  if (!found) return { kind: "unknown" }
  const address = `${document}/index.html#${id}`
  const now = found.now?.text ?? found.text
  if (found.gone) {
    const heir = found.gone.to && nameOf(found.gone.to)
    const heirs =
      heir && !heir.gone
        ? [
            {
              id: heir.id,
              address: `${heir.document}/index.html#${heir.id}`,
              now: heir.now?.text ?? heir.text,
            },
          ]
        : []
    const { release: gone } = found.gone
    return { kind: "withdrawn", id, was: found.text, gone, reason: "deleted", address, heirs }
  }
  return {
    kind: "passage",
    id,
    isMoved: false,
    isReworded: plain(now) !== plain(found.text),
    address,
    was: found.text,
    now,
    release: found.release,
    ...(quotation === undefined ? {} : { hasQuotation: plain(now).includes(plain(quotation)) }),
  }
}

function resolvePage(page: string | undefined, ledger: Ledger): Resolution {
  const found = ledger.documents.find(({ name }) => name === page)
  if (!found) return { kind: "unknown" }
  const { name, title, gone } = found
  return {
    kind: "document",
    name,
    title,
    address: `${name}/index.html`,
    ...(gone === undefined ? {} : { gone }),
  }
}

/** The passages that stand where a passage that has gone leads, from one that has gone to the next. */
export function standing(
  passage: PublishedPassage,
  byId: ReadonlyMap<string, PublishedPassage>,
): readonly PublishedPassage[] {
  const found: PublishedPassage[] = []
  const seen = new Set([passage.id])
  const waiting = [...(passage.gone?.to ?? [])].reverse()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const next = seen.has(id) ? undefined : byId.get(id)
    seen.add(id)
    if (!next) continue
    if (next.gone) waiting.push(...[...next.gone.to].reverse())
    else found.push(next)
  }
  return found
}
