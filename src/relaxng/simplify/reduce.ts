import type { Report } from "../errors.js"
import type { Definition, Simple, SimpleElement } from "./simple.js"

/** References may not lead through more definitions than this without an element. */
const deepest = 1000

/**
 * Sections 4.19 to 4.21: puts definitions in the place of references, and takes out `empty` and
 * `notAllowed` where they say nothing. What comes back has no `ref`; a definition used twice is one object.
 */
export function reduce(start: Simple, report: Report): Simple {
  const bodies = new Map<Definition, Simple | "open">()
  const elements = new Map<SimpleElement, SimpleElement>()
  const waiting: (() => void)[] = []

  const expand = (reference: Simple & { kind: "ref" }, depth: number): Simple => {
    const { definition, place } = reference
    const nothing: Simple = { kind: "notAllowed", place }
    const known = bodies.get(definition)
    if (known === "open" || depth > deepest) {
      const isLoop = known === "open"
      const message = isLoop ? "refers to itself without an element between" : "refers on and on"
      report(
        place,
        isLoop ? "schema-reference" : "schema-too-deep",
        `${definition.name} ${message} (section 4.19)`,
      )
      return nothing
    }
    if (known !== undefined) return known
    bodies.set(definition, "open")
    const body = definition.body === undefined ? nothing : simplify(definition.body, depth + 1)
    bodies.set(definition, body)
    return body
  }

  const element = (given: SimpleElement): SimpleElement => {
    const known = elements.get(given)
    if (known !== undefined) return known
    const made = { ...given }
    elements.set(given, made)
    waiting.push(() => {
      made.part = simplify(given.part, 0)
    })
    return made
  }

  const simplify = (given: Simple, depth: number): Simple => {
    const { place } = given
    switch (given.kind) {
      case "ref":
        return expand(given, depth)
      case "element":
        return element(given)
      case "choice": {
        const parts = given.parts.map((part) => simplify(part, depth + 1)).filter(isAllowed)
        const full = parts.filter(isFull)
        const hasEmpty = full.length < parts.length
        if (full.length === 0) return { kind: hasEmpty ? "empty" : "notAllowed", place }
        const [only] = full
        if (!hasEmpty && full.length === 1 && only !== undefined) return only
        return { kind: "choice", parts: hasEmpty ? [{ kind: "empty", place }, ...full] : full, place }
      }
      case "group":
      case "interleave": {
        const parts = given.parts.map((part) => simplify(part, depth + 1))
        const full = parts.filter(isFull)
        const [only] = full
        if (!parts.every(isAllowed)) return { kind: "notAllowed", place }
        if (only === undefined) return { kind: "empty", place }
        return full.length === 1 ? only : { kind: given.kind, parts: full, place }
      }
      case "oneOrMore":
      case "list":
      case "attribute": {
        const part = simplify(given.part, depth + 1)
        if (!isAllowed(part) || (given.kind === "oneOrMore" && !isFull(part))) return part
        return { ...given, part }
      }
      case "data": {
        const except = given.except && simplify(given.except, depth + 1)
        return { ...given, except: except && isAllowed(except) ? except : undefined }
      }
      default:
        return given
    }
  }

  const reduced = simplify(start, 0)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next()
  return reduced
}

function isAllowed({ kind }: Simple): boolean {
  return kind !== "notAllowed"
}

function isFull({ kind }: Simple): boolean {
  return kind !== "empty"
}
