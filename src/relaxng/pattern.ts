import type { Context, Datatype } from "./datatypes/datatype.js"
import type { NameClass } from "./name-class.js"

/** What a pattern holds outside the contents of elements and the values of attributes. */
export const holds = { attributes: 1, elements: 2, data: 4, text: 8 } as const

/**
 * What every pattern knows of itself. Patterns are interned: two that are built alike are one object,
 * so that what was derived from it once is remembered in it.
 */
interface Known {
  readonly id: number
  /** Matches the empty sequence (Clark's `nullable`). */
  readonly nullable: boolean
  /** Bits of `holds`. */
  readonly holds: number
  /** Derivatives by the number of a name. */
  opened: Map<number, Pattern> | undefined
  attributed: Map<number, Pattern> | undefined
  closed: Pattern | undefined
  texted: Pattern | undefined
  ended: Pattern | undefined
}

/** `empty`, `notAllowed` and `text`. */
export interface Plain extends Known {
  readonly kind: "empty" | "notAllowed" | "text"
}

/** Alternatives: at least two, none of them a choice, each once, ordered by id. */
export interface Choice extends Known {
  readonly kind: "choice"
  readonly parts: readonly Pattern[]
}

/** `a` before `b`, `a` mingled with `b`, or Clark's After: `a` up to an end, then `b`. */
export interface Pair extends Known {
  readonly kind: "group" | "interleave" | "after"
  readonly a: Pattern
  readonly b: Pattern
}

export interface Repeated extends Known {
  readonly kind: "oneOrMore" | "list"
  readonly a: Pattern
}

export interface Data extends Known {
  readonly kind: "data"
  readonly datatype: Datatype
  readonly except: Pattern | undefined
}

export interface Value extends Known {
  readonly kind: "value"
  readonly datatype: Datatype
  readonly value: string
  /** The prefixes in scope in the schema, for QNames. */
  readonly context: Context
}

export interface AttributePattern extends Known {
  readonly kind: "attribute"
  readonly nameClass: NameClass
  readonly a: Pattern
}

export interface ElementPattern extends Known {
  readonly kind: "element"
  readonly nameClass: NameClass
  /** Built when first asked for, since elements contain each other. */
  readonly content: () => Pattern
  /** What the schema says of it in prose. */
  readonly documentation: () => string | undefined
}

/** A pattern of the simple syntax (section 5), and After, which only derivatives make. */
export type Pattern = Plain | Choice | Pair | Repeated | Data | Value | AttributePattern | ElementPattern
