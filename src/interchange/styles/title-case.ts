/** Articles, conjunctions and prepositions, which English titles have in small letters. */
const small = new Set(
  `a about above across after against along amid among an and around as at before behind below beneath beside between
  beyond but by despite during for from in inside into near nor of off on onto or out outside over past per since so
  than the through throughout till to toward towards under underneath until up upon versus via with within without yet`.split(
    /\s+/,
  ),
)

/**
 * An English title with capitals, as Chicago and MLA print it. A word that has a capital stands as it is; a small word
 * gets one at the beginning, at the end and after a colon.
 */
export function inTitleCase(title: string): string {
  const words = title.split(/(\s+)/)
  const lastAt = words.findLastIndex((word) => /\p{L}/u.test(word))
  let begins = true
  return words
    .map((word, at) => {
      if (!/\p{L}/u.test(word)) return word
      const isFirst = begins
      begins = /[:?!.]["'”’)]*$/u.test(word)
      return word
        .split("-")
        .map((part, index, parts) => {
          const isEdge = (isFirst && index === 0) || (at === lastAt && index === parts.length - 1)
          const bare = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
          if (/\p{Lu}/u.test(bare) || (!isEdge && small.has(bare))) return part
          return part.replace(
            /^([^\p{L}\p{N}]*)(\p{Ll})/u,
            (_, signs: string, letter: string) => signs + letter.toUpperCase(),
          )
        })
        .join("-")
    })
    .join("")
}
