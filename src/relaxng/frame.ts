import type { Parts } from "./messages.js"
import type { Pattern } from "./pattern.js"

/** An attribute or element as the document has it. */
export interface Named {
  readonly written: string
  readonly namespace: string
  readonly local: string
}

/** The offsets of a start tag. */
export interface Tag {
  readonly from: number
  readonly to: number
}

/** What is wrong, and where: at a tag, at an attribute of the tag that is being read, or at the text before it. */
export type Fault = Parts & { readonly at: "attribute" | "text" | Tag }

/** Puts another error, at another start tag, in the place of one that was reported. */
export type Revise = (at: Tag, parts: Parts) => void

/** An element after which something else may come than before it. */
export interface Step extends Tag {
  readonly element: Named
  /** What might have come instead. */
  readonly before: Pattern
}

/** An open element. */
export interface Frame {
  readonly element: Named
  readonly parent: Frame | undefined
  /** The offsets of its start tag. */
  readonly from: number
  readonly to: number
  /** What follows the element in its parent, where that is certain; otherwise it is in the pattern. */
  readonly rest: Pattern | undefined
  /** How many elements of which the schema knows nothing are open around it, up to the next it knows. */
  readonly unknownAround: number
  /** What it may hold as a whole, its attributes taken. */
  content: Pattern
  hasElements: boolean
  /** It stands where it may not, so that another may have been meant: of its own content little is certain. */
  readonly isDoubtful: boolean
  /** Something in it was not in order: what is out of order or missing later may have the same cause. */
  isLost: boolean
  /** Elements that were allowed since something was not. */
  accepted: number
  /** The last element that was a step. */
  step: Step | undefined
  /** An error at an element that the step before it may have kept from its place: both are right by themselves. */
  suspected: { readonly step: Step; readonly revise: Revise } | undefined
}

/** An element as it will be judged, as if it were allowed where it stands. */
export interface Judged {
  readonly pattern: Pattern
  readonly isDoubtful: boolean
}
