import type { Code } from "../../diagnostics/catalogue.js"
import type { Diagnostic } from "../../diagnostics/diagnostic.js"
import type { PlacedAttribute, PlacedElement } from "../../xml/elements.js"
import type { TeiDocument } from "../tei-document.js"
import { openChains } from "./chains.js"
import { fold } from "./fold.js"
import { clashes, type DocumentIds, indexIds } from "./ids.js"
import { mistaken } from "./kinds.js"
import { openLibrary } from "./library.js"
import { type PointerAttribute, pointerAttribute } from "./pointer-attributes.js"
import { type Prefixes, prefixesOf } from "./prefixes.js"
import { resolvePointer, type Target } from "./resolve.js"
import { schemeOf } from "./schemes.js"

/** Something wrong with one pointer. */
export interface Finding {
  readonly code: Code
  readonly values: Readonly<Record<string, string>>
  readonly element: PlacedElement
  readonly attribute: PlacedAttribute
}

const teiNamespace = "http://www.tei-c.org/ns/1.0"

/**
 * Follows every pointer of an edition. `files` are the paths of all files in its folder; a document's name is
 * its path there, or “NAME.xml” if stet encodes it. One cause in one document is one diagnostic, at its first
 * place; the further ones are related. Time is linear in what the documents hold.
 */
export function checkReferences(
  documents: readonly TeiDocument[],
  files: ReadonlySet<string>,
): ReadonlyMap<TeiDocument, readonly Diagnostic[]> {
  const edition = documents.map(indexIds)
  const library = openLibrary(edition, files)
  const chains = openChains()
  const prefixes = new Map<DocumentIds, Prefixes>(edition.map((ids) => [ids, prefixesOf(ids.document)]))
  const findings = new Map<DocumentIds, Finding[]>()
  const follow = (pointer: string, ids: DocumentIds, element: PlacedElement, how: PointerAttribute): Target =>
    resolvePointer(
      pointer,
      {
        ids,
        base: ids.baseOf(element),
        prefixes: prefixes.get(ids) as Prefixes,
        isImage: how.role === "image" || how.role === "facsimile",
      },
      library,
    )
  for (const ids of edition) {
    const found: Finding[] = []
    for (const element of ids.document.elements) {
      if (element.namespace !== teiNamespace || ids.isQuoted(element)) continue
      for (const attribute of element.attributes) {
        const how = pointerAttribute(attribute.name, element.local, element.parent?.local)
        if (how === undefined || how.role === "name") continue
        const say = (code: Code, values: Readonly<Record<string, string>>) =>
          found.push({ code, values, element, attribute })
        // The images of a transcription were looked at when it was read; the site has them elsewhere than the folder.
        if (how.role === "image" && attribute.value.startsWith("../images/") && !files.has(ids.document.name))
          continue
        let isWords = false
        for (const pointer of pointersIn(attribute.value, how)) {
          if (how.role === "base") {
            const scheme = schemeOf(pointer)
            if (scheme.kind === "refused")
              say("url-refused", { target: pointer.slice(0, 120), problem: scheme.problem })
            continue
          }
          const target = follow(pointer, ids, element, how)
          // Where words stand for a list of pointers, as in ana="a remark", one of them tells all.
          const isWord = target.kind === "fault" && !/[./:#]/.test(pointer)
          if (target.kind === "fault" && !(isWord && isWords)) say(target.code, target.values)
          isWords ||= isWord
          if (target.kind !== "element") continue
          const fault = judge(pointer, how, ids, element, target)
          if (fault !== undefined) say(fault.code, fault.values)
          if (how.role === "chain")
            chains.join({ name: attribute.name, pointer, from: ids, element, attribute, to: target })
        }
      }
    }
    findings.set(ids, found)
  }
  for (const [ids, broken] of chains.broken()) findings.set(ids, [...(findings.get(ids) ?? []), ...broken])
  const clashing = clashes(edition)
  return new Map(
    edition.map((ids) => [
      ids.document,
      [
        ...(prefixes.get(ids)?.diagnostics ?? []),
        ...fold(ids.document, findings.get(ids) ?? []),
        ...(clashing.get(ids.document) ?? []),
      ],
    ]),
  )
}

/** The pointers of an attribute. A scheme that is hidden by blanks between its letters stays in one piece. */
function pointersIn(value: string, how: PointerAttribute): readonly string[] {
  const whole = value.trim()
  if (!how.several || whole === "" || schemeOf(whole).kind === "refused") return [whole]
  return whole.split(/\s+/)
}

/** What is wrong with a pointer that leads to an element. */
function judge(
  pointer: string,
  how: PointerAttribute,
  ids: DocumentIds,
  element: PlacedElement,
  target: Target & { readonly kind: "element" },
): Pick<Finding, "code" | "values"> | undefined {
  const to = target.element
  switch (how.role) {
    case "hand":
      return to.local === "handNote" ? undefined : { code: "hand-mistaken", values: { target: pointer } }
    case "stage":
      if (to.local === "change" || to.local === "listChange" || !isIn(element, "text", "sourceDoc"))
        return undefined
      return { code: "stage-mistaken", values: { target: pointer } }
    case "span":
      return target.ids === ids && to.from > element.from && to.end > element.end
        ? undefined
        : { code: "span-backwards", values: {} }
    case "transposed":
      return isIn(to, "text", "sourceDoc")
        ? undefined
        : { code: "transposition-mistaken", values: { target: pointer } }
    default: {
      const expected = mistaken(how.role, element, to)
      return expected === undefined
        ? undefined
        : { code: "pointer-mistaken", values: { target: pointer, found: to.local, expected } }
    }
  }
}

function isIn(element: PlacedElement, ...names: readonly string[]): boolean {
  for (let each: PlacedElement | undefined = element; each; each = each.parent)
    if (names.includes(each.local)) return true
  return false
}
