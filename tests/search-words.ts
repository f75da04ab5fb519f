import { passagesOf } from "../src/publish/search/passages.js"
import { wordsIn } from "../src/search/fold.js"
import { type PassageField, termsOf } from "../src/search/passage.js"
import { readTree } from "../src/xml/read-tree.js"

/** The terms under which the passages of a TEI text are found, by field. */
export function foundIn(tei: string, field: PassageField): ReadonlySet<string> {
  const root = readTree(tei)
  if (root === undefined) throw new Error("The TEI is not well-formed.")
  return new Set(passagesOf(root).flatMap((passage) => termsOf(passage, field)))
}

const parting = /<\/?(?:p|div|h\d|li|ol|ul|td|th|tr|table|blockquote|br|section|pre|dt|dd|dl)\b[^>]*>/g
// What the page says of a place, not the source; and breaks of pages, which part no words on the page.
const labels = /<span class="(?:gap|space|drawing)"[^>]*>\[[^<]*\]<\/span>/g
const breaks = /<(span|a)[^>]* class="(?:pb|cb|gb)[^"]*"[^>]*>[^<]*<\/\1>/g

/** Words of the transcription on a page, each as it stands there. */
export function wordsOnPage(html: string): readonly string[] {
  const from = html.indexOf('<div class="transcription"')
  const ends = ['<section class="notes"', '<section class="register"', '<div class="apparatus"']
  const to = Math.min(...ends.map((each) => html.indexOf(each, from)).filter((each) => each > 0))
  const text = html
    .slice(from, to)
    .replace(labels, " ")
    .replace(breaks, " ")
    .replace(parting, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex: string | undefined, decimal: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&amp;/g, "&")
  return wordsIn(text).map(({ from, to }) => text.slice(from, to))
}

/** The words of the reading view that a search of the text does not find. A word divided at a line's end is found whole. */
export function unfoundWords(html: string, tei: string): readonly string[] {
  const found = new Set([...foundIn(tei, "text"), ...foundIn(tei, "notes")])
  const divided = /<[lpcg]b\b[^>]*break="no"/.test(tei) ? [...found].join(" ") : ""
  return wordsOnPage(html).filter((word) => {
    const [term = ""] = wordsIn(word)[0]?.terms ?? []
    return !found.has(term) && !divided.includes(term)
  })
}
