import type { PlacedAttribute, PlacedElement } from "../../xml/elements.js"
import type { Finding } from "./check-references.js"
import type { DocumentIds } from "./ids.js"

/** One `next` or `prev`, and where it leads. */
interface Link {
  readonly name: string
  readonly pointer: string
  readonly from: DocumentIds
  readonly element: PlacedElement
  readonly attribute: PlacedAttribute
  readonly to: { readonly ids: DocumentIds; readonly element: PlacedElement }
}

export interface Chains {
  readonly join: (link: Link) => void
  /** What does not hang together, by document. */
  readonly broken: () => ReadonlyMap<DocumentIds, readonly Finding[]>
}

/**
 * The chains of parts that `next` and `prev` make (TEI Guidelines, 17.7). A file that uses only one of the
 * two says all that is needed; where it uses both, they must answer each other.
 */
export function openChains(): Chains {
  const next = new Map<PlacedElement, Link>()
  const prev = new Map<PlacedElement, Link>()
  const used = new Map<DocumentIds, Set<string>>()
  return {
    join: (link) => {
      const links = link.name === "next" ? next : prev
      links.set(link.element, link)
      const names = used.get(link.from) ?? new Set()
      used.set(link.from, names.add(link.name))
    },
    broken: () => {
      const found = new Map<DocumentIds, Finding[]>()
      const say = ({ from, pointer, element, attribute }: Link, problem: string) => {
        const finding: Finding = {
          code: "chain-broken",
          values: { target: pointer, problem },
          element,
          attribute,
        }
        const known = found.get(from)
        if (known === undefined) found.set(from, [finding])
        else known.push(finding)
      }
      const round = new Set([...rounds(next), ...rounds(prev)])
      for (const link of round) say(link, "from there the chain comes back to where it began")
      for (const [links, answers, answer] of [
        [next, prev, "prev"],
        [prev, next, "next"],
      ] as const)
        for (const link of links.values()) {
          if (round.has(link)) continue
          const back = answers.get(link.to.element)
          if (back === undefined) {
            if (used.get(link.to.ids)?.has(answer))
              say(link, `what stands there has no ${answer} that leads back`)
          } else if (back.to.element !== link.element)
            say(link, `the ${answer} there leads to ${back.pointer}`)
        }
      return found
    },
  }
}

/** One link of each chain that bites its tail. */
function rounds(links: ReadonlyMap<PlacedElement, Link>): readonly Link[] {
  const visitedIn = new Map<PlacedElement, PlacedElement>()
  const found: Link[] = []
  for (const start of links.keys()) {
    let at = links.get(start)
    while (at !== undefined && !visitedIn.has(at.element)) {
      visitedIn.set(at.element, start)
      const following = links.get(at.to.element)
      const isRound = at.to.element === at.element || visitedIn.get(at.to.element) === start
      if (isRound && following !== undefined) found.push(at)
      at = following
    }
  }
  return found
}
