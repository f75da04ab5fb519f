import { list, type Phenomenon, places } from "../phenomenon.js"

const printed = (type: string, label: string): Phenomenon => ({
  label,
  element: "fw",
  fixed: { type },
  content: "inline",
  attributes: { place: { tei: "place", value: { ...places, top: "top", bottom: "bottom" } } },
})

/** What stands on the sheet besides the letter, and where its lines and pages end. */
export const page = {
  line: {
    label: "a new line begins",
    element: "lb",
    content: "empty",
    attributes: { n: { tei: "n", value: "text" }, break: { tei: "break", value: list("no", "yes") } },
  },
  page: {
    label: "a new page begins",
    element: "pb",
    content: "empty",
    attributes: {
      n: { tei: "n", value: "text" },
      break: { tei: "break", value: list("no", "yes") },
      image: { tei: "facs", value: "image" },
    },
  },
  column: {
    label: "a new column begins",
    element: "cb",
    content: "empty",
    attributes: { n: { tei: "n", value: "text" }, break: { tei: "break", value: list("no", "yes") } },
  },
  catchword: printed("catch", "a catchword"),
  "page-number": printed("pageNum", "a page number"),
  "running-head": printed("header", "a running head"),
  stamp: {
    label: "a stamp",
    element: "stamp",
    content: "inline",
    attributes: { type: { tei: "type", value: list("postmark", "postage", "receipt", "archive", "censor") } },
  },
  figure: {
    label: "a drawing",
    element: "figure",
    content: "empty",
    attributes: { description: { value: "text", required: true } },
  },
} as const satisfies Readonly<Record<string, Phenomenon>>
