import { fragmentOf } from "../model/fragment.js"
import type { Ledger, PublishedName } from "../model/ledger.js"

/** What somebody cited: an id, or a page; and words, where the citation has them. */
export interface Citation {
  readonly id?: string
  /** The document of an id that other documents may have too. */
  readonly document?: string
  /** A document's name or the address of a page, from the site's root. */
  readonly page?: string
  readonly quotation?: string
  /** An id in the address that nothing was published under. */
  readonly fragment?: string
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
    const fragment = decoded(/#([^?]+)$/.exec(word)?.[1] ?? "").replace(/[.:!?]+$/, "")
    const told = fragment === "" || fragmentOf(fragment) !== fragment ? {} : { fragment }
    if (page !== undefined) return { page: page.replace(/\.xml$/, ""), ...quoted, ...told }
  }
  return quoted
}

/**
 * A named id, by the document before it in its address. By itself it counts only where nothing else is said and one
 * document alone has it: an id may be any word, such as a name.
 */
function namedIn(words: readonly string[], { named }: Ledger): PublishedName | undefined {
  // A page that needs an id for itself has that of the TEI under another name.
  const namesOf = (id: string) => named.filter((each) => each.id === id || fragmentOf(each.id) === id)
  const plain = (word: string) => decoded(word).replace(/[.:!?]+$/, "")
  for (const word of words) {
    const [path = "", fragment] = word.split("#")
    if (fragment === undefined || fragment === "") continue
    const steps = decoded(path).split("/")
    const own = namesOf(plain(fragment)).find(
      ({ document }) => steps.includes(document) || steps.includes(`${document}.xml`),
    )
    if (own) return own
  }
  const [only = "", ...others] = words.filter((word) => word !== "")
  const found = others.length > 0 ? [] : namesOf(plain(only))
  return found.length === 1 ? found[0] : undefined
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
