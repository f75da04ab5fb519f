import type { Code } from "../../diagnostics/catalogue.js"
import { addressFrom, addressOf } from "../../model/address.js"
import type { PlacedElement } from "../../xml/elements.js"
import type { DocumentIds } from "./ids.js"
import type { Library } from "./library.js"
import type { Prefixes } from "./prefixes.js"
import { schemeOf } from "./schemes.js"

/** Where a pointer leads. `elsewhere` is a place that nothing here can look at: the network, a PDF, an XPath. */
export type Target =
  | { readonly kind: "element"; readonly ids: DocumentIds; readonly element: PlacedElement }
  | { readonly kind: "elsewhere" }
  | {
      readonly kind: "fault"
      readonly code: Code
      readonly values: Readonly<Record<string, string>>
    }

/** From where a pointer leads. */
export interface Origin {
  readonly ids: DocumentIds
  readonly base: string
  readonly prefixes: Prefixes
  readonly isImage: boolean
}

const elsewhere: Target = { kind: "elsewhere" }
const fault = (code: Code, values: Readonly<Record<string, string>>): Target => ({
  kind: "fault",
  code,
  values,
})

/** A prefix may stand for an address with a prefix; a longer chain than this is a circle. */
const longestChain = 5

/** Follows one pointer (RFC 3986, and TEI Guidelines 17.2 for private schemes). */
export function resolvePointer(pointer: string, origin: Origin, library: Library, depth = 0): Target {
  if (pointer === "" || pointer === "#") return fault("pointer-empty", { target: pointer })
  const scheme = schemeOf(pointer)
  switch (scheme.kind) {
    case "refused":
      return fault("url-refused", { target: shortened(pointer), problem: scheme.problem })
    case "allowed": {
      const [name = "", rest = ""] = split(pointer, ":")
      const expanded = /^https?$/i.test(name) ? undefined : origin.prefixes.expand(name, rest)
      return expanded?.kind === "address" && depth < longestChain
        ? resolvePointer(expanded.address, origin, library, depth + 1)
        : elsewhere
    }
    case "unknown": {
      const expanded = origin.prefixes.expand(scheme.scheme, scheme.rest)
      if (expanded === undefined)
        return fault("pointer-scheme-undeclared", { target: shortened(pointer), scheme: scheme.scheme })
      if (expanded.kind === "unknown") return elsewhere
      if (expanded.kind === "unmatched") {
        const values = { target: shortened(pointer), scheme: scheme.scheme, pattern: expanded.pattern }
        return fault("prefix-unmatched", values)
      }
      if (depth < longestChain) return resolvePointer(expanded.address, origin, library, depth + 1)
      return fault("pointer-scheme-undeclared", { target: shortened(pointer), scheme: scheme.scheme })
    }
    case "none":
      return relative(pointer, origin, library)
    default:
      return scheme satisfies never
  }
}

function relative(pointer: string, origin: Origin, library: Library): Target {
  const { ids, base, isImage } = origin
  const [href = "", fragment] = split(pointer, "#")
  if (href === "") return part(fragment ?? "", pointer, ids, library)
  const address = addressOf(href, base)
  const missing = isImage ? "image-missing" : "pointer-file-missing"
  if (address.kind === "remote") return elsewhere
  if (address.kind === "outside") {
    const turned = href.replaceAll("\\", "/")
    const meant = turned === href ? address : addressOf(turned, base)
    if (meant.kind !== "path") return fault("path-outside", { name: shortened(pointer) })
    return fault(missing, {
      target: shortened(href),
      suggestion: "Write “/” between the parts of its path, not “\\”.",
    })
  }
  const there = library.documentAt(address.path, base)
  if (there !== undefined)
    return fragment === undefined || fragment === ""
      ? elsewhere
      : part(fragment, pointer, ids, library, there)
  if (library.hasFile(address.path) || library.hasFile(address.path.replace(/\?.*$/s, ""))) return elsewhere
  const suggestion =
    library.suggestFile(address.path) ??
    (isImage
      ? "Check the spelling; the name counts from the folder of this file."
      : ids.byId.has(pointer)
        ? `A pointer to something in this file begins with “#”: write “#${pointer}”.`
        : /[./]/.test(href)
          ? "Check the spelling; the name counts from the folder of this file."
          : `A word by itself is the name of a file. Write “#${shortened(href)}” for an id of this file, or the whole address for something outside the edition.`)
  return fault(missing, { target: shortened(href), suggestion })
}

const xpointer = /^(?:xpath\d?|xpointer|element|xmlns|left|right|match|range|string-range|string-index)\(/

/** What has the id `fragment` in the pointer's own document, or in the one `there`. */
function part(
  fragment: string,
  pointer: string,
  here: DocumentIds,
  library: Library,
  there: DocumentIds = here,
): Target {
  if (xpointer.test(fragment)) return elsewhere
  const element = there.byId.get(fragment) ?? there.byId.get(decoded(fragment))
  if (element !== undefined) return { kind: "element", ids: there, element }
  const where = there === here ? "this document" : there.document.name
  return fault("pointer-unresolved", {
    target: shortened(pointer),
    where,
    suggestion: suggestion(fragment, here, there, library),
  })
}

function suggestion(id: string, here: DocumentIds, there: DocumentIds, library: Library): string {
  const holder = library.holderOf(id)
  if (holder !== undefined && holder !== there) {
    const address = holder === here ? "" : addressFrom(here.document.name, holder.document.name)
    return `It is in ${holder.document.name}: write “${address}#${id}”.`
  }
  const guess = library.similarId(there, id)
  const file = there === here ? "" : addressFrom(here.document.name, there.document.name)
  if (guess !== undefined) return `Did you mean “${file}#${guess}”?`
  return "Give the id of something that is there."
}

function split(text: string, sign: string): readonly [string, string | undefined] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function shortened(pointer: string): string {
  return pointer.length > 120 ? `${pointer.slice(0, 119)}…` : pointer
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
