import type { Context, Datatype } from "../datatypes/datatype.js"
import type { NameClass } from "../name-class.js"
import type { Place } from "../place.js"

/** What a name stands for in a grammar, once all its definitions are put together (section 4.17). */
export interface Definition {
  readonly name: string
  body: Simple | undefined
}

/** A pattern on its way to the simple syntax (section 5), still with its place in the schema. */
export type Simple = { readonly place: Place } & (
  | { readonly kind: "empty" | "notAllowed" | "text" }
  | { readonly kind: "choice" | "group" | "interleave"; readonly parts: readonly Simple[] }
  | { readonly kind: "oneOrMore" | "list"; readonly part: Simple }
  | { readonly kind: "data"; readonly datatype: Datatype; readonly except: Simple | undefined }
  | { readonly kind: "value"; readonly datatype: Datatype; readonly value: string; readonly context: Context }
  | { readonly kind: "attribute"; readonly nameClass: NameClass; readonly part: Simple }
  | SimpleElement
  | { readonly kind: "ref"; readonly definition: Definition }
)

/** `part` is filled in once the elements around it are known. */
export interface SimpleElement {
  readonly kind: "element"
  readonly nameClass: NameClass
  part: Simple
  readonly documentation: string | undefined
  readonly place: Place
}
