import fc from "fast-check"
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

const word = fc.oneof(
  fc.constantFrom(
    "the",
    "of",
    "and",
    "boat",
    "harbour",
    "Harbour",
    "letter",
    "letters",
    "Ben",
    "1911",
    "天地",
  ),
  fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(..."abcdeé") }),
)
const marked = fc
  .tuple(word, fc.constantFrom("", "", "", "del", "add", "gap", ",", ".", " --", "”"))
  .map(([text, mark]) => {
    if (mark === "gap") return "<gap/>"
    return mark === "del" || mark === "add" ? `<${mark}>${text}</${mark}>` : `${text}${mark}`
  })
const paragraph = fc.array(marked, { maxLength: 25 }).map((words) => words.join(" "))
const block = fc
  .tuple(fc.constantFrom("p", "p", "l", "salute", "list"), paragraph)
  .map(([name, text]) =>
    name === "list" ? `<list><label>1.</label><item>${text}</item></list>` : `<${name}>${text}</${name}>`,
  )
/** The inside of a body: paragraphs, lines, points of lists, with deletions, additions and gaps. */
export const body = fc.array(block, { maxLength: 8 })
/** Two witnesses of one text, more or less: what one has is left out, moved, or changed in the other. */
export const twoWitnesses = fc
  .tuple(
    body,
    fc.array(fc.tuple(fc.constantFrom("keep", "drop", "move", "new", "join"), block), { maxLength: 8 }),
  )
  .map(([blocks, changes]) => {
    const other = [...blocks]
    changes.forEach(([change, made], at) => {
      if (change === "drop") other.splice(at, 1)
      if (change === "move") other.unshift(...other.splice(at, 1))
      if (change === "new") other.splice(at, 0, made)
      if (change === "join")
        other.splice(
          at,
          2,
          `<p>${other
            .slice(at, at + 2)
            .join(" ")
            .replace(/<\/?(?:p|l|salute|list|label|item)>/g, " ")}</p>`,
        )
    })
    return [witness("a", blocks.join("")), witness("b", other.join(""))] as const
  })
