import type { PhenomenonName } from "./phenomena.js"

/** What is typed for a phenomenon. */
export type Sign =
  /** A pair such as `~~…~~`; `separator` parts two halves, as `~>` in `{~~old~>new~~}`. */
  | {
      readonly kind: "pair"
      readonly open: string
      readonly close: string
      /** Signs that are ordinary characters where they are not paired, as in Markdown. */
      readonly lenient: boolean
      /** Where the opening sign counts: at the beginning of a word, directly after one, or anywhere. */
      readonly at: "word" | "after-word" | "anywhere"
      readonly separator?: string
      /** It means this only inside what means that. */
      readonly within?: PhenomenonName
      /** The attribute that is typed after the closing sign, as in `~|…|~{lang}`. */
      readonly tail?: string
      readonly doubt?: string
      /** A blank after it belongs to it. */
      readonly blank: boolean
      /** What the two halves are: `content`, `struck`, `added`, or the attribute that a half gives. */
      readonly halves?: readonly [string, string]
    }
  /** An element such as `<hi rend="str">…</hi>`; `where`: the attributes by which this one is known. */
  | {
      readonly kind: "tag"
      readonly name: string
      readonly where: Readonly<Record<string, string>>
      /** The tag's attributes by the names that the phenomenon has for them. */
      readonly attributes: Readonly<Record<string, string>>
    }
  /** Characters with places to be filled, such as `[{quantity} {unit} illegible]` or `[{content}?]`. */
  | {
      readonly kind: "pattern"
      readonly template: string
      readonly at: "word" | "after-word" | "anywhere"
      /** A blank or the end must follow it; the blank belongs to it. */
      readonly blank: boolean
    }
  /** A combining mark on each of several letters; the mark is taken out of them. */
  | { readonly kind: "combining"; readonly mark: string }
  /** A line of its own, such as `---`. */
  | { readonly kind: "line"; readonly line: string }

/** One notation of a house: what is typed, and what it means there. */
export interface Notation {
  readonly sign: Sign
  /** `text`: ordinary characters. */
  readonly means: PhenomenonName | "text" | "separator"
  /** Attributes that the sign itself says, such as the place of an addition; `{content}`: the words marked. */
  readonly attributes: Readonly<Record<string, string>>
  /** What else the sign means elsewhere, where houses differ. */
  readonly ambiguous?: string
}

/** What an edition's conventions claim about what is typed. */
export interface Conventions {
  /** `neighbouring`: an interlinear addition beside a deletion in one sentence; `marked`: only what is joined expressly. */
  readonly substitution: "neighbouring" | "marked"
  /** `repeated-label`: a point broken off whose label and first words are repeated; `marked`: never inferred. */
  readonly falseStart: "repeated-label" | "marked"
}

/**
 * How a house transcribes: the one place from which the reader's choices, the editorialDecl, the key to
 * signs and the reader's rules come.
 */
export interface Profile {
  readonly name: string
  readonly title: string
  readonly notations: readonly Notation[]
  /** `blank`: a line end in a paragraph is a blank of the file; `break`: it stands on the page. */
  readonly lineEnds: "blank" | "break"
  /** Whether `# …` begins printed matter, `1. …` a point, and `| … |` the row of a table. */
  readonly headings: boolean
  readonly points: boolean
  readonly tables: boolean
  readonly directives: boolean
  /** Whether a backslash makes a sign an ordinary character. */
  readonly escapes: boolean
  /** Before a closing sign, or after a pattern and with a blank after it: the editor is not sure (`cert` low). */
  readonly doubt?: string
  /** Characters that should not be left in the text, since the house uses them as signs. */
  readonly reserved: string
  readonly conventions: Conventions
}

/** A notation as a profile writes it, and as the key to signs shows it. */
export function typedOf({ sign }: Notation): string {
  switch (sign.kind) {
    case "pair":
      return [
        sign.open,
        ...(sign.separator === undefined ? [] : [sign.separator]),
        `${sign.close}${sign.tail === undefined ? "" : `{${sign.tail}}`}`,
      ].join("…")
    case "tag": {
      const where = Object.entries(sign.where).map(([name, value]) => ` ${name}="${value}"`)
      return `<${sign.name}${where.join("")}>`
    }
    case "pattern":
      return sign.template
    case "combining":
      return `\u25cc${sign.mark}`
    case "line":
      return sign.line
    default:
      return sign satisfies never
  }
}

const shownSlots: Readonly<Record<string, string>> = { quantity: "3", unit: "words", extent: "3", n: "5" }

/** A notation as a reader of the key to signs sees it: with numbers in its places, and … for words. */
export const shownOf = (notation: Notation): string =>
  typedOf(notation).replace(/\{([a-z-]+)\}/g, (_, slot: string) => shownSlots[slot] ?? "…")
