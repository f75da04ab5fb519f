import type { TeiElement } from "../tei.js"
import { type DecodeContext, refuse } from "./attributes.js"
import { leavesOf } from "./canonical.js"
import type { BlockForm, Item } from "./items.js"

/** Items as they are put one after another; what is to come of a block is taken from its elements. */
export interface ItemList {
  readonly items: Item[]
  /** A block that was made from these elements, `path` being what they stand in. */
  block(form: BlockForm, path: string, node: TeiElement, ...more: readonly TeiElement[]): void
  sign(typed: string, at?: (Item & { kind: "sign" })["at"]): void
  /** What stands between blocks; words there are reported. */
  blank(text: string, node: TeiElement): void
}

/** An empty list of items. */
export function openItemList(context: DecodeContext): ItemList {
  const items: Item[] = []
  return {
    items,
    block: (form, path, node, ...more) => {
      const leaves = [node, ...more].flatMap((each) => leavesOf(each, path))
      const expected = leaves.map((each) => each.whole)
      const inner = leaves.map((each) => each.inner).join("\n")
      const text = leaves.map((each) => each.text).join("")
      items.push({ kind: "block", form, expected, inner, text, element: node.name, span: node.origin })
    },
    sign: (typed, at = "here") => {
      items.push({ kind: "sign", typed, at })
    },
    blank: (text, node) => {
      const words = text.trim().slice(0, 40)
      if (words !== "")
        refuse(
          context,
          `the words “${words}” in <${node.name}>`,
          "stet writes words only inside blocks",
          node.origin,
        )
      if (text !== "") items.push({ kind: "blank", text })
    },
  }
}
