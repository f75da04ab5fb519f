import type { DocumentDate } from "../model/edition.js"
import { text } from "../xml/tree.js"
import { type TeiElement, tei } from "./tei.js"

/** A date as the front matter gives it. */
export function encodeDate(date: DocumentDate | undefined): TeiElement | undefined {
  if (!date) return undefined
  const { when, notBefore, notAfter } = date
  return tei("date", { when, notBefore, notAfter }, [
    text(date.text ?? when ?? `${notBefore ?? ""}/${notAfter ?? ""}`),
  ])
}
