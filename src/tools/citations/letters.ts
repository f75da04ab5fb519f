import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { numbersFrom } from "../synthetic-letters.js"

/** A block of a letter as it is edited: the element, and its words with their signs. */
export interface LetterBlock {
  readonly role: string
  readonly text: string
}

const root = fileURLToPath(new URL("../../../", import.meta.url))
const shared = process.env["STET_SHARED"] ?? join(root, "../shared")
const houses = [
  "amp-auden",
  "frus-kennedy-khrushchev",
  "legalkraus",
  "schnitzler-briefe",
  "serafin-letters",
  "transkribus-tei-bv",
  "whitman-mss",
]
const block = /<(p|head|salute|dateline|signed|l|item|ab)\b[^>]*>((?:(?!<\1[\s>])[\s\S])*?)<\/\1>/g

/**
 * Letters that people wrote: the TEI of this repository's own edition and, where ../shared is there, that of other
 * houses. They are only words to be edited, so that a rough reading of the TEI will do.
 */
export function realLetters(): readonly (readonly LetterBlock[])[] {
  const folders = [join(root, "output/tei"), ...houses.map((house) => join(shared, "corpora", house))]
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".xml"))
        .sort()
        .map((name) => blocksIn(readFileSync(join(folder, name), "utf8"))),
    )
    .filter((blocks) => blocks.length >= 3)
}

function blocksIn(tei: string): readonly LetterBlock[] {
  const body = /<(?:\w+:)?body\b[\s\S]*<\/(?:\w+:)?body>/.exec(tei)?.[0] ?? ""
  return Array.from(body.matchAll(block), ([, role = "p", content = ""]) => ({
    role,
    text: content
      .replace(/<note\b[\s\S]*?<\/note>/g, "")
      .replace(/<[^>]*>/g, "")
      .replace(/&\w+;/g, "&")
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim(),
  })).filter(({ text }) => text !== "")
}

/** The first of `letters`, and after them the same with one word in three taken from elsewhere, as many as are asked for. */
export function manyLetters(
  letters: readonly (readonly LetterBlock[])[],
  blocks: number,
): readonly (readonly LetterBlock[])[] {
  const words = letters.flat().flatMap(({ text }) => text.split(" "))
  const next = numbersFrom(blocks)
  const found: (readonly LetterBlock[])[] = []
  let count = 0
  for (let round = 0; count < blocks; round++) {
    const letter = letters[round % letters.length] ?? []
    const varied = letter.map(({ role, text }) => ({
      role,
      text: text
        .split(" ")
        .map((word) =>
          round >= letters.length && next() < 0.34
            ? (words[Math.floor(next() * words.length)] ?? word)
            : word,
        )
        .join(" "),
    }))
    found.push(varied.slice(0, blocks - count))
    count += varied.length
  }
  return found
}
