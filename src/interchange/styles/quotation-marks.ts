const opening = new Map([
  ["“", "”"],
  ["‘", "’"],
  ['"', '"'],
  ["'", "'"],
])

/**
 * A title with English quotation marks: double ones outside and single ones within them, or the other way round where
 * the title itself is going to stand in double ones. Marks of other languages and those without a partner stay.
 */
export function withQuotationMarks(title: string, isQuoted: boolean): string {
  const signs = [...title]
  const made = [...signs]
  const open: { readonly at: number; readonly closedBy: string; readonly depth: number }[] = []
  signs.forEach((sign, at) => {
    const [before = " ", after = " "] = [signs[at - 1], signs[at + 1]]
    const begins = /[\s([{—–-]|^["'“‘]/u.test(before) && /\S/u.test(after)
    const partner = open.findLastIndex(({ closedBy }) => closedBy === sign)
    if (partner >= 0 && !/[\p{L}\p{N}]/u.test(after) && /\S/u.test(before)) {
      const { at: from, depth } = open[partner] ?? { at, depth: 0 }
      open.length = partner
      const isDouble = (depth % 2 === 0) !== isQuoted
      made[from] = isDouble ? "“" : "‘"
      made[at] = isDouble ? "”" : "’"
      return
    }
    const closedBy = opening.get(sign)
    if (closedBy !== undefined && begins) open.push({ at, closedBy, depth: open.length })
    else if (sign === "'") made[at] = "’"
  })
  return made.join("")
}

/** An apostrophe as it is printed. */
export const withApostrophes = (name: string): string => name.replace(/(?<=\p{L})'(?=\p{L})/gu, "’")
