import { readCompact } from "../compact/read-compact.js"
import type { Report } from "../errors.js"
import type { Place } from "../place.js"
import { readSource, resolve, type SourceNode } from "./source.js"
import { checkSyntax } from "./syntax.js"

/**
 * Gives the text of a schema file that another refers to: `uri` is the reference resolved against `base`.
 * undefined where there is no such file.
 */
export type LoadFile = (uri: string, base: string) => string | undefined

/** The files of a schema, each read once. */
export interface SchemaFiles {
  /** The root of what `href` refers to, and its URI; undefined where it can't be had, which is reported. */
  readonly open: (node: SourceNode) => { readonly uri: string; readonly root: SourceNode } | undefined
  readonly read: (uri: string, text: string) => SourceNode | undefined
  /** The URIs of what was opened, also of what was not there. */
  readonly opened: () => readonly string[]
}

/** The two syntaxes of RELAX NG. All files of a schema have the same. */
export type Syntax = "xml" | "compact"

export function createFiles(load: LoadFile, syntax: Syntax, report: Report): SchemaFiles {
  const known = new Map<string, SourceNode | undefined>()
  const read = (uri: string, text: string): SourceNode | undefined => {
    const root = syntax === "xml" ? readSource({ uri, text }, report) : readCompact({ uri, text }, report)
    if (root !== undefined) checkSyntax(root, report)
    return root
  }
  const fetchRoot = (uri: string, base: string, place: Place, href: string): SourceNode | undefined => {
    const text = load(uri, base)
    if (text !== undefined) return read(uri, text)
    report(place, "schema-reference", `there is no file ${href} (section 4.5)`)
    return undefined
  }
  const open = (node: SourceNode) => {
    const href = node.attributes.get("href") ?? ""
    const uri = resolve(href, node.base)
    if (uri === undefined) {
      report(
        node.place,
        "schema-reference",
        `${JSON.stringify(href)} is no reference to a file (section 4.5)`,
      )
      return undefined
    }
    if (!known.has(uri)) known.set(uri, fetchRoot(uri, node.base, node.place, href))
    const root = known.get(uri)
    return root === undefined ? undefined : { uri, root }
  }
  return { open, read, opened: () => [...known.keys()] }
}
