import { addressOf, isRemote, outsideFolder } from "../model/address.js"
import { attributeOf, elementsOf, type PlacedElement } from "../xml/elements.js"

/** A well-formed file, opened to be included or to include. */
export interface IncludedFile {
  readonly path: string
  readonly text: string
  readonly root: PlacedElement | undefined
  /** The `xi:include` of the file, in order; those in a fallback too. */
  readonly includes: readonly PlacedElement[]
  /** The base of addresses in an element: the file's path, or what `xml:base` on it or around it says. */
  readonly base: (element: PlacedElement | undefined) => string
  /** The language that holds in an element, by `xml:lang` on it or around it. */
  readonly language: (element: PlacedElement | undefined) => string | undefined
  readonly children: (element: PlacedElement) => readonly PlacedElement[]
  /** The element that an XPointer leads to; “not understood” where no part of it is a scheme stet reads. */
  readonly elementAt: (pointer: string) => PlacedElement | undefined | "not understood"
}

const xinclude = "http://www.w3.org/2001/XInclude"

export const isXInclude = (element: PlacedElement, local: string): boolean =>
  element.local === local && element.namespace === xinclude

/** Whether it is of XInclude's namespace at all. */
export const isOfXInclude = (element: PlacedElement): boolean => element.namespace === xinclude

export function openIncluded(path: string, text: string): IncludedFile {
  const elements = elementsOf(text)
  const children = new Map<PlacedElement | undefined, PlacedElement[]>()
  for (const each of elements) {
    const siblings = children.get(each.parent)
    if (siblings) siblings.push(each)
    else children.set(each.parent, [each])
  }
  let ids: ReadonlyMap<string, PlacedElement> | undefined
  const byId = (id: string) => {
    // The first of two that have one id, as in every reader of XML.
    ids ??= new Map(elements.toReversed().flatMap((each) => identified(each)))
    return ids.get(id)
  }
  const childrenOf = (element: PlacedElement | undefined) => children.get(element) ?? []
  return {
    path,
    text,
    root: elements[0],
    includes: elements.filter((each) => isXInclude(each, "include")),
    base: inherited(path, baseIn),
    language: inherited<string | undefined>(
      undefined,
      (element, outer) => attributeOf(element, "xml:lang") ?? outer,
    ),
    children: childrenOf,
    elementAt: (pointer) => follow(pointer, byId, childrenOf),
  }
}

function identified(element: PlacedElement): readonly (readonly [string, PlacedElement])[] {
  const id = attributeOf(element, "xml:id")
  return id === undefined ? [] : [[id.trim(), element]]
}

/** XPointer: a bare id, or the scheme element(), of several parts the first that leads somewhere. */
function follow(
  pointer: string,
  byId: (id: string) => PlacedElement | undefined,
  children: (element: PlacedElement | undefined) => readonly PlacedElement[],
): PlacedElement | undefined | "not understood" {
  const bare = pointer.trim()
  if (/^[^\s()/:]+$/.test(bare)) return byId(bare)
  let understood = false
  for (const [, id = "", steps = ""] of bare.matchAll(
    /(?<![\w:-])element\(([^()/\s]*)((?:\/[1-9]\d*)*)\)/g,
  )) {
    if (id === "" && steps === "") continue
    understood = true
    const path = steps.split("/").slice(1).map(Number)
    // Without an id the first step is the root, which is the only child of the document.
    let found = id === "" ? children(undefined)[(path.shift() ?? 1) - 1] : byId(id)
    for (const step of path) found = found && children(found)[step - 1]
    if (found !== undefined) return found
  }
  return understood ? undefined : "not understood"
}

/** What an element has from those around it, asked for once each, since many may stand in the same. */
function inherited<T>(outermost: T, own: (element: PlacedElement, outer: T) => T) {
  const known = new Map<PlacedElement, T>()
  const ask = (element: PlacedElement | undefined): T => {
    if (element === undefined) return outermost
    if (known.has(element)) return known.get(element) as T
    const value = own(element, ask(element.parent))
    known.set(element, value)
    return value
  }
  return ask
}

function baseIn(element: PlacedElement, outer: string): string {
  const own = attributeOf(element, "xml:base")
  if (own === undefined) return outer
  const address = addressOf(own, outer)
  // A base outside the folder makes each address below it one that is refused.
  if (address.kind === "path") return address.path
  return address.kind === "remote" && isRemote(address.url) ? address.url : outsideFolder
}
