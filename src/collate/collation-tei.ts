import { serialise } from "../xml/serialise.js"
import { element, type XmlElement, type XmlNode } from "../xml/tree.js"
import { type Collation, type Difference, differencesOf } from "./collation.js"
import type { Stretch } from "./passages.js"
import { countWords, type TextBlock, type Token, type Witness, wordingOf } from "./witness.js"

const text = (content: string): XmlNode => ({ kind: "text", text: content })
const line = text("\n")

/**
 * The differences as a TEI document of its own: a `<listWit>`, and a `<standOff>` with an apparatus attached by
 * its two ends (`<app from="…" to="…">`, TEI Guidelines 13.2.2), one entry for each difference. `from` and `to`
 * point at the block of the first witness that has the place, `loc` counts the words in it, and each reading
 * names its block in `source`. Neither witness is a lemma, so there are readings only.
 */
export function collationTei(collation: Collation): string {
  const { a, b } = collation
  const title = `Collation of ${a.name} and ${b.name}`
  const sigla = siglaOf(a, b)
  const counts = new WordCounts()
  const entries = differencesOf(collation).map((difference) => entryOf(difference, collation, sigla, counts))
  const struck = collation.struck.map(({ struckIn, block, deletion, standsIn }) => {
    const [own, other] = struckIn === "a" ? [a, b] : [b, a]
    const place = pointer(own, block)
    const otherSiglum = struckIn === "a" ? sigla.b : sigla.a
    return element("app", { type: "struck", from: place, to: place }, [
      element("rdg", { wit: `#${struckIn === "a" ? sigla.a : sigla.b}`, type: "struck", source: place }, [
        element("del", {}, [text(wordingOf(deletion.tokens))]),
      ]),
      element("rdg", { wit: `#${otherSiglum}`, source: pointer(other, standsIn.block) }, [
        text(wordingOf(standsIn.block.tokens.slice(standsIn.from, standsIn.to))),
      ]),
    ])
  })
  const apparatus = [...entries, ...struck]
  const standOff =
    apparatus.length > 0
      ? [element("standOff", {}, [line, element("listApp", {}, lined(apparatus)), line])]
      : [element("standOff", {}, [line, element("note", {}, [text("The witnesses do not differ.")]), line])]
  const root = element(
    "TEI",
    { xmlns: "http://www.tei-c.org/ns/1.0" },
    lined([headerOf(title, a, b, sigla), ...standOff]),
  )
  return serialise(root).text
}

function headerOf(title: string, a: Witness, b: Witness, sigla: Sigla): XmlElement {
  const witness = (siglum: string, { name, file }: Witness) =>
    element("witness", { "xml:id": siglum, corresp: encodeURI(file) }, [text(name)])
  const paragraph = (content: string) => element("p", {}, [text(content)])
  return element("teiHeader", {}, [
    element("fileDesc", {}, [
      element("titleStmt", {}, [element("title", {}, [text(title)])]),
      element("publicationStmt", {}, [paragraph("Made by stet from the TEI of the witnesses.")]),
      element("sourceDesc", {}, [element("listWit", {}, lined([witness(sigla.a, a), witness(sigla.b, b)]))]),
    ]),
    element("encodingDesc", {}, [
      element("variantEncoding", { method: "double-end-point", location: "external" }),
      element("editorialDecl", {}, [
        element("interpretation", {}, [
          paragraph(
            "Compared is the text that each witness finally means: without what it strikes out, with what it adds. " +
              "A difference is neither an addition nor a deletion; app/@type says in what the witnesses differ.",
          ),
        ]),
      ]),
    ]),
  ])
}

const lined = (nodes: readonly XmlNode[]): readonly XmlNode[] => [
  line,
  ...nodes.flatMap((node) => [node, line]),
]

interface Sigla {
  readonly a: string
  readonly b: string
}

/** Names as xml:id has them, and unlike the ids of the documents themselves; two that are the same are told apart. */
function siglaOf(a: Witness, b: Witness): Sigla {
  const siglum = ({ name }: Witness) => `wit-${name.replace(/[^\p{L}\p{N}._-]/gu, "-")}`
  const [one, other] = [siglum(a), siglum(b)]
  return { a: one, b: one === other ? `${other}-b` : other }
}

const pointer = (witness: Witness, block: TextBlock) =>
  `${encodeURI(witness.file)}#${encodeURI(block.fragment)}`

function entryOf(difference: Difference, { a, b }: Collation, sigla: Sigla, counts: WordCounts): XmlElement {
  const { kind, passage } = difference
  const place = passage.a ? pointer(a, passage.a.block) : passage.b ? pointer(b, passage.b.block) : undefined
  const loc = passage.a
    ? locOf(counts, passage.a, difference.atA, difference.a.length)
    : passage.b && locOf(counts, passage.b, difference.atB, difference.b.length)
  const reading = (
    siglum: string,
    witness: Witness,
    stretch: Stretch | undefined,
    tokens: readonly Token[],
  ) =>
    element("rdg", { wit: `#${siglum}`, source: stretch && pointer(witness, stretch.block) }, content(tokens))
  return element("app", { type: kind, from: place, to: place, loc }, [
    reading(sigla.a, a, passage.a, difference.a),
    reading(sigla.b, b, passage.b, difference.b),
  ])
}

/** The wording, with `<gap>` where one stands. */
function content(tokens: readonly Token[]): readonly XmlNode[] {
  const nodes: XmlNode[] = []
  let run: Token[] = []
  const flush = (blank: boolean) => {
    if (run.length > 0)
      nodes.push(text(`${run[0]?.spaced && nodes.length > 0 ? " " : ""}${wordingOf(run)}${blank ? " " : ""}`))
    run = []
  }
  for (const token of tokens) {
    if (token.kind !== "gap") {
      run.push(token)
      continue
    }
    flush(token.spaced)
    nodes.push(element("gap"))
  }
  flush(false)
  return nodes
}

/**
 * Which words of the block they are, counted from 1 and without a point's number; of signs, and of what is not
 * there, the word after which they stand or are missed.
 */
function locOf(counts: WordCounts, stretch: Stretch, at: number, length: number): string {
  const words = counts.before(stretch.block)
  const [before, end] = [words[at] ?? 0, words[at + length] ?? 0]
  if (end === before) return `after word ${before}`
  return end === before + 1 ? `word ${end}` : `words ${before + 1}-${end}`
}

/** How many words of a block come before each of its tokens, counted once. */
class WordCounts {
  readonly #counts = new Map<TextBlock, readonly number[]>()

  before(block: TextBlock): readonly number[] {
    const known = this.#counts.get(block)
    if (known) return known
    let words = 0
    const counts = [0, ...block.tokens.map((token) => (words += countWords([token])))]
    this.#counts.set(block, counts)
    return counts
  }
}
