import type { SourceSpan } from "./source-span.js"

export const entityKinds = ["person", "place", "organisation"] as const
/** What an entry of a register stands for. */
export type EntityKind = (typeof entityKinds)[number]

export const authorities = ["VIAF", "GND", "Wikidata", "GeoNames"] as const
/** Who gives out identifiers that other editions and libraries know. TEI: `idno/@type`. */
export type Authority = (typeof authorities)[number]

/** An identifier as its full address, such as `https://d-nb.info/gnd/118540238`. TEI: `<idno>`. */
export interface Identifier {
  readonly authority: Authority
  readonly address: string
}

/** A day, month or year in ISO 8601, or the bounds between which it lies. */
export interface EntityDate {
  readonly when?: string | undefined
  readonly notBefore?: string | undefined
  readonly notAfter?: string | undefined
}

/** Decimal degrees of WGS 84, as they were typed; north and east are positive. TEI: `<geo>`. */
export interface Coordinates {
  readonly latitude: string
  readonly longitude: string
}

interface RegisterEntry {
  /** Unique across all registers of the edition. */
  readonly id: string
  readonly name: string
  /** Other names, by which a transcription may refer to the entry as well. */
  readonly also: readonly string[]
  readonly description?: string | undefined
  readonly identifiers: readonly Identifier[]
  /** Where the entry stands in its register. */
  readonly span: SourceSpan
}

/** TEI: `<person>`. */
export interface Person extends RegisterEntry {
  readonly kind: "person"
  readonly born?: EntityDate | undefined
  readonly died?: EntityDate | undefined
}

/** TEI: `<place>`. */
export interface Place extends RegisterEntry {
  readonly kind: "place"
  readonly country?: string | undefined
  readonly coordinates?: Coordinates | undefined
}

/** TEI: `<org>`; its dates are `@from` and `@to`. */
export interface Organisation extends RegisterEntry {
  readonly kind: "organisation"
  readonly founded?: string | undefined
  readonly dissolved?: string | undefined
}

/** An entry of a register: who or what a transcription can refer to. */
export type Entity = Person | Place | Organisation

/** What a reference leads to. */
export type Resolution =
  | { readonly kind: "found"; readonly entity: Entity }
  /** Nothing of that id or name; `suggestions` are ids, the likeliest first. */
  | { readonly kind: "unknown"; readonly suggestions: readonly string[] }
  | { readonly kind: "ambiguous"; readonly entities: readonly Entity[] }
  /** There is such an entry, but a place where a person was meant. */
  | { readonly kind: "of-other-kind"; readonly entity: Entity }

/** All registers of an edition together. */
export interface Registers {
  readonly entities: readonly Entity[]
  /** False where a register could not be read whole, so that what is not found may still be there. */
  readonly complete: boolean
  /** Finds an entry by its id, otherwise by one of its names; without a kind, among all entries. */
  resolve(reference: string, kind?: EntityKind): Resolution
}
