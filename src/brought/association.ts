import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { addressOf } from "../model/address.js"
import { type SourceSpan, startOfFile } from "../model/source-span.js"
import { openSourceText } from "../model/source-text.js"
import { elementsOf, type PlacedAttribute, resolveReferences } from "../xml/elements.js"

export type SchemaKind = "relaxng" | "relaxng-compact" | "schematron" | "xsd" | "dtd" | "nvdl" | "unknown"

/** A schema that a file says it fits. */
export interface Association {
  readonly kind: SchemaKind
  /** As written. */
  readonly href: string
  /** Of a Schematron schema, the phase to be checked. */
  readonly phase?: string
  /** Of an XSD named by `xsi:schemaLocation`, the namespace that it is for. */
  readonly namespace?: string
  /** What names it: an instruction or the root of the file, or the settings of the edition. */
  readonly by: "xml-model" | "oxygen" | "schemaLocation" | "edition"
  readonly span: SourceSpan
}

/** One that the edition has; `path` counts from its folder. */
export interface LocatedSchema extends Association {
  readonly path: string
}

/**
 * The schemas that a well-formed text names, in its own order: by `<?xml-model?>` (W3C Note “Associating
 * Schemas with XML documents 1.0”), by oxygen's instruction, and by `xsi:schemaLocation` and
 * `xsi:noNamespaceSchemaLocation` on the root. One named twice, in whatever way, counts once.
 */
export function schemasOf(text: string, file: string): readonly Association[] {
  const { spanAt } = openSourceText(file, text)
  const root = elementsOf(text)[0]
  const found: Association[] = []
  for (const { from, to, target, values } of instructionsIn(text, root?.from ?? text.length)) {
    const span = spanAt(from, to)
    if (target === "xml-model") found.push(...ofModel(values, span))
    else found.push(...ofOxygen(values, span))
  }
  for (const each of root?.attributes ?? []) {
    const colon = each.name.indexOf(":")
    if (colon < 0 || root?.namespaces.get(each.name.slice(0, colon)) !== instance) continue
    const span = (from: number, to: number) => spanAt(from, to)
    found.push(...ofLocation(each, each.name.slice(colon + 1), text, span))
  }
  const seen = new Set<string>()
  return found.slice(0, mostSchemas).filter(({ kind, href, phase }) => {
    const key = `${kind} ${addressKey(href, file)} ${phase ?? ""}`
    return !seen.has(key) && seen.add(key)
  })
}

/**
 * Which of them the edition has, by their addresses from the file; a warning for each that lies elsewhere or
 * is not there, and a word on those of a kind that stet does not check. `has` is asked for paths from the
 * edition's folder.
 */
export function locateSchemas(
  associations: readonly Association[],
  file: string,
  has: (path: string) => boolean,
): Outcome<readonly LocatedSchema[]> {
  const value: LocatedSchema[] = []
  const diagnostics: Diagnostic[] = []
  for (const each of associations) {
    const { href: name, span, kind } = each
    const address = addressOf(name, file)
    if (kind === "dtd" || kind === "nvdl" || kind === "unknown")
      diagnostics.push(diagnose("schema-unread", { name, kind: kinds[kind] }, span))
    else if (address.kind === "remote") diagnostics.push(diagnose("schema-remote", { name }, span))
    // Houses keep their schemas beside the edition; that stet does not reach there is no fault of the file.
    else if (address.kind === "outside") diagnostics.push(diagnose("schema-missing", { name }, span))
    else if (has(address.path)) value.push({ ...each, path: address.path })
    else diagnostics.push(diagnose("schema-missing", { name: address.path }, span))
  }
  return { value, diagnostics }
}

/** The word on a file that names no schema, where the edition names none either. */
export function withoutSchema(file: string): Diagnostic {
  return diagnose("schema-unknown", {}, startOfFile(file))
}

/** More than these no file names; they are passed over. */
const mostSchemas = 100

const instance = "http://www.w3.org/2001/XMLSchema-instance"
const kinds = { dtd: "a DTD", nvdl: "NVDL", unknown: "of a kind unknown" } as const

const byNamespace: Readonly<Record<string, SchemaKind>> = {
  "http://relaxng.org/ns/structure/1.0": "relaxng",
  "http://purl.oclc.org/dsdl/schematron": "schematron",
  "http://www.ascc.net/xml/schematron": "schematron",
  "http://www.w3.org/2001/XMLSchema": "xsd",
  "http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0": "nvdl",
}

