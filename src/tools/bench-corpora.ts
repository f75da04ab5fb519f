import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** A transcription to be encoded: the whole file for stet, and its body alone for those that know no front matter. */
export interface Corpus {
  readonly bytes: number
  readonly file: string
  readonly body: string
}

const folder = fileURLToPath(new URL("../../sources/", import.meta.url))

/**
 * This repository's own transcriptions one after another, again and again until the body has `bytes`
 * bytes; each time the numbers in the words are others, so that no two paragraphs are alike.
 */
export function corpusOf(bytes: number, frontMatter: string): Corpus {
  const bodies = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => bodyOf(readFileSync(`${folder}${name}`, "utf8")))
  const parts: string[] = []
  let length = 0
  for (let round = 0; length < bytes; round++) {
    const part = varied(bodies[round % bodies.length] ?? "", round)
    parts.push(part)
    length += Buffer.byteLength(part)
  }
  const body = cutAtParagraph(parts.join("\n"), bytes)
  return { bytes: Buffer.byteLength(body), file: frontMatter + body, body }
}

function bodyOf(file: string): string {
  const end = file.indexOf("\n---\n", "---\n".length)
  return file.slice(end + "\n---\n".length)
}

/** A word of its own in every paragraph of a round, where it begins with a letter. */
function varied(body: string, round: number): string {
  let paragraph = 0
  return body.replace(/^(?=[A-Z][a-z]+ [a-z])/gm, () => `In ${round}-${++paragraph} `)
}

function cutAtParagraph(text: string, length: number): string {
  const end = text.indexOf("\n\n", length - 200)
  return end < 0 ? text : `${text.slice(0, end)}\n`
}
