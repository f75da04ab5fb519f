import { fragmentOf } from "../model/fragment.js"
import {
  documentsOf,
  isWhole,
  type Ledger,
  lastSeen,
  lengthOfName,
  type PublishedPassage,
} from "../model/ledger.js"
import type { Neighbour } from "../model/page.js"
import { formerlyIn } from "./formerly.js"
import { nameKey, namesByKey, standingName, wordsNow } from "./names.js"
import { stands } from "./quotation.js"
import type { Citation } from "./read-citation.js"
import { standing } from "./standing.js"

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
      readonly reason: "deleted" | "joined" | "rewritten" | "renamed" | "taken"
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
      /** The documents that have most of its text now. */
      readonly heirs: readonly Neighbour[]
      /** Where words were quoted, or an id named, that the document has never had. */
      readonly missing?: string
    }
  | { readonly kind: "unknown" }

const addressOf = (passage: PublishedPassage) => `${lastSeen(passage).document}/index.html#${passage.id}`
const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim()

/** What became of what a citation names, by the ledger alone. */
export function resolveCitation(citation: Citation, ledger: Ledger): Resolution {
  const { id, document, quotation } = citation
  if (document !== undefined) return resolveName(document, id ?? "", quotation, ledger)
  const byId = new Map(ledger.passages.map((each) => [each.id, each]))
  const passage = id === undefined ? undefined : byId.get(id)
  if (passage === undefined) return resolvePage(citation, ledger)
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
  const addressOfName = (name: { readonly document: string; readonly id: string }) =>
    `${name.document}/index.html#${fragmentOf(name.id)}`
  const address = addressOfName(found)
  const lost = found.gone ?? found.taken
  if (lost) {
    const heir = standingName(found, byKey)
    const heirs = heir ? [{ id: heir.id, address: addressOfName(heir), now: heir.words }] : []
    const reason = found.taken && !found.gone ? "taken" : heir ? "renamed" : "deleted"
    return { kind: "withdrawn", id, was: wordsNow(found), gone: lost.release, reason, address, heirs }
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
    ...(quotation === undefined || (!has && now.length > lengthOfName(found.role) - 20)
      ? {}
      : { hasQuotation: has }),
  }
}

/** A document or, where words of it were quoted, the passage that has them or had them first. */
function resolvePage({ page, quotation, fragment }: Citation, ledger: Ledger): Resolution {
  const found = ledger.documents.find(({ name }) => name === page)
  if (!found) return { kind: "unknown" }
  const { name, title, gone } = found
  if (quotation !== undefined) {
    const words = plain(quotation)
    const inIt = ledger.passages.filter((each) => documentsOf(each).includes(name) && !isWhole(each.role))
    const has = (text: string) => plain(text).includes(words)
    const passage =
      inIt.find((each) => each.gone === undefined && has(lastSeen(each).text)) ??
      inIt.find((each) => has(each.text) || has(lastSeen(each).text))
    if (passage) return resolveCitation({ id: passage.id, quotation }, ledger)
  }
  const missing = quotation ?? fragment
  return {
    kind: "document",
    name,
    title,
    address: `${name}/index.html`,
    heirs:
      gone === undefined
        ? []
        : (formerlyIn(ledger).documents.find((each) => each.name === name)?.heirs ?? []),
    ...(gone === undefined ? {} : { gone }),
    ...(missing === undefined ? {} : { missing }),
  }
}
