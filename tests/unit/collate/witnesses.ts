import type { Collation } from "../../../src/collate/collation.js"
import { readWitness } from "../../../src/collate/read-witness.js"
import { type Witness, wordingOf } from "../../../src/collate/witness.js"

/** A TEI document with this body. */
export const tei = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader><text><body>${body}</body></text></TEI>`

/** A witness whose body is this TEI. */
export const witness = (name: string, body: string): Witness => readWitness(name, `${name}.xml`, tei(body))

/** A witness of paragraphs with ids p1, p2… */
export const paragraphs = (name: string, ...texts: readonly string[]): Witness =>
  witness(name, texts.map((text, index) => `<p xml:id="${name}.p${index + 1}">${text}</p>`).join("\n"))

/** What differs, in short: “kind: A | B”, after the passage's blocks. */
export function told({ passages }: Collation): readonly string[] {
  return passages.flatMap(({ a, b, isMoved, parts }) => {
    const side = (stretch: typeof a) => stretch?.block.id ?? "–"
    const differing = parts.filter(({ kind }) => kind !== "agreement")
    const heading = `${side(a)} ${side(b)}${isMoved ? " moved" : ""}`
    if (!a || !b) return [heading]
    return [heading, ...differing.map((part) => `${part.kind}: ${wordingOf(part.a)} | ${wordingOf(part.b)}`)]
  })
}
