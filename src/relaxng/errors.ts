import { lineAndColumn, type Place } from "./place.js"

/** What can be wrong with a schema. */
export type SchemaErrorCode =
  | "schema-not-well-formed"
  | "schema-too-deep"
  | "schema-syntax"
  | "schema-reference"
  | "schema-datatype"
  | "schema-restriction"

/** A fault in a schema, at its place in the file that has it. */
export interface SchemaError {
  readonly code: SchemaErrorCode
  /** A sentence that says what is wrong and the section of the specification that says so. */
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Collects what is wrong with a schema. */
export type Report = (place: Place, code: SchemaErrorCode, message: string) => void

/** A report into a list; of many faults at one place the first is kept. */
export function reportInto(errors: SchemaError[]): Report {
  return ({ file, offset }, code, message) => {
    const { line, column } = lineAndColumn(file.text, offset)
    const isKnown = errors.some(
      (each) => each.file === file.uri && each.line === line && each.column === column,
    )
    if (!isKnown) errors.push({ code, message, file: file.uri, line, column })
  }
}

/** What can be wrong with a document. */
export type ValidationCode =
  | "not-well-formed"
  | "doctype-refused"
  | "too-deep"
  | "too-large"
  | "element-not-allowed"
  | "element-missing"
  | "element-incomplete"
  | "attribute-not-allowed"
  | "attribute-value"
  | "attribute-missing"
  | "text-not-allowed"
  | "text-value"
  | "id-twice"
  | "idref-unresolved"

/** A fault in a document. */
export interface ValidationError {
  readonly code: ValidationCode
  /** A sentence in English, made of the parts below. */
  readonly message: string
  /** The element that is wrong or lacks something, as written; of `element-missing` the one before which it lacks. */
  readonly element: string | undefined
  /** The attribute that is wrong, as written. */
  readonly attribute: string | undefined
  /** The value or text that is wrong, cut to 80 characters. */
  readonly text: string | undefined
  /** Of errors of elements and texts, the name as written of the element in which it stands; the root has none. */
  readonly parent: string | undefined
  /**
   * Of `element-not-allowed`, whether the schema knows an element of that name anywhere; of
   * `attribute-not-allowed`, whether any element may have it.
   */
  readonly isKnown: boolean | undefined
  /**
   * The nearest right spelling: one of `expected`, or of all elements of the schema where the element is not
   * known; of an enumerated value without its quotation marks. undefined where nothing is near.
   */
  readonly nearest: string | undefined
  /**
   * What would have been right here: names of elements or attributes, values in quotation marks, names of
   * datatypes; what is needed comes first. A name of another namespace than the parent's has its namespace in
   * braces before it.
   */
  readonly expected: readonly string[]
  /** Those of `expected` of which one must come here, or of attributes all: the shortest list that helps. */
  readonly needed: readonly string[]
  /**
   * Where it stands, in UTF-16 units of the text: an element's start tag (also of one that is incomplete),
   * an attribute with its value, a text without the blanks around it.
   */
  readonly offset: number
  readonly length: number
  /** The place of `offset`, both counted from 1. */
  readonly line: number
  readonly column: number
}
