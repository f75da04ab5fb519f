import type { Report } from "../errors.js"
import type { SchemaFiles } from "../schema/files.js"
import type { SourceNode } from "../schema/source.js"

/** A `start` or `define` with the namespace it inherits; `key` is the defined name, or "" for start. */
export interface Component {
  readonly key: string
  readonly node: SourceNode
  readonly ns: string
  /** Files that were being included around it. */
  readonly files: readonly string[]
}

/** How a component is told of in messages. */
export function called(key: string): string {
  return key === "" ? "start" : `define of ${key}`
}

/** All components of a grammar, with `div` dissolved (section 4.11) and `include` carried out (4.7). */
export function componentsOf(
  grammar: SourceNode,
  outer: string,
  files: readonly string[],
  schema: SchemaFiles,
  report: Report,
): readonly Component[] {
  const ns = grammar.attributes.get("ns") ?? outer
  return grammar.children.flatMap((node): readonly Component[] => {
    switch (node.local) {
      case "start":
        return [{ key: "", node, ns, files }]
      case "define":
        return [{ key: node.attributes.get("name") ?? "?", node, ns, files }]
      case "div":
        return componentsOf(node, ns, files, schema, report)
      case "include":
        return included(node, ns, files, schema, report)
      default:
        return []
    }
  })
}

function included(
  node: SourceNode,
  ns: string,
  files: readonly string[],
  schema: SchemaFiles,
  report: Report,
): readonly Component[] {
  const own = componentsOf(node, ns, files, schema, report)
  const opened = schema.open(node)
  if (opened === undefined) return own
  const { uri, root } = opened
  if (files.includes(uri)) {
    report(node.place, "schema-reference", "the file includes itself (section 4.7)")
    return own
  }
  if (root.local !== "grammar") {
    report(node.place, "schema-syntax", `the file's root is ${root.local}, not grammar (section 4.7)`)
    return own
  }
  const inner = componentsOf(root, node.attributes.get("ns") ?? ns, [...files, uri], schema, report)
  const given = new Set(inner.map(({ key }) => key))
  const replaced = new Set(own.map(({ key }) => key))
  for (const { key, node: by } of own)
    if (!given.has(key))
      report(by.place, "schema-reference", `the file has no ${called(key)} to replace (section 4.7)`)
  return [...inner.filter(({ key }) => !replaced.has(key)), ...own]
}
