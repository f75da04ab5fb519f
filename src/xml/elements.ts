import { declarationEnd, withoutDoctype } from "./doctype.js"

/** An attribute as it stands in a start tag; `from` and `to` are the offsets of `name="value"`. */
export interface PlacedAttribute {
  /** As written, with its prefix. */
  readonly name: string
  /** With references resolved and white space as XML normalises it. */
  readonly value: string
  readonly from: number
  readonly to: number
}

/** Declarations of namespaces, prefix → name; the default one has the prefix "". */
export type Namespaces = ReadonlyMap<string, string>

/** The namespaces that hold at a place: declarations, and what they add to. */
export class Scope {
  constructor(
    readonly own: Namespaces,
    readonly outer?: Scope,
  ) {}

  get(prefix: string): string | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.outer) {
      const name = scope.own.get(prefix)
      if (name !== undefined) return name
    }
    return undefined
  }

  /** All that hold; made anew each time, for a file may declare very many in very many places. */
  all(): Namespaces {
    const scopes: Scope[] = []
    for (let scope: Scope | undefined = this; scope; scope = scope.outer) scopes.push(scope)
    return new Map(scopes.reverse().flatMap(({ own }) => [...own]))
  }
}

/** An element as it stands in a text; offsets in UTF-16 units. */
export interface PlacedElement {
  /** As written, with its prefix. */
  readonly name: string
  readonly local: string
  readonly namespace: string
  readonly parent: PlacedElement | undefined
  /** Its place among the elements of its parent, from 1. */
  readonly index: number
  /** The start tag. */
  readonly from: number
  readonly to: number
  /** After its end tag. */
  readonly end: number
  /** Without declarations of namespaces. */
  readonly attributes: readonly PlacedAttribute[]
  /** What its tag declares itself. */
  readonly declared: Namespaces
  readonly namespaces: Scope
}

/** What holds outside the root. */
export const xmlOnly = new Scope(new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]))

/** The elements of a text that is known to be well-formed, in document order. */
export function elementsOf(wellFormed: string): readonly PlacedElement[] {
  const text = withoutDoctype(wellFormed)
  const elements: Tag[] = []
  let open: Tag | undefined
  let at = text.indexOf("<")
  while (at >= 0 && at + 1 < text.length) {
    const sign = text[at + 1]
    let end: number
    if (sign === "?") end = past(text, "?>", at)
    else if (sign === "!") end = past(text, text.startsWith("<!--", at) ? "-->" : "]]>", at)
    else if (sign === "/") {
      end = past(text, ">", at)
      if (open !== undefined) open.end = end
      open = open?.parent
    } else {
      end = declarationEnd(text, at + 1)
      const element: Tag = new Tag(text, at, end, open)
      elements.push(element)
      if (text[end - 2] !== "/") open = element
    }
    at = text.indexOf("<", end)
  }
  return elements
}

/** The value of an attribute, by its name as written. */
export function attributeOf(element: PlacedElement, name: string): string | undefined {
  return element.attributes.find((each) => each.name === name)?.value
}

function past(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from)
  return found < 0 ? text.length : found + end.length
}

const nameOf = /[^\s/>]+/y
const none: Namespaces = new Map()

/** A start tag, whose attributes are looked at only when they are asked for. */
class Tag implements PlacedElement {
  readonly name: string
  readonly local: string
  readonly index: number
  end: number
  children = 0
  readonly declared: Namespaces
  readonly namespaces: Scope
  #attributes: readonly PlacedAttribute[] | undefined
  readonly #text: string

  constructor(
    text: string,
    readonly from: number,
    readonly to: number,
    readonly parent: Tag | undefined,
  ) {
    this.#text = text
    nameOf.lastIndex = from + 1
    this.name = nameOf.exec(text)?.[0] ?? ""
    this.local = this.name.slice(this.name.indexOf(":") + 1)
    this.end = to
    this.index = parent === undefined ? 1 : ++parent.children
    const around = parent === undefined ? xmlOnly : parent.namespaces
    this.declared = text.slice(from, to).includes("xmlns") ? this.#declarations() : none
    this.namespaces = this.declared.size === 0 ? around : new Scope(this.declared, around)
  }

  get namespace(): string {
    const colon = this.name.indexOf(":")
    return this.namespaces.get(colon < 0 ? "" : this.name.slice(0, colon)) ?? ""
  }

  get attributes(): readonly PlacedAttribute[] {
    this.#attributes ??= [...this.#all()].filter((each) => !isDeclaration(each.name))
    return this.#attributes
  }

  #declarations(): Namespaces {
    const own = [...this.#all()].filter((each) => isDeclaration(each.name))
    return own.length === 0 ? none : new Map(own.map(({ name, value }) => [name.slice(6), value] as const))
  }

  *#all(): Iterable<PlacedAttribute> {
    const start = this.from + 1 + this.name.length
    for (const found of this.#text.slice(start, this.to).matchAll(attribute)) {
      const { index, 0: whole, 1: name = "", 2: quoted = "" } = found
      const value = resolveReferences(quoted.slice(1, -1))
      yield { name, value, from: start + index, to: start + index + whole.length }
    }
  }
}

const attribute = /([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/g
const isDeclaration = (name: string) => name === "xmlns" || name.startsWith("xmlns:")
const known: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }

/** An attribute's value as XML reads it: white space made blanks, references resolved (XML 1.0, 3.3.3). */
export function resolveReferences(value: string): string {
  const normalised = value.replace(/\r\n|[\t\n\r]/g, " ")
  if (!normalised.includes("&")) return normalised
  return normalised.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(known, name) ? (known[String(name)] ?? whole) : whole
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
