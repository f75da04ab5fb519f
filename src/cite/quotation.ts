/**
 * Whether words that were quoted stand in a passage. A page that leaves out what was struck, what was added or a note
 * has words side by side that are parted in the passage: such a quotation has its words there in their order.
 */
export function stands(quotation: string, was: string, now: string): boolean {
  if (now.includes(quotation)) return true
  if (was.includes(quotation)) return false
  let at = 0
  return (quotation.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => {
    at = endOfWord(word, now, at)
    return at >= 0
  })
}

/** Where a word ends that begins at this place or later; less than 0 if none does. A note may adjoin it on one side. */
function endOfWord(word: string, text: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length
    if (
      !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) ||
      !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2))
    )
      return end
  }
  return -1
}
