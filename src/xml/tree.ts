/** An element to be written: names and values unescaped, children in order, and where it came from. */
export interface XmlElement<Origin = unknown> {
  readonly kind: "element"
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode<Origin>[]
  readonly origin?: Origin
}

export interface XmlText {
  readonly kind: "text"
  readonly text: string
}

export type XmlNode<Origin = unknown> = XmlElement<Origin> | XmlText

type Attributes = Readonly<Record<string, string | undefined>>

/** Makes an element; attributes without a value are left out. */
export function element<Origin = never>(
  name: string,
  attributes: Attributes = {},
  children: readonly (XmlNode<Origin> | undefined)[] = [],
  origin?: Origin,
): XmlElement<Origin> {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    kind: "element",
    name,
    attributes: Object.fromEntries(given),
    children: children.filter((child) => child !== undefined),
    ...(origin === undefined ? {} : { origin }),
  }
}

export function text(value: string): XmlText {
  return { kind: "text", text: value }
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
