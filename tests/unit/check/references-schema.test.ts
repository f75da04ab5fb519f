import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { pointerAttribute } from "../../../src/check/references/pointer-attributes.js"
import { attributeOf, elementsOf, type PlacedElement } from "../../../src/xml/elements.js"

const shared = process.env["STET_SHARED"] ?? fileURLToPath(new URL("../../../../shared", import.meta.url))
const schema = `${shared}/schemas/tei_all-4.12.0.rng`

/** Every element of tei_all with its attributes, and whether their values are addresses. */
function attributesOfTei(): readonly { element: string; attribute: string; isAddress: boolean }[] {
  const children = new Map<PlacedElement, PlacedElement[]>()
  const definitions = new Map<string, PlacedElement>()
  const named: PlacedElement[] = []
  for (const each of elementsOf(readFileSync(schema, "utf8"))) {
    if (each.parent) children.set(each.parent, [...(children.get(each.parent) ?? []), each])
    if (each.local === "define") definitions.set(attributeOf(each, "name") ?? "", each)
    if (each.local === "element") named.push(each)
  }
  /** All below an element, through its references, down to what `stop` says. */
  const below = (of: PlacedElement, stop: (each: PlacedElement) => boolean): readonly PlacedElement[] => {
    const found: PlacedElement[] = []
    const seen = new Set<PlacedElement>()
    const waiting = [...(children.get(of) ?? [])]
    for (let each = waiting.pop(); each; each = waiting.pop()) {
      if (seen.has(each)) continue
      seen.add(each)
      found.push(each)
      if (stop(each)) continue
      const referred = each.local === "ref" ? definitions.get(attributeOf(each, "name") ?? "") : undefined
      waiting.push(...(children.get(each) ?? []), ...(referred ? [referred] : []))
    }
    return found
  }
  const isAddress = (attribute: PlacedElement) =>
    below(attribute, () => false).some((each) => attributeOf(each, "type") === "anyURI")
  const known = new Map<PlacedElement, boolean>()
  return named.flatMap((element) =>
    below(element, (each) => each.local === "attribute" || each.local === "element")
      .filter((each) => each.local === "attribute")
      .map((each) => {
        const address = known.get(each) ?? isAddress(each)
        known.set(each, address)
        const [name = "", attribute = ""] = [attributeOf(element, "name"), attributeOf(each, "name")]
        return { element: name, attribute, isAddress: address }
      }),
  )
}

test.skipIf(!existsSync(schema))(
  "the table knows which attributes of all TEI's elements are pointers, and no others (needs ../shared/schemas)",
  { timeout: 60_000 },
  () => {
    const all = attributesOfTei().filter((each) => each.element !== "" && each.attribute !== "")
    expect(all.filter((each) => each.isAddress).length).toBeGreaterThan(1000)
    const isKnown = (element: string, attribute: string) => pointerAttribute(attribute, element, undefined)
    const name = ({ element, attribute }: { element: string; attribute: string }) =>
      `${element}/@${attribute}`
    const missed = all.filter((each) => each.isAddress && !isKnown(each.element, each.attribute))
    expect(missed.map(name)).toEqual([])
    const addresses = new Set(all.filter((each) => each.isAddress).map(name))
    const wrong = all.filter((each) => {
      const how = isKnown(each.element, each.attribute)
      return !addresses.has(name(each)) && how !== undefined && how.role !== "name"
    })
    expect(wrong.map(name)).toEqual([])
  },
)
