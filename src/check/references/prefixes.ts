import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.js"
import { toRegExp } from "../../relaxng/datatypes/regex.js"
import { attributeOf } from "../../xml/elements.js"
import type { TeiDocument } from "../tei-document.js"

/** What a prefix that an edition declares makes of a pointer: an address; or it does not fit, or cannot be told. */
export type Expansion =
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "unmatched"; readonly pattern: string }
  | { readonly kind: "unknown" }

/** The private schemes of one document (TEI: `<prefixDef>`, Guidelines 17.2.3). */
export interface Prefixes {
  /** Undefined where the scheme is not declared. */
  readonly expand: (scheme: string, rest: string) => Expansion | undefined
  readonly diagnostics: readonly Diagnostic[]
}

interface Prefix {
  readonly pattern: string
  readonly expression: RegExp | undefined
  readonly repetitions: number
  readonly replacement: string
}

/** More steps than this, at worst, are not spent on one document's prefixes. */
const mostSteps = 100_000_000

export function prefixesOf(document: TeiDocument): Prefixes {
  const declared = new Map<string, Prefix[]>()
  const diagnostics: Diagnostic[] = []
  for (const element of document.text.includes("prefixDef") ? document.elements : []) {
    if (element.local !== "prefixDef" || element.namespace !== "http://www.tei-c.org/ns/1.0") continue
    const scheme = attributeOf(element, "ident")
    if (scheme === undefined) continue
    const pattern = attributeOf(element, "matchPattern") ?? ""
    const read = readPattern(pattern)
    const replacement = attributeOf(element, "replacementPattern") ?? "$1"
    const prefix: Prefix = { pattern, ...read, replacement }
    declared.set(scheme, [...(declared.get(scheme) ?? []), prefix])
    if (read.expression !== undefined) continue
    const { from, to } = element.attributes.find((each) => each.name === "matchPattern") ?? element
    diagnostics.push(
      diagnose("prefix-unusable", { scheme, problem: read.problem }, document.spanAt(from, to)),
    )
  }
  const known = new Map<string, Expansion>()
  let steps = 0
  const expand = (scheme: string, rest: string): Expansion | undefined => {
    const prefixes = declared.get(scheme)
    if (prefixes === undefined) return undefined
    const key = `${scheme}:${rest}`
    const before = known.get(key)
    if (before !== undefined) return before
    for (const each of prefixes) steps += ways(rest.length, each.repetitions)
    const found: Expansion = steps > mostSteps ? { kind: "unknown" } : expansion(prefixes, rest)
    known.set(key, found)
    return found
  }
  return { expand, diagnostics }
}

function expansion(prefixes: readonly Prefix[], rest: string): Expansion {
  if (prefixes.some((each) => each.expression === undefined)) return { kind: "unknown" }
  for (const { expression, replacement } of prefixes) {
    const match = expression?.exec(rest)
    if (!match) continue
    const fill = (whole: string, sign: string | undefined, group: string | undefined) =>
      group === undefined ? (sign ?? whole) : (match[Number(group)] ?? "")
    return { kind: "address", address: replacement.replace(/\\([\\$])|\$(\d)/g, fill) }
  }
  return { kind: "unmatched", pattern: prefixes[0]?.pattern ?? "" }
}

/** In how many ways so many repetitions can share a text between them. */
function ways(length: number, repetitions: number): number {
  let count = 1
  for (let each = 0; each < repetitions; each++) count *= Math.max(1, (length + 1 - each) / (each + 1))
  return count
}

type ReadPattern = { readonly repetitions: number } & (
  | { readonly expression: RegExp }
  | { readonly expression: undefined; readonly problem: string }
)

const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})/

/**
 * A matchPattern as JavaScript's expression over the whole of what follows the prefix. The groups are
 * kept, what stands between them is XML Schema's. Repeating what itself repeats or has alternatives could
 * take for ever and is refused.
 */
function readPattern(written: string): ReadPattern {
  const pattern = written
    .replace(/^\^/, "")
    .replace(/(?<!\\)\$$/, "")
    .replaceAll("\\$", "[$]")
  const unusable = (problem: string): ReadPattern => ({ expression: undefined, problem, repetitions: 0 })
  if (pattern === "") return unusable("it has no matchPattern")
  if (pattern.length > 500) return unusable("its matchPattern is longer than 500 characters")
  let source = ""
  let repetitions = 0
  const open: boolean[] = []
  for (let at = 0; at < pattern.length; ) {
    const sign = pattern[at]
    if (sign === "(") {
      const plain = pattern.startsWith("(?:", at)
      source += plain ? "(?:" : "("
      at += plain ? 3 : 1
      open.push(false)
    } else if (sign === ")") {
      const isMany = open.pop()
      if (isMany === undefined) return unusable(`its matchPattern ${written} has a ) too many`)
      const times = quantifier.exec(pattern.slice(at + 1))?.[0] ?? ""
      if (times !== "" && times !== "?" && isMany)
        return unusable(`its matchPattern ${written} repeats what itself repeats, which could take very long`)
      if (times !== "") repetitions++
      source += `)${times}`
      at += 1 + times.length
      if (open.length > 0 && (isMany || times !== "")) open[open.length - 1] = true
    } else {
      const stretch = /^(?:\\[\s\S]|\[(?:\\[\s\S]|[^\\\]])*(?:\])?|[^()\\[])+/.exec(pattern.slice(at))?.[0]
      if (stretch === undefined) return unusable(`its matchPattern ${written} cannot be read`)
      const part = toRegExp(stretch)
      if (typeof part === "string") return unusable(part)
      source += part.source.slice(4, -2)
      const bare = stretch.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\\\]])*\]/g, "x")
      const many = bare.match(/[?*+{]/g)?.length ?? 0
      repetitions += many
      if (open.length > 0 && (many > 0 || bare.includes("|"))) open[open.length - 1] = true
      at += stretch.length
    }
  }
  if (open.length > 0) return unusable(`its matchPattern ${written} has a ( too many`)
  try {
    return { expression: new RegExp(`^(?:${source})$`, "u"), repetitions }
  } catch {
    return unusable(`its matchPattern ${written} is no regular expression`)
  }
}
