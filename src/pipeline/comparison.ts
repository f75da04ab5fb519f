import { countsOf } from "../collate/agreement.js"
import { collate } from "../collate/collation.js"
import { collationTei } from "../collate/collation-tei.js"
import { comparisonXml } from "../collate/comparison-xml.js"
import { declaredPairs } from "../collate/declared.js"
import { readWitness } from "../collate/read-witness.js"
import type { Witness } from "../collate/witness.js"
import type { SiteComparison } from "../publish/site.js"

/**
 * Compares the documents that an edition says are witnesses of one text; each is read once. The apparatus is
 * to lie in a folder beside `tei/`, which has the witnesses.
 */
export function comparisonsOf(
  documents: readonly { readonly name: string; readonly tei: string }[],
): readonly SiteComparison[] {
  const texts = new Map(documents.map(({ name, tei }) => [name, tei]))
  const witnesses = new Map<string, Witness>()
  const witness = (name: string) => {
    const known = witnesses.get(name)
    if (known) return known
    const read = readWitness(name, `../tei/${name}.xml`, texts.get(name) ?? "")
    witnesses.set(name, read)
    return read
  }
  return declaredPairs(documents).map(({ a, b }) => {
    const collation = collate(witness(a), witness(b))
    return {
      a,
      b,
      xml: comparisonXml(collation),
      apparatus: collationTei(collation),
      blocks: collation.passages.flatMap(({ a: one, b: other }) =>
        one?.block.id === undefined || other?.block.id === undefined
          ? []
          : [[one.block.id, other.block.id] as const],
      ),
      words: countsOf(collation),
    }
  })
}
