/** What an attribute's value may be: one of a list (typed → written in the TEI), or a kind of value. */
export type ValueRule =
  | Readonly<Record<string, string>>
  /** A whole number from 1 on. */
  | "count"
  /** One word or several words joined by hyphens, such as `water` or `vertical-strike`. */
  | "token"
  /** The editor's own words. */
  | "text"
  /** The same; none where nothing should stand there. */
  | "words-or-none"
  /** An ISO 8601 day, month or year. */
  | "date"
  /** A language tag such as `de` or `he-Latn`. */
  | "language"
  /** The id of a hand that the front matter names. */
  | "hand"
  /** The id of a stage that the front matter names. */
  | "stage"
  /** Images of this document by the names of their files without folder and ending, parted by blanks. */
  | "image"
  /** The id of a zone of an image. */
  | "zone"
  /** A person, place or organisation of the registers, by id or by name. */
  | "entity"
  /** The id of a place in this document, given with `{#id}`; several parted by blanks. */
  | "mark"

export interface AttributeRule {
  /** The TEI attribute; undefined where the value becomes content or steers the encoding. */
  readonly tei?: string
  readonly value: ValueRule
  readonly required?: boolean
  /** What is meant where it is not typed. */
  readonly usual?: string
}

/** How a phenomenon is written in TEI: its element, and what it may say about itself. */
export interface Phenomenon {
  /** In the editor's words, for the key to signs. */
  readonly label: string
  readonly element: string
  readonly fixed?: Readonly<Record<string, string>>
  /** `empty`: nothing stands between its signs. */
  readonly content: "inline" | "empty"
  readonly attributes: Readonly<Record<string, AttributeRule>>
}

/** Values that are written in TEI as they are typed. */
export const list = (...values: readonly string[]) => Object.fromEntries(values.map((each) => [each, each]))

/** Where it stands on the image of its page. */
export const zone: AttributeRule = { tei: "facs", value: "zone" }
/** How sure the editor is. */
export const certainty: AttributeRule = { tei: "cert", value: list("high", "medium", "low") }
/** Who made a change, when, and how sure that is. */
export const agency = {
  hand: { tei: "hand", value: "hand" },
  stage: { tei: "change", value: "stage" },
  cert: certainty,
} as const satisfies Readonly<Record<string, AttributeRule>>
/** How much, as far as it can be told. */
export const extent = {
  quantity: { tei: "quantity", value: "count" },
  "at-least": { tei: "atLeast", value: "count" },
  "at-most": { tei: "atMost", value: "count" },
  extent: { tei: "extent", value: list("unknown") },
  precision: { tei: "precision", value: list("low") },
  unit: { tei: "unit", value: list("chars", "words", "lines", "columns", "pages") },
} as const satisfies Readonly<Record<string, AttributeRule>>
/** What did the damage. */
export const agents = list(
  "water",
  "fire",
  "hole",
  "tear",
  "paper-loss",
  "ink",
  "mould",
  "insects",
  "rubbing",
  "fold",
)

/** Where an addition may stand, as typed and as TEI's suggested values have it. */
export const places = {
  above: "above",
  interlinear: "interlinear",
  below: "below",
  inline: "inline",
  margin: "margin",
  "margin-left": "margin left",
  "margin-right": "margin right",
  "margin-top": "margin top",
  "margin-bottom": "margin bottom",
  overleaf: "overleaf",
  opposite: "opposite",
  end: "end",
  inspace: "inspace",
  superimposed: "superimposed",
} as const

/** Where something begins that reaches over paragraphs, to the place that `to` names. */
export const span = (
  element: string,
  label: string,
  more: Readonly<Record<string, AttributeRule>>,
): Phenomenon => ({
  label,
  element,
  content: "empty",
  attributes: { to: { tei: "spanTo", value: "mark", required: true }, ...more },
})
