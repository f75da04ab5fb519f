import type { PhenomenonName } from "../model/phenomena.js"

/** Between what was struck and what replaced it, in `{~~old~>new~~}` and `:overwriting[old~>new]`. */
export const replacementSign = "~>"

interface Alias {
  readonly name: PhenomenonName
  readonly attributes: Readonly<Record<string, string>>
}

const setOff = (rend: string): Alias => ({ name: "highlight", attributes: { rend } })

/** Shorter names of directives: `:superscript[th]` is `:highlight[th]{rend=superscript}`. */
export const aliases: Readonly<Record<string, Alias>> = {
  superscript: setOff("superscript"),
  subscript: setOff("subscript"),
  italic: setOff("italic"),
  bold: setOff("bold"),
  underline: setOff("underline"),
  "double-underline": setOff("double-underline"),
  "small-caps": setOff("small-caps"),
  spaced: setOff("spaced"),
  postmark: { name: "stamp", attributes: { type: "postmark" } },
}
