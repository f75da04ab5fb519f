import { attributeOf, elementsOf } from "../xml/elements.js"
import { serialise } from "../xml/serialise.js"
import { element, text, type XmlElement, type XmlNode } from "../xml/tree.js"
import { countsOf } from "./agreement.js"
import type { Collation, Passage } from "./collation.js"
import { cutterOf, teiNamespace } from "./cut.js"
import type { Stretch } from "./passages.js"
import { numberedDifferences, type Row, rowsOf } from "./rows.js"
import { countWords, type TextBlock, type Witness, wordingOf } from "./witness.js"

type Side = "a" | "b"

/** The namespace of what is no TEI on the way to a comparison's page. */
export const comparisonNamespace = "urn:x-stet:comparison"

/**
 * A collation as its page takes it, in a small vocabulary of its own:
 *
 * `comparison` holds both witnesses (`witness side="a" name="…"`, with the TEI header of each), the `row`s with
 * the words of each `side`, and the `difference`s with what each witness has. Where one side of a moved passage
 * stands, the other is `elsewhere row="…"`. What a witness strikes out while the other has it is `struck`.
 */
export function comparisonXml(collation: Collation): string {
  const { a, b } = collation
  const rows = rowsOf(collation)
  const rowOf = { a: placesOf(rows, "a"), b: placesOf(rows, "b") }
  const differences = numberedDifferences(rows)
  const marksOf = new Map<Passage, typeof differences>()
  for (const each of differences) marksOf.set(each.passage, [...(marksOf.get(each.passage) ?? []), each])
  const cut = { a: cutterOf(a), b: cutterOf(b) }
  const placeOf = (passage: Passage, side: Side) => rowOf[side].get(passage)?.toString()
  const side = (row: Row, letter: Side): XmlNode | undefined => {
    const stretch = row.passage[letter]
    if (!stretch) return undefined
    if (row.sides !== "both" && row.sides !== letter)
      return element("elsewhere", { of: letter, row: placeOf(row.passage, letter) })
    const marks = (marksOf.get(row.passage) ?? []).map((each) => each[letter])
    const { label, words } = cut[letter](stretch, marks)
    return element("side", { of: letter, ...described(stretch) }, [
      label.length > 0 ? element("label", {}, label) : undefined,
      element("words", {}, words),
    ])
  }
  const passageAt = (side: Side, block: TextBlock, at: number) =>
    rows.find(({ passage: { [side]: own } }) => own?.block === block && own.from <= at && at <= own.to)
      ?.passage
  const struckAt = (side: Side, block: TextBlock, at: number) => {
    const passage = passageAt(side, block, at)
    return passage && placeOf(passage, side)
  }
  const root = element(
    "comparison",
    { xmlns: comparisonNamespace, "xmlns:tei": teiNamespace, a: a.name, b: b.name, ...counts(collation) },
    [
      ...rows.map((row) =>
        element("row", { n: String(row.n), sides: row.sides, state: stateOf(row.passage) }, [
          side(row, "a"),
          side(row, "b"),
        ]),
      ),
      ...differences.map(({ n, passage, part }) => {
        const has = (letter: Side) =>
          part[letter].length > 0
            ? element("has", { of: letter }, [text(wordingOf(part[letter]))])
            : undefined
        return element("difference", { n: String(n), kind: part.kind, row: placeOf(passage, "a") }, [
          has("a"),
          has("b"),
        ])
      }),
      ...collation.struck.map(({ struckIn, block, deletion, standsIn }) =>
        element(
          "struck",
          {
            in: struckIn,
            row: struckAt(struckIn, block, deletion.before),
            stands: struckAt(struckIn === "a" ? "b" : "a", standsIn.block, standsIn.from),
          },
          [text(wordingOf(deletion.tokens))],
        ),
      ),
      text("\n"),
    ],
  )
  const written = serialise(root).text
  const end = written.lastIndexOf("</comparison>")
  return `${written.slice(0, end)}${witnessXml(a, "a")}${witnessXml(b, "b")}${written.slice(end)}`
}

const placesOf = (rows: readonly Row[], side: Side): ReadonlyMap<Passage, number> =>
  new Map(
    rows.filter(({ sides }) => sides === "both" || sides === side).map(({ passage, n }) => [passage, n]),
  )

/** How many words each witness has, and in how many both agree. */
function counts(collation: Collation): Readonly<Record<string, string>> {
  const { wordsInA, wordsInB, agreeing } = countsOf(collation)
  return { "words-in-a": String(wordsInA), "words-in-b": String(wordsInB), agreeing: String(agreeing) }
}

/** What is to be said of a passage as a whole. */
function stateOf({ a, b, isMoved, parts }: Passage): string {
  if (!a || !b) {
    const own = a ?? b
    return own && countWords(own.block.tokens.slice(own.from, own.to)) > 0 ? "alone" : "wordless"
  }
  if (isMoved) return "moved"
  return parts.every(({ kind }) => kind === "agreement") ? "same" : "different"
}

/** The element, its id, and whether the block goes on before or after what is shown. */
function described({ block, from, to }: Stretch): Readonly<Record<string, string>> {
  return {
    name: block.name,
    ...(block.id === undefined ? {} : { id: block.id }),
    ...(from > 0 ? { continues: "true" } : {}),
    ...(to < block.tokens.length ? { "goes-on": "true" } : {}),
  }
}

/** The header of a witness, as it stands in its TEI, in a root of the same name. */
function witnessXml({ name, text: tei }: Witness, side: Side): string {
  const elements = elementsOf(tei)
  const [root] = elements
  const header = elements.find((each) => each.parent === root && each.local === "teiHeader")
  if (!root || !header) return around(element("witness", { side, name }), "")
  const declared = [...root.declared].map(([prefix, uri]) => [`xmlns${prefix && `:${prefix}`}`, uri])
  const attributes = { ...Object.fromEntries(declared), "xml:lang": attributeOf(root, "xml:lang") }
  return around(
    element("witness", { side, name }),
    around(element(root.name, attributes), tei.slice(header.from, header.end)),
  )
}

/** The tags of an element round what is written already. */
function around(shell: XmlElement, written: string): string {
  const lines = serialise({ ...shell, children: [text("\n")] })
    .text.trimEnd()
    .split("\n")
  return `${lines.at(-2)}${written}${lines.at(-1)}`
}