const byType: Readonly<Record<string, SchemaKind>> = {
  "application/relax-ng-compact-syntax": "relaxng-compact",
  "application/xml-dtd": "dtd",
}

const byEnding: Readonly<Record<string, SchemaKind>> = {
  rng: "relaxng",
  rnc: "relaxng-compact",
  sch: "schematron",
  xsd: "xsd",
  dtd: "dtd",
  nvdl: "nvdl",
}

const endingOf = (href: string) => /\.(\w+)(?:[?#].*)?$/.exec(href)?.[1]?.toLowerCase() ?? ""

type Values = ReadonlyMap<string, string>

/** The kind is said by schematypens, by the media type, or by the ending, in this order. */
function ofModel(values: Values, span: SourceSpan): readonly Association[] {
  const href = values.get("href")?.trim()
  if (href === undefined || href === "") return []
  const namespace = values.get("schematypens")?.trim() ?? ""
  const ending = byEnding[endingOf(href)]
  const named = byNamespace[namespace]
  const typed = byType[values.get("type")?.trim() ?? ""]
  const isCompact = typed === "relaxng-compact" || (named === "relaxng" && ending === "relaxng-compact")
  const kind = isCompact ? "relaxng-compact" : (named ?? typed ?? (namespace === "" ? ending : undefined))
  const phase = values.get("phase")
  return [{ kind: kind ?? "unknown", href, ...(phase ? { phase } : {}), by: "xml-model", span }]
}

function ofOxygen(values: Values, span: SourceSpan): readonly Association[] {
  const type = values.get("type")
  const named: readonly (readonly [string, SchemaKind])[] = [
    ["RNGSchema", type === "compact" ? "relaxng-compact" : "relaxng"],
    ["SCHSchema", "schematron"],
    ["NVDLSchema", "nvdl"],
  ]
  const phase = values.get("phase")
  return named.flatMap(([name, kind]) => {
    const href = values.get(name)?.trim()
    if (href === undefined || href === "") return []
    return [{ kind, href, ...(phase && kind === "schematron" ? { phase } : {}), by: "oxygen" as const, span }]
  })
}

/** `xsi:schemaLocation` has namespaces and addresses in turn, the other attribute one address. */
function ofLocation(
  { value, from, to }: PlacedAttribute,
  local: string,
  text: string,
  spanAt: (from: number, to: number) => SourceSpan,
): readonly Association[] {
  const words = value.trim() === "" ? [] : value.trim().split(/\s+/, 2 * mostSchemas)
  const written = text.slice(from, to)
  let at = written.indexOf("=")
  // Each has its own place, unless it is written with references.
  const places = words.map((word) => {
    const found = written.indexOf(word, at)
    if (found < 0) return spanAt(from, to)
    at = found + word.length
    return spanAt(from + found, from + at)
  })
  const whole = spanAt(from, to)
  const of = (index: number): Association => ({
    kind: "xsd",
    href: words[index] ?? "",
    by: "schemaLocation",
    span: places[index] ?? whole,
  })
  if (local === "noNamespaceSchemaLocation") return words.slice(0, 1).map(() => ({ ...of(0), namespace: "" }))
  if (local !== "schemaLocation") return []
  return words.flatMap((namespace, index) =>
    index % 2 === 0 && index + 1 < words.length ? [{ ...of(index + 1), namespace }] : [],
  )
}

interface Instruction {
  readonly from: number
  readonly to: number
  readonly target: string
  readonly values: Values
}

/** The instructions before the root that name schemas; `end` is where the root begins. */
function* instructionsIn(text: string, end: number): Iterable<Instruction> {
  let at = 0
  while (at < end) {
    const from = text.indexOf("<", at)
    if (from < 0 || from >= end) return
    const isComment = text.startsWith("<!--", from)
    const close = isComment ? "-->" : text.startsWith("<?", from) ? "?>" : ""
    const found = close === "" ? -1 : text.indexOf(close, from + 2)
    if (found < 0) {
      at = from + 1
      continue
    }
    at = found + close.length
    const [, target = "", rest = ""] =
      /^<\?(xml-model|oxygen)\s([\s\S]*)\?>$/.exec(text.slice(from, at)) ?? []
    if (target === "") continue
    const pairs = rest.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)
    const values = new Map(
      Array.from(pairs, ([, name = "", quoted = ""]) => [name, resolveReferences(quoted.slice(1, -1))]),
    )
    yield { from, to: at, target, values }
  }
}

/** The same file has one key, however it is written. */
function addressKey(href: string, file: string): string {
  const address = addressOf(href, file)
  return address.kind === "path" ? address.path : href
}
