import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import {
  compareReleases,
  type Ledger,
  type PublishedDocument,
  type PublishedName,
  type PublishedPassage,
} from "../model/ledger.js"
import { nameKey } from "./names.js"
import { documentsInOrder, namesInOrder, passagesInOrder } from "./order.js"

/** The three versions that git has of one. */
interface Versions<Each> {
  readonly base: Each | undefined
  readonly ours: Each | undefined
  readonly theirs: Each | undefined
}

/**
 * Merges the ledgers of two branches. Every id that any of the three has is in the result. What only one branch has
 * changed is taken from it; where both have, what still stands goes before what has gone, and then ours before
 * theirs: the next build finds out from the merged sources where each passage is. An id that the branches published for
 * different passages stays with the one that was published first, or else with ours, and is an error.
 */
export function mergeLedgers(base: Ledger, ours: Ledger, theirs: Ledger): Outcome<Ledger> {
  const diagnostics: Diagnostic[] = []
  const merged = <Each extends Published>(
    of: (ledger: Ledger) => readonly Each[],
    keyOf: (each: Each) => string,
  ) =>
    versionsOf([base, ours, theirs].map(of), keyOf).map((versions): Each => {
      const { ours: own, theirs: other } = versions
      if (own && other && !isSamePassage(own, other)) {
        const values = { id: own.id, ours: beginning(own.text), theirs: beginning(other.text) }
        diagnostics.push(diagnose("ledger-irreconcilable", values))
        return first(own, other)
      }
      return inState(first(own, other ?? versions.base ?? own), latest(versions, hasGone))
    })
  const documents = versionsOf(
    [base, ours, theirs].map((each) => each.documents),
    nameOf,
  ).map((versions) => {
    const { name, title, gone, taken } = latest(versions, hasGone)
    const { release } = first(versions.ours, versions.theirs ?? versions.base ?? versions.ours)
    const pages = [versions.base, versions.ours, versions.theirs].flatMap((each) => each?.pages ?? [])
    return {
      name,
      title,
      release,
      pages: [...new Set(pages)].sort(),
      ...(gone === undefined ? {} : { gone }),
      ...(taken === undefined ? {} : { taken }),
    }
  })
  return {
    value: {
      pages: [...new Set([base, ours, theirs].flatMap((each) => each.pages))].sort(),
      documents: documentsInOrder(documents),
      passages: passagesInOrder(merged<PublishedPassage>(({ passages }) => passages, idOf)),
      named: namesInOrder(merged<PublishedName>(({ named }) => named, nameKey)),
    },
    diagnostics,
  }
}

const idOf = ({ id }: PublishedPassage) => id
const nameOf = ({ name }: PublishedDocument) => name
const beginning = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** What both passages and names have. */
interface Published {
  readonly id: string
  readonly role: string
  readonly text: string
  readonly release: string
  readonly gone?: unknown
}

const isSamePassage = (a: Published, b: Published) => a.role === b.role && a.text === b.text
const hasGone = ({ gone }: { readonly gone?: unknown }) => gone !== undefined

/** What may become of something after its publication. */
const states: ReadonlySet<string> = new Set(["moved", "now", "gone", "taken"])

/** Something as it was first published, in the state that another version has it in. */
function inState<Each extends Published>(published: Each, latest: Each): Each {
  const first = Object.entries(published).filter(([field]) => !states.has(field))
  const state = Object.entries(latest).filter(([field, value]) => states.has(field) && value !== undefined)
  return Object.fromEntries([...first, ...state]) as unknown as Each
}

/** Each that any version has: in the order of ours, and what ours has not after what it follows in the others. */
function versionsOf<Each>(
  [base = [], ours = [], theirs = []]: readonly (readonly Each[])[],
  keyOf: (each: Each) => string,
): readonly Versions<Each>[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(
    (each) => new Map(each.map((one) => [keyOf(one), one])),
  )
  const following = new Map<string, string[]>()
  const placed = new Set(inOurs?.keys())
  for (const others of [theirs, base]) {
    let last = ""
    for (const each of others) {
      const key = keyOf(each)
      if (!placed.has(key)) {
        following.set(last, [...(following.get(last) ?? []), key])
        placed.add(key)
      }
      last = key
    }
  }
  const found: Versions<Each>[] = []
  // What follows is put on top of what is still to come.
  const waiting = [...ours.map(keyOf).reverse(), ...(following.get("") ?? []).reverse()]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    found.push({ base: inBase?.get(key), ours: inOurs?.get(key), theirs: inTheirs?.get(key) })
    for (const next of [...(following.get(key) ?? [])].reverse()) waiting.push(next)
  }
  return found
}

/** The one that was published first; ours, if both were in one release. */
function first<Each extends { readonly release: string }>(
  ours: Each | undefined,
  theirs: Each | undefined,
): Each {
  if (!ours || !theirs) return (ours ?? theirs) as Each
  return compareReleases(theirs.release, ours.release) < 0 ? theirs : ours
}

function latest<Each>({ base, ours, theirs }: Versions<Each>, isGone: (each: Each) => boolean): Each {
  if (!ours || !theirs) return (ours ?? theirs ?? base) as Each
  const same = (a: Each, b: Each | undefined) => JSON.stringify(a) === JSON.stringify(b)
  if (same(ours, base)) return theirs
  if (same(theirs, base)) return ours
  return isGone(ours) && !isGone(theirs) ? theirs : ours
}
