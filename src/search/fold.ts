/** Words as they are compared in searching; the same in the build and in the reader's browser. */

/** A word of a text: the terms under which it is found, the first of them its own, and its UTF-16 offsets. */
export interface Word {
  readonly terms: readonly string[]
  readonly from: number
  readonly to: number
}

// Letters that Unicode does not take apart into a plain letter and a mark.
const plain: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ς: "σ",
}

/** A word without case, diacritics, ligatures and apostrophes: “Größe” is “grosse”, “Œuvre” “oeuvre”, “don’t” “dont”. */
export function fold(word: string): string {
  const letters = word
    .toLowerCase()
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[ßæœøłđðþħŧıς]/g, plainOf)
  return letters.replace(/[^\p{L}\p{N}]/gu, "")
}

const plainOf = (letter: string) => plain[letter] ?? letter

// Scripts that set no blanks between words: each sign is a word, and a word of several signs is a phrase.
const sign = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]"
// Soft hyphens and joiners stand within a word and are no part of it.
const letter = `(?:(?!${sign})[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060])`
const apostrophe = "['\\u2018\\u2019\\u02bc]"
const word = new RegExp(`${sign}\\p{M}*|${letter}+(?:${apostrophe}${letter}+)*`, "gu")
const apostrophes = new RegExp(apostrophe, "u")

/** The words of a text, in order. Of what an apostrophe joins, the longer parts count too: l’amour, O’Brien, Ann’s. */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: written, index } of text.matchAll(word)) {
    const own = fold(written)
    if (own === "") continue
    const parts = apostrophes.test(written) ? written.split(apostrophes).map(fold) : []
    const terms = [own, ...parts.filter((part) => part.length > 2 && part !== own)]
    words.push({ terms, from: index, to: index + written.length })
  }
  return words
}
