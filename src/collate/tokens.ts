import type { Run, Token } from "./witness.js"

/** Characters of a block, each with its place in the TEI; only what belongs together is joined in one buffer. */
export class Characters {
  #text = ""
  readonly #from: number[] = []
  readonly #to: number[] = []
  readonly #added: boolean[] = []

  get length(): number {
    return this.#text.length
  }

  add(text: string, from: number, to: number, isAdded: boolean): void {
    this.#text += text
    for (let unit = 0; unit < text.length; unit++) {
      this.#from.push(from)
      this.#to.push(to)
      this.#added.push(isAdded)
    }
  }

  /** Takes back a hyphen with which a line ends in the midst of a word. */
  dropHyphen(): void {
    while (/\s$/.test(this.#text)) this.#drop()
    if (/[\p{L}\p{M}][-‐¬=⸗\u00ad]$/u.test(this.#text)) this.#drop()
  }

  /** Where each token begins among the characters. */
  starts(): readonly number[] {
    return Array.from(this.#text.matchAll(pattern), (found) => found.index)
  }

  /** The words and signs, in order. */
  tokens(): readonly Token[] {
    return Array.from(this.#text.matchAll(pattern), (found): Token => {
      const { index, 0: text } = found
      const last = index + text.length - 1
      const kind = text === gapSign ? "gap" : isWord.test(text) ? "word" : "sign"
      return {
        kind,
        text: kind === "gap" ? "[…]" : text,
        key: kind === "word" ? wordKey(text) : signKey(text),
        spaced: index > 0 && /\s/.test(this.#text[index - 1] ?? ""),
        isAdded: this.#added[index] === true,
        from: this.#from[index] ?? 0,
        to: this.#to[last] ?? 0,
      }
    })
  }

  /** What stands together in the TEI, piece by piece. */
  runs(): readonly Run[] {
    const runs: Run[] = []
    const put = (run: Run) => {
      const last = runs.at(-1)
      const continues = last && isPlain(last) && isPlain(run) && last.to === run.from
      if (continues && last.isAdded === run.isAdded)
        runs[runs.length - 1] = { ...last, text: last.text + run.text, to: run.to }
      else runs.push(run)
    }
    for (let unit = 0, next = 1; unit < this.length; unit = next++) {
      const from = this.#from[unit] ?? 0
      const to = this.#to[unit] ?? 0
      // A reference may stand for several units, and so does a character beyond the first plane.
      while (next < this.length && this.#from[next] === from && this.#to[next] === to) next++
      put({ text: this.#text.slice(unit, next), from, to, isAdded: this.#added[unit] === true })
    }
    return runs
  }

  /** Whether it ends in a blank; so does what is empty. */
  endsInBlank(): boolean {
    return !/\S$/.test(this.#text)
  }

  /** Whether a blank is its first or its last character. */
  hasBlankAtBorder(): boolean {
    return /^\s|\s$/.test(this.#text)
  }

  #drop(): void {
    this.#text = this.#text.slice(0, -1)
    for (const each of [this.#from, this.#to, this.#added]) each.pop()
  }
}

/** Whether it stands in the TEI as it is: not as a reference, and not for an element. */
const isPlain = ({ text, from, to }: Run) => to - from === text.length

/** Stands for a gap while characters are gathered; no TEI may hold it (XML 1.0, 2.2). */
export const gapSign = "\uffff"

// Scripts without blanks between words are compared sign by sign.
const unspaced =
  "[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]"
const letter = `(?:(?!${unspaced})[\\p{L}\\p{N}]|[\\p{M}\\u00ad\\u200c\\u200d])`
const pattern = new RegExp(
  [
    gapSign,
    `(?=[\\p{L}\\p{N}])${unspaced}\\p{M}*`,
    `${letter}+(?:['’ʼ]${letter}+|(?<=\\p{N})[.,](?=\\p{N})${letter}+)*`,
    "[\\p{Sc}&%§+=]",
    "(\\S)\\1*",
  ].join("|"),
  "gu",
)
const isWord = /[\p{L}\p{N}\p{Sc}&%§+=]/u

/** A word without what doesn't change its letters. */
export function wordKey(text: string): string {
  return text
    .replace(/\u00ad/g, "")
    .replace(/[’ʼ]/g, "'")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC")
}

function signKey(text: string): string {
  if (text === gapSign) return gapSign
  if (/^["“”„‟«»‹›'‘’‚]+$/u.test(text)) return '"'
  if (/^[-‐‑‒–—―]+$/u.test(text)) return "-"
  return text === "..." ? "…" : text
}
