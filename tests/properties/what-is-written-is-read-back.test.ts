import fc from "fast-check"
import { SaxesParser } from "saxes"
import { expect, test } from "vitest"
import { writeFrame } from "../../src/xml/frame.js"
import { serialise } from "../../src/xml/serialise.js"
import { element, text, type XmlElement, type XmlNode } from "../../src/xml/tree.js"

// What our writer writes is what xmlbuilder2 writes of the same tree, and an XML parser reads the tree
// back from it. xmlbuilder2 has no references for the line ends and tabs that a parser would change;
// with those only the parser is the judge.

const signs = [
  "&",
  "<",
  ">",
  '"',
  "'",
  "]]>",
  "&amp;",
  "&#xD;",
  "<b>",
  "a",
  "é",
  "👍",
  "\u0085",
  "\u2028",
  " ",
]
const changed = ["\r", "\r\n", "\n", "\t"]
const names = fc.constantFrom("p", "hi", "del", "subst", "_a.b-1")

function trees(characters: readonly string[], values: readonly string[]): fc.Arbitrary<XmlElement<number>> {
  const value = fc.string({ unit: fc.constantFrom(...values), maxLength: 6 })
  const attributes = fc.dictionary(fc.constantFrom("n", "xml:id", "rend"), value, { maxKeys: 3 })
  const words = fc.string({ unit: fc.constantFrom(...characters), maxLength: 6 })
  const origin = fc.option(fc.nat(), { nil: undefined })
  return fc.letrec<{ node: XmlNode<number>; element: XmlElement<number> }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.tuple(words, origin).map(([each, from]) => text(each, from)),
      tie("element"),
    ),
    element: fc
      .tuple(names, attributes, fc.array(tie("node"), { maxLength: 5 }), origin)
      .map(([name, each, children, from]) => element(name, each, children, from)),
  })).element
}

/** What a parser finds, as nested arrays; neighbouring texts make one, empty ones none. */
function readBack(xml: string): unknown {
  const root: unknown[] = []
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name, attributes }) => {
    const children: unknown[] = []
    open.at(-1)?.push([name, { ...attributes }, children])
    open.push(children)
  })
  parser.on("closetag", () => {
    open.pop()
  })
  parser.on("text", (characters) => {
    if (open.length > 1) open.at(-1)?.push(characters)
  })
  parser.write(xml).close()
  return root[0]
}

function asRead(node: XmlElement): unknown {
  const children: unknown[] = []
  for (const child of node.children) {
    const last = children.at(-1)
    if (child.kind === "element") children.push(asRead(child))
    else if (child.text === "") continue
    else if (typeof last === "string") children[children.length - 1] = last + child.text
    else children.push(child.text)
  }
  return [node.name, node.attributes, children]
}

test("our writer and xmlbuilder2 write the same", () => {
  const both = trees([...signs, "\n", "\t"], signs)
  fc.assert(
    fc.property(both, (root) => {
      expect(serialise(root).text).toBe(writeFrame(root))
    }),
    { numRuns: 500 },
  )
})

test("a parser reads back the tree", () => {
  const all = [...signs, ...changed]
  fc.assert(
    fc.property(trees(all, all), (root) => {
      expect(readBack(serialise(root).text)).toEqual(asRead(root))
    }),
    { numRuns: 500 },
  )
})

test("every node with an origin has its place, in order, and every place is its node's", () => {
  const all = [...signs, ...changed]
  fc.assert(
    fc.property(trees(all, all), (root) => {
      const { text: written, places, textPlaces } = serialise(root)
      const lines = written.split("\n")
      const elements: XmlElement<number>[] = []
      const texts: (number | undefined)[] = []
      const visit = (node: XmlNode<number>) => {
        if (node.kind === "text") texts.push(node.origin)
        else {
          elements.push(node)
          node.children.forEach(visit)
        }
      }
      visit(root)
      const known = elements.filter((each) => each.origin !== undefined)
      expect(places.map(({ name, id, origin }) => [name, id, origin])).toEqual(
        known.map(({ name, attributes, origin }) => [name, attributes["xml:id"], origin]),
      )
      expect(textPlaces.map((place) => place.origin)).toEqual(texts.filter((each) => each !== undefined))
      for (const { line, column, name } of places)
        expect(lines[line - 1]?.slice(column - 1).startsWith(`<${name}`)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
