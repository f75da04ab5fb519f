import { addressFrom, isRemote } from "../model/address.js"
import { attributeOf, type PlacedElement, type Scope } from "../xml/elements.js"
import type { ExpandedWriter } from "./expanded.js"
import type { IncludedFile } from "./included-file.js"

/** What holds at the place that an included element comes to. */
export interface Landing {
  readonly namespaces: Scope
  readonly base: string
  readonly language: string | undefined
}

/**
 * Writes the start tag of an included element so that it means in its new place what it means in its file:
 * with the namespaces that hold there, an `xml:base` and, for part of a file, an `xml:lang` (XInclude 1.0,
 * sections 4.5.4 to 4.5.6; a whole file that names no language takes that of its new place, as editors
 * expect). Gives the offset up to which the tag is written.
 */
export function writeIncludedTag(
  writer: ExpandedWriter,
  { path, text, base, language }: IncludedFile,
  element: PlacedElement,
  landing: Landing,
): number {
  const nameEnd = element.from + 1 + element.name.length
  writer.copy(path, text, element.from, nameEnd)
  const own = element.attributes.find(({ name }) => name === "xml:base")
  const address = addressIn(base(element), landing.base, own?.value)
  const additions = [
    ...declarations(element, landing.namespaces),
    ...(own === undefined && address !== undefined ? [`xml:base="${escaped(address)}"`] : []),
    ...languageIn(element, language(element.parent), landing.language),
  ]
  writer.write(additions.map((each) => ` ${each}`).join(""), path, element.from, true)
  if (own === undefined || address === undefined) return nameEnd
  writer.copy(path, text, nameEnd, own.from)
  writer.write(`xml:base="${escaped(address)}"`, path, own.from, true)
  return own.to
}

/** What `xml:base` must say, or undefined where it need not be there or stays as it is. */
function addressIn(base: string, landing: string, own: string | undefined): string | undefined {
  if (base === landing && own === undefined) return undefined
  return isRemote(base) || isRemote(landing) ? undefined : addressFrom(landing, base)
}

/** Declarations of what holds around an element in its file, and otherwise or not at its new place. */
function declarations(element: PlacedElement, landing: Scope): readonly string[] {
  const around = element.parent?.namespaces
  if (around === landing) return []
  const missing: string[] = []
  for (const [prefix, name] of around?.all() ?? []) {
    if (element.declared.has(prefix) || landing.get(prefix) === name || prefix === "xml") continue
    // No default namespace is said by an empty one, and that needs no saying where there is none.
    if (name === "" && landing.get(prefix) === undefined) continue
    missing.push(`${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escaped(name)}"`)
  }
  const isBare = (around?.get("") ?? "") === "" && !element.declared.has("")
  const shadowed = isBare && (landing.get("") ?? "") !== "" && !missing.includes('xmlns=""')
  return shadowed ? [...missing, 'xmlns=""'] : missing
}

function languageIn(
  element: PlacedElement,
  around: string | undefined,
  landing: string | undefined,
): readonly string[] {
  if (around === undefined || around === landing) return []
  return attributeOf(element, "xml:lang") === undefined ? [`xml:lang="${escaped(around)}"`] : []
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" }
const escaped = (value: string): string => value.replace(/[&<"]/g, (sign) => escapes[sign] ?? sign)
