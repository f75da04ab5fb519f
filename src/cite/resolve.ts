import { fragmentOf } from "../model/fragment.js"
import {
  type Ledger,
  lastSeen,
  namedLength,
  type PublishedName,
  type PublishedPassage,
} from "../model/ledger.js"
import { nameKey, namesByKey, standingName, wordsNow } from "./names.js"
import { stands } from "./quotation.js"
import type { Citation } from "./read-citation.js"

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

const addressOf = (passage: PublishedPassage) => `${lastSeen(passage).document}/index.html#${passage.id}`
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim()

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
  const byKey = namesByKey(named)
  const found = byKey.get(nameKey({ document, id }))
  if (!found) return { kind: "unknown" }
  const addressOfName = (name: PublishedName) => `${name.document}/index.html#${fragmentOf(name.id)}`
  const address = addressOfName(found)
  if (found.gone) {
    const heir = standingName(found, byKey)
    const heirs = heir ? [{ id: heir.id, address: addressOfName(heir), now: wordsNow(heir) }] : []
    const { release: gone } = found.gone
    return { kind: "withdrawn", id, was: found.text, gone, reason: "deleted", address, heirs }
  }
  const now = wordsNow(found)
  const has = quotation === undefined || stands(plain(quotation), plain(found.text), plain(now))
  return {
    kind: "passage",
    id,
    isMoved: false,
    isReworded: plain(now) !== plain(found.text),
    address,
    was: found.text,
    now,
    release: found.release,
    // Of what is longer than the ledger keeps, it cannot say what stands further on.
    ...(quotation === undefined || (!has && now.length > namedLength - 20) ? {} : { hasQuotation: has }),
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
