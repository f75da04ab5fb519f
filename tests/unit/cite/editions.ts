import { keepIds } from "../../../src/cite/keep-ids.js"
import { inSurroundings } from "../../../src/cite/surroundings.js"
import { openIdentifiers } from "../../../src/encode/ids.js"
import { emptyLedger, type Ledger } from "../../../src/model/ledger.js"

/** Documents by name, each with its blocks: a paragraph as its words, anything else as “role: words”. */
export type Documents = Readonly<Record<string, readonly string[]>>

/** An edition that is built once after another; each build gives the id of every block, by its words. */
export function openEdition(ledger: Ledger = emptyLedger) {
  let now = ledger
  return {
    ledger: () => now,
    /** What became of an id. */
    entry: (id: string | undefined) => now.passages.find((each) => each.id === id),
    build: (documents: Documents, release = "1.0.0"): ReadonlyMap<string, string> => {
      const blocks = Object.entries(documents).flatMap(([name, typed]) => {
        const { idOf, blocks: identified } = openIdentifiers(name)
        for (const each of typed) {
          const [, role = "p", text = each] = /^(\w+): (.*)$/s.exec(each) ?? []
          idOf(role, text)
        }
        return inSurroundings(name, identified)
      })
      const kept = keepIds(now, {
        release,
        documents: Object.keys(documents).map((name) => ({ name, title: name })),
        blocks,
      })
      now = kept.ledger
      return new Map(
        Object.values(documents)
          .flat()
          .map((typed, at) => [typed, kept.ids[at] ?? ""]),
      )
    },
  }
}
