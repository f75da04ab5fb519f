import type { Ledger, PublishedName } from "../model/ledger.js"

/** What somebody cited: an id, or a page; and words, where the citation has them. */
export interface Citation {
  readonly id?: string
  /** The document of an id that other documents may have too. */
  readonly document?: string
  /** A document's name or the address of a page, from the site's root. */
  readonly page?: string
  readonly quotation?: string
}

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
