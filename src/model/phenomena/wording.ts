import { certainty, list, type Phenomenon, places } from "../phenomenon.js"

const named = (element: string, label: string): Phenomenon => ({
  label,
  element,
  content: "inline",
  attributes: { ref: { tei: "ref", value: "entity" }, cert: certainty },
})

/** What words are: set off, abbreviated, in another language, names, dates, remarks. */
export const wording = {
  highlight: {
    label: "set off",
    element: "hi",
    content: "inline",
    attributes: {
      rend: {
        tei: "rend",
        value: list(
          "italic",
          "bold",
          "underline",
          "double-underline",
          "superscript",
          "subscript",
          "small-caps",
          "spaced",
          "capitals",
          "latin-script",
          "highlight",
          "overline",
          "tall",
        ),
        required: true,
      },
    },
  },
  foreign: {
    label: "in another language",
    element: "foreign",
    content: "inline",
    attributes: { lang: { tei: "xml:lang", value: "language", required: true } },
  },
  abbreviation: {
    label: "an abbreviation, with what it stands for",
    element: "abbr",
    content: "inline",
    attributes: { expan: { value: "text" }, cert: certainty },
  },
  expansion: {
    label: "letters left out by the writer, filled in",
    element: "ex",
    content: "inline",
    attributes: { cert: certainty },
  },
  abbreviated: {
    label: "an abbreviated word with letters filled in",
    element: "expan",
    content: "inline",
    attributes: {},
  },
  sic: {
    label: "so in the transcription, with the editor's correction",
    element: "sic",
    content: "inline",
    attributes: {
      corr: { value: "words-or-none", required: true },
      note: { value: "text" },
      cert: certainty,
    },
  },
  orig: {
    label: "spelt so, with the usual spelling",
    element: "orig",
    content: "inline",
    attributes: { reg: { value: "text", required: true }, cert: certainty },
  },
  note: {
    label: "the editor's remark",
    element: "note",
    fixed: { type: "editorial" },
    content: "inline",
    attributes: { place: { tei: "place", value: places } },
  },
  "author-note": {
    label: "the writer's own note",
    element: "note",
    fixed: { type: "authorial" },
    content: "inline",
    attributes: {
      place: { tei: "place", value: { ...places, foot: "bottom" } },
      n: { tei: "n", value: "text" },
      hand: { tei: "hand", value: "hand" },
    },
  },
  /** Whoever or whatever the registers say it is. */
  name: named("name", "a name"),
  person: named("persName", "a person"),
  place: named("placeName", "a place"),
  organisation: named("orgName", "an organisation"),
  date: {
    label: "a date",
    element: "date",
    content: "inline",
    attributes: {
      when: { tei: "when", value: "date" },
      from: { tei: "from", value: "date" },
      to: { tei: "to", value: "date" },
      "not-before": { tei: "notBefore", value: "date" },
      "not-after": { tei: "notAfter", value: "date" },
      "when-custom": { tei: "when-custom", value: "token" },
      calendar: { tei: "calendar", value: list("julian", "gregorian", "hebrew", "islamic", "republican") },
      cert: certainty,
    },
  },
  title: { label: "a title", element: "title", content: "inline", attributes: {} },
  quotation: { label: "quoted words", element: "q", content: "inline", attributes: {} },
} as const satisfies Readonly<Record<string, Phenomenon>>
