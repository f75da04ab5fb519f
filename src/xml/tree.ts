/** An element to be written: names and values unescaped, children in order, and where it came from. */
export interface XmlElement<Origin = unknown> {
  readonly kind: "element"
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode<Origin>[]
  readonly origin?: Origin
}

/** Characters to be written, unescaped, and where they came from. */
export interface XmlText<Origin = unknown> {
  readonly kind: "text"
  readonly text: string
  readonly origin?: Origin
}

export type XmlNode<Origin = unknown> = XmlElement<Origin> | XmlText<Origin>

/** An element's name without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(":") + 1)

type Attributes = Readonly<Record<string, string | undefined>>

/** Makes an element; attributes and children without a value are left out. */
export function element<Origin = never>(
  name: string,
  attributes: Attributes = {},
  children: readonly (XmlNode<Origin> | undefined)[] = [],
  origin?: Origin,
): XmlElement<Origin> {
  const given = isComplete(attributes) ? attributes : withoutUndefined(attributes)
  const present = children.includes(undefined)
    ? children.filter((child) => child !== undefined)
    : (children as readonly XmlNode<Origin>[])
  return origin === undefined
    ? { kind: "element", name, attributes: given, children: present }
    : { kind: "element", name, attributes: given, children: present, origin }
}

/** Most attributes all have a value, and need no copy. */
function isComplete(attributes: Attributes): attributes is Readonly<Record<string, string>> {
  for (const key in attributes) if (attributes[key] === undefined) return false
  return true
}

function withoutUndefined(attributes: Attributes): Readonly<Record<string, string>> {
  const given: Record<string, string> = {}
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) given[key] = value
  }
  return given
}

export function text<Origin = never>(value: string, origin?: Origin): XmlText<Origin> {
  return origin === undefined ? { kind: "text", text: value } : { kind: "text", text: value, origin }
}

/** Sets element-only content on lines of its own; never to be used on mixed content. */
export function indented<Origin>(node: XmlElement<Origin>, depth = 0): XmlElement<Origin> {
  const [first] = node.children
  if (!first || node.children.some((child) => child.kind === "text")) return node
  const lead = text(`\n${"  ".repeat(depth + 1)}`)
  const children = node.children.flatMap((child) => [
    lead,
    child.kind === "element" ? indented(child, depth + 1) : child,
  ])
  return { ...node, children: [...children, text(`\n${"  ".repeat(depth)}`)] }
}
