import { text } from "../xml/tree.js"
import { type TeiElement, tei } from "./tei.js"

/** An element that holds these words; none where there are none. */
export const said = (
  name: string,
  value: string | undefined,
  attributes: Readonly<Record<string, string>> = {},
): TeiElement | undefined => (value === undefined ? undefined : tei(name, attributes, [text(value)]))

/** An element that holds these others; none where there are none. */
export const some = (name: string, children: readonly (TeiElement | undefined)[]): TeiElement | undefined =>
  children.some((child) => child !== undefined) ? tei(name, {}, children) : undefined
