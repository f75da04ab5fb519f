/** What a terminal shows as one sign: its offsets in the text, how it is shown, and how many columns that takes. */
export interface Cell {
  readonly from: number
  readonly to: number
  readonly shown: string
  readonly width: number
}

/**
 * A letter with its accents, a flag of two letters, an emoji of several joined, a Hangul syllable by letters:
 * what matters here of Unicode Standard Annex 29, the same with every version of the tables.
 */
const signs =
  /(?:[\u{1f1e6}-\u{1f1ff}]{2}|[\s\S])(?:[\p{M}\p{Emoji_Modifier}\u1160-\u11ff]|\u200d\p{Extended_Pictographic}?)*/gu

/** The signs of a piece of a line that begins at `offset`. A letter with its accents is one, and an emoji of many parts. */
export function cellsOf(text: string, offset: number): readonly Cell[] {
  let from = offset
  return Array.from(text.match(signs) ?? [], (sign) => {
    const to = from + sign.length
    const cell = cellOf(sign, from, to)
    from = to
    return cell
  })
}

function cellOf(sign: string, from: number, to: number): Cell {
  if (sign >= " " && sign <= "~" && sign.length === 1) return { from, to, shown: sign, width: 1 }
  if (sign === "\t") return { from, to, shown: "    ", width: 4 }
  const shown = visible(sign)
  return { from, to, shown, width: widthOfSign(shown) }
}

/** How many columns they take together. */
export const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0)

/** Whether some of it is written from right to left. */
export const hasRightToLeft = (text: string): boolean =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)

/** Direction and control characters, and halves of characters, would garble the terminal that is to show them. */
export const visible = (text: string): string =>
  text.replace(/(?!\t)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, "\ufffd")

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), by blocks. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u

function widthOfSign(sign: string): number {
  if (wide.test(sign)) return 2
  return /^[\p{M}\p{Cf}]*$/u.test(sign) ? 0 : 1
}
