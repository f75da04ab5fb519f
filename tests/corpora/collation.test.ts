import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { collate } from "../../src/collate/collation.js"
import { readWitness } from "../../src/collate/read-witness.js"
import type { Token } from "../../src/collate/witness.js"
import { withoutDoctype } from "../../src/xml/doctype.js"
import { shared } from "../relaxng/shared.js"
import { paragraphs } from "../unit/collate/witnesses.js"

/** The paragraphs of a document of another house that have some length, as they are finally meant, word by word. */
function wordsOfBlocks(path: string): readonly (readonly string[])[] {
  const { blocks } = readWitness("a", "a.xml", withoutDoctype(readFileSync(path, "utf8")))
  return blocks
    .map(({ tokens }) =>
      tokens.filter(({ kind }) => kind === "word").map(({ text }) => text.replace(/[<&]/g, "")),
    )
    .filter((words) => words.length >= 8)
}

/** What was done to a text, and what a collation then makes of it. */
interface Judged {
  readonly replaced: number
  readonly told: number
  readonly toldBesides: number
  readonly isMoveTold: boolean
  readonly isAbsenceTold: boolean
}

/** The last paragraph is put first, the one before it taken out, and of the others each ninth word replaced. */
function judge(blocks: readonly (readonly string[])[]): Judged {
  const [first, ...others] = blocks.toReversed()
  const [dropped, ...kept] = others
  let replaced = 0
  const changed = kept.toReversed().map((words) =>
    words.map((word, at) => {
      if (at % 9 !== 4) return word
      replaced += 1
      return `neu${replaced}`
    }),
  )
  const text = (words: readonly string[]) => words.join(" ")
  const a = paragraphs("a", ...blocks.map(text))
  const b = paragraphs("b", ...[first ?? [], ...changed].map(text))
  const { passages } = collate(a, b)
  const differing = passages.flatMap(({ a: one, b: other, parts }) =>
    one && other ? parts.filter(({ kind }) => kind !== "agreement") : [],
  )
  const isReplacement = (tokens: readonly Token[]) => tokens.every(({ text: said }) => /^neu\d+$/.test(said))
  const told = differing.filter(
    (part) => part.b.length > 0 && isReplacement(part.b) && part.a.length === part.b.length,
  )
  const wordsIn = (stretch: (typeof passages)[number]["a"]) =>
    stretch ? text(stretch.block.tokens.slice(stretch.from, stretch.to).map(({ text: said }) => said)) : ""
  return {
    replaced,
    told: told.reduce((sum, part) => sum + part.b.length, 0),
    toldBesides: differing.length - told.length,
    isMoveTold: passages.some((each) => each.isMoved && wordsIn(each.b) === text(first ?? [])),
    isAbsenceTold: passages.some((each) => each.b === undefined && wordsIn(each.a) === text(dropped ?? [])),
  }
}

for (const house of ["schnitzler-briefe", "amp-auden"])
  test.skipIf(!existsSync(join(shared, "corpora", house)))(
    `in the letters and drafts of ${house} words replaced, a paragraph moved and one taken out are told as what they are`,
    () => {
      const folder = join(shared, "corpora", house)
      const judged = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".xml"))
        .map((name) => [name, wordsOfBlocks(join(folder, name))] as const)
        .filter(([, blocks]) => blocks.length >= 4)
        // Of two paragraphs that say the same, nobody can tell which of them moved.
        .filter(([, blocks]) => new Set(blocks.map((words) => words.join(" "))).size === blocks.length)
        .map(([name, blocks]) => ({ name, ...judge(blocks) }))
      expect(judged.length).toBeGreaterThan(2)
      const sum = (count: (each: Judged) => number) => judged.reduce((all, each) => all + count(each), 0)
      const replaced = sum((each) => each.replaced)
      expect(replaced).toBeGreaterThan(20)
      // A word beside one that stands twice may be taken for its neighbour: one in two hundred, no more.
      expect(sum((each) => each.told) / replaced).toBeGreaterThan(0.995)
      expect(sum((each) => each.toldBesides) / replaced).toBeLessThan(0.01)
      expect(judged.filter((each) => !each.isMoveTold).map(({ name }) => name)).toEqual([])
      expect(judged.filter((each) => !each.isAbsenceTold).map(({ name }) => name)).toEqual([])
    },
    60_000,
  )
