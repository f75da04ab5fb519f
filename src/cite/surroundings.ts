import { type CitableBlock, isWhole } from "../model/ledger.js"

/** So many characters of a neighbour are kept: enough to tell apart what is said twice. */
const length = 40

/** A block with its words, blanks as one. */
interface Worded {
  readonly role: string
  readonly text: string
}

/**
 * The blocks of a document, in the order of its text, each with what stands before and after it: the nearest words of
 * blocks of the same rank.
 */
export function inSurroundings<Each extends Worded>(
  document: string,
  blocks: readonly Each[],
): readonly (Each & CitableBlock)[] {
  const before = nearest(blocks, end)
  const after = nearest([...blocks].reverse(), beginning).reverse()
  return blocks.map((each, index) => ({
    ...each,
    document,
    before: before[index] ?? "",
    after: after[index] ?? "",
  }))
}

/** For each block the words of the last before it that had any, of those that hold blocks and of the others. */
function nearest(blocks: readonly Worded[], part: (text: string) => string): string[] {
  const last = { whole: "", part: "" }
  return blocks.map(({ role, text }) => {
    const rank = isWhole(role) ? "whole" : "part"
    const found = last[rank]
    if (text !== "") last[rank] = part(text)
    return found
  })
}

// Half a character is none.
const end = (text: string) => text.slice(-length).replace(/^[\uDC00-\uDFFF]/, "")
const beginning = (text: string) => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")
