import fc from "fast-check"
import { SaxesParser } from "saxes"
import { describe, expect, test } from "vitest"
import { expandIncludes } from "../../../src/brought/include.js"
import { flawIn } from "../../../src/xml/well-formed.js"

const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
type Files = Readonly<Record<string, string>>

/** Expands “a.xml” of these files. */
function expand(files: Files, file = "a.xml") {
  const asked: string[] = []
  const { value, diagnostics } = expandIncludes(file, files[file] ?? "", (path) => {
    asked.push(path)
    return files[path]
  })
  const told = diagnostics.map(
    ({ code, span }) => `${code} ${span?.file} ${span?.start.line}:${span?.start.column}`,
  )
  return { ...value, told, asked, diagnostics }
}

describe("an inclusion gives way to", () => {
  test("the root of the file, without its prolog", () => {
    const files = {
      "a.xml": `<a ${xi}>\n<xi:include href="b.xml"/>\n</a>`,
      "b.xml": `<?xml version="1.0"?>\n<!DOCTYPE b>\n<!-- c -->\n<b>words</b>\n<!-- d -->`,
    }
    const { text, told, files: read } = expand(files)
    expect(text).toBe(`<a ${xi}>\n<b xml:base="b.xml">words</b>\n</a>`)
    expect(told).toEqual(["doctype-ignored b.xml 2:1"])
    expect(read).toEqual(["a.xml", "b.xml"])
  })

  test("the text of the file, escaped", () => {
    const files = {
      "a.xml": `<a ${xi}><xi:include href="b.txt" parse="text"/></a>`,
      "b.txt": "A & B <c> ]]>",
    }
    expect(expand(files)).toMatchObject({ text: `<a ${xi}>A &amp; B &lt;c&gt; ]]&gt;</a>`, told: [] })
  })

  test("the element of an id, or of a place", () => {
    const b = `<b xml:lang="fr" xmlns="u" xmlns:p="v"><c/><d xml:id="x"><e>1</e><f/></d></b>`
    const of = (pointer: string) =>
      expand({ "a.xml": `<a ${xi}><xi:include href="b.xml" xpointer="${pointer}"/></a>`, "b.xml": b })
    const x = `<d xmlns="u" xmlns:p="v" xml:base="b.xml" xml:lang="fr" xml:id="x"><e>1</e><f/></d>`
    for (const pointer of [
      "x",
      "element(x)",
      "element(/1/2)",
      "element(nowhere)element(x)",
      "xpointer(//d) element(x)",
    ])
      expect(of(pointer).text, pointer).toBe(`<a ${xi}>${x}</a>`)
    expect(of("element(x/1)").text).toContain(`xml:base="b.xml" xml:lang="fr">1</e>`)
    for (const pointer of ["nowhere", "element(/1/3)", "element(/2)", "xpath1(//d)"])
      expect(of(pointer).told, pointer).toEqual(["include-part-missing a.xml 1:47"])
  })

  test("an element of the same file", () => {
    const text = `<a ${xi}><b xml:id="x"/><xi:include xpointer="x"/></a>`
    expect(expand({ "a.xml": text })).toMatchObject({
      text: `<a ${xi}><b xml:id="x"/><b xml:id="x"/></a>`,
      told: [],
    })
  })

  test("the fallback where the file is not there, and what that includes", () => {
    const files = {
      "a.xml": `<a ${xi}><xi:include href="b.xml" xmlns:q="w"><xi:fallback><q:c/>words<xi:include href="d.xml"><xi:fallback>none</xi:fallback></xi:include></xi:fallback></xi:include></a>`,
      "d.xml": "<d/>",
    }
    const { text, told } = expand(files)
    expect(told).toEqual([])
    expect(text).toBe(`<a ${xi}><q:c xmlns:q="w"/>words<d xml:base="d.xml"/></a>`)
    expect(expand({ "a.xml": files["a.xml"] }).text).toBe(`<a ${xi}><q:c xmlns:q="w"/>wordsnone</a>`)
    expect(
      expand({ "a.xml": `<a ${xi}><xi:include href="b.xml"><xi:fallback/></xi:include></a>` }).text,
    ).toBe(`<a ${xi}></a>`)
  })

  test("a whole document, where the root is an inclusion", () => {
    const a = `<xi:include ${xi} href="b.xml"/>`
    expect(expand({ "a.xml": a, "b.xml": "<b/>" })).toMatchObject({ text: '<b xml:base="b.xml"/>', told: [] })
    const asText = `<xi:include ${xi} href="b.xml" parse="text"/>`
    expect(expand({ "a.xml": asText, "b.xml": "<b/>" }).told).toEqual(["include-broken a.xml 1:1"])
  })
})

test("addresses count from the including file, and keep doing so in what is included", () => {
  const files = {
    "s/a.xml": `<a ${xi}><xi:include href="p/b.xml"/></a>`,
    "s/p/b.xml": `<b ${xi} xml:base="q/"><xi:include href="c.xml"/></b>`,
    "s/p/q/c.xml": `<c/>`,
  }
  const { text, told } = expand(files, "s/a.xml")
  expect(told).toEqual([])
  expect(text).toBe(
    `<a ${xi}><b xmlns:xi="http://www.w3.org/2001/XInclude" xml:base="p/q/"><c xml:base="c.xml"/></b></a>`,
  )
})

test("names mean in their new place what they mean in their file", () => {
  const files = { "a.xml": `<a xmlns="u" ${xi}><xi:include href="b.xml"/></a>`, "b.xml": "<b><c/></b>" }
  expect(expand(files).text).toBe(`<a xmlns="u" ${xi}><b xmlns="" xml:base="b.xml"><c/></b></a>`)
})

describe("an inclusion is refused, with an error at its tag,", () => {
  const included = (attributes: string, files: Files = {}) =>
    expand({ "a.xml": `<a ${xi}>\n<xi:include ${attributes}/></a>`, ...files })
  test.each([
    ['href="b.xml"', "include-missing", ["b.xml"]],
    ['href="../../etc/passwd" parse="text"', "include-refused", []],
    ['href="/etc/passwd" parse="text"', "include-refused", []],
    ['href="%2e%2e/%2e%2e/etc/passwd" parse="text"', "include-refused", []],
    ['href="file:///etc/passwd" parse="text"', "include-refused", []],
    ['href="http://localhost/b.xml"', "include-refused", []],
    ['href="b.xml" xml:base="https://localhost/"', "include-refused", []],
    ['href="b.xml" xml:base="../"', "include-refused", []],
    ['href="b.xml#x"', "include-broken", []],
    ['href="b.xml" parse="html"', "include-broken", []],
    ['href="b.txt" parse="text" xpointer="x"', "include-broken", []],
    ["", "include-broken", []],
  ])("with %s", (attributes, code, asked) => {
    const found = included(attributes)
    expect(found.told).toEqual([`${code} a.xml 2:1`])
    expect(found.asked).toEqual(asked)
    expect(found.text).toBe(`<a ${xi}>\n</a>`)
  })

  test("when something strange stands in it", () => {
    const twice = "<xi:fallback/><xi:fallback/>"
    for (const inside of [twice, "<xi:include href='b.xml'/>"])
      expect(
        expand({ "a.xml": `<a ${xi}><xi:include href="b.xml">${inside}</xi:include></a>` }).told,
      ).toEqual(["include-broken a.xml 1:47"])
  })

  test("when the text has a character that XML cannot hold, at its own place", () => {
    expect(included('href="b.txt" parse="text"', { "b.txt": "x\n\u0001" }).told).toEqual([
      "character-forbidden b.txt 2:1",
    ])
  })
})

test("a file that is not well-formed has its error at its own place, once, and no fallback hides it", () => {
  const include = `<xi:include href="b.xml"><xi:fallback>no</xi:fallback></xi:include>`
  const { text, told } = expand({ "a.xml": `<a ${xi}>${include}${include}</a>`, "b.xml": "<b>\n<c>\n</b>" })
  expect(told).toEqual(["tei-not-well-formed b.xml 3:1"])
  expect(text).toBe(`<a ${xi}></a>`)
  const canary = '<!DOCTYPE b [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><b>&x;</b>'
  expect(expand({ "a.xml": `<a ${xi}>${include}</a>`, "b.xml": canary }).told).toEqual([
    "doctype-refused b.xml 1:1",
  ])
})

describe("what would never end", () => {
  test("is a cycle, told where it closes", () => {
    const files = {
      "a.xml": `<a ${xi}>\n<xi:include href="b.xml"/></a>`,
      "b.xml": `<b ${xi}>\n\n<xi:include href="a.xml"/></b>`,
    }
    expect(expand(files).told).toEqual(["include-cycle b.xml 3:1"])
    expect(expand({ "a.xml": `<a ${xi}>\n<xi:include href="a.xml"/></a>` }).told).toEqual([
      "include-cycle a.xml 2:1",
    ])
    const self = `<a ${xi}><b xml:id="x">\n<xi:include xpointer="x"/></b></a>`
    expect(expand({ "a.xml": self }).told).toEqual(["include-cycle a.xml 2:1"])
  })

  test("goes so deep and no deeper", () => {
    const chain = (length: number): Files =>
      Object.fromEntries(
        Array.from({ length }, (_, at) => [`${at}.xml`, `<a ${xi}><xi:include href="${at + 1}.xml"/></a>`]),
      )
    expect(expand({ ...chain(90), "90.xml": "<b/>" }, "0.xml").told).toEqual([])
    expect(expand(chain(500), "0.xml").told).toEqual(["include-too-much 100.xml 1:47"])
  })

  test("grows so large and no larger, in little time", () => {
    const twice = (at: number) => `<a ${xi}><xi:include href="${at}.xml"/><xi:include href="${at}.xml"/></a>`
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}.xml`, twice(at + 1)]))
    const start = performance.now()
    const { told, text } = expand({ ...files, "40.xml": "<b/>" }, "0.xml")
    expect(performance.now() - start).toBeLessThan(15_000)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^include-too-much /)
    expect(text).toBe(files["0.xml"])
  })

  test("ends where very many include nothing", () => {
    const nothing = `<xi:include href="none"><xi:fallback/></xi:include>`
    const many = `<a ${xi}>${nothing.repeat(5000)}</a>`
    const a = `<a ${xi}>${'<xi:include href="b.xml"/>'.repeat(5000)}</a>`
    const start = performance.now()
    expect(expand({ "a.xml": a, "b.xml": many }).told[0]).toMatch(/^include-too-much /)
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  test("is not too deep in each file, but in all", () => {
    const deep = (at: number) =>
      `<a ${xi}>${"<b>".repeat(600)}${at === 0 ? "" : `<xi:include href="${at - 1}.xml"/>`}${"</b>".repeat(600)}</a>`
    const { told, text } = expand({ "0.xml": deep(0), "1.xml": deep(1) }, "1.xml")
    expect(told).toEqual(["tei-too-deep 0.xml 1:1241"])
    expect(text).toBe(deep(1))
  })

  test("nor do fallbacks in fallbacks overflow", () => {
    const nested =
      '<xi:include href="none"><xi:fallback>'.repeat(480) + "</xi:fallback></xi:include>".repeat(480)
    expect(expand({ "a.xml": `<a ${xi}>${nested}</a>` }).told).toEqual([
      expect.stringMatching(/^include-too-much a\.xml/),
    ])
  })
})

test("spans are those of the files", () => {
  const files = {
    "a.xml": `<a ${xi}>\n<xi:include href="b.xml"/>\n<z/></a>`,
    "b.xml": "<!-- -->\n<b>\n <c/></b>",
  }
  const { text = "", spanAt, placeOf } = expand(files)
  const place = (words: string) => {
    const from = text.indexOf(words)
    const span = spanAt?.(from, from + words.length)
    return `${span?.file} ${span?.start.line}:${span?.start.column}-${span?.end.column}`
  }
  expect(place("<c/>")).toBe("b.xml 3:2-6")
  expect(place("<z/>")).toBe("a.xml 3:1-5")
  expect(place('<b xml:base="b.xml">')).toBe("b.xml 2:1-4")
  expect(placeOf?.(text.indexOf("xml:base"))).toEqual({ file: "b.xml", offset: 9, added: true })
  expect(placeOf?.(text.indexOf("<c/>"))).toMatchObject({ added: false })
})

/** What saxes reads of a text: tags with their namespaces, attributes, and the text between. */
interface Read {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Read | string)[]
}
function read(text: string): Read {
  const parser = new SaxesParser({ xmlns: true })
  const document: Read = { name: "", attributes: {}, children: [] }
  const open = [document]
  parser.on("opentag", ({ uri, local, attributes }) => {
    const named = Object.values(attributes)
      .filter((each) => each.uri !== "http://www.w3.org/2000/xmlns/" && each.name !== "xml:base")
      .map((each) => [`${each.uri} ${each.local}`, each.value])
    const element: Read = { name: `${uri} ${local}`, attributes: Object.fromEntries(named), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on("closetag", () => void open.pop())
  const say = (words: string) => void open.at(-1)?.children.push(words)
  parser.on("text", say)
  parser.on("cdata", say)
  parser.write(text).close()
  const [root] = document.children.filter((each) => typeof each !== "string")
  if (root === undefined) throw new Error("no root")
  return joined(root)
}
const joined = (element: Read): Read => {
  const children: (Read | string)[] = []
  for (const each of element.children) {
    const last = children.at(-1)
    if (typeof each !== "string") children.push(joined(each))
    else if (typeof last === "string") children[children.length - 1] = last + each
    else if (each !== "") children.push(each)
  }
  return { ...element, children }
}

/** Carries out inclusions on trees: a second opinion that knows nothing of texts and places. */
function included(element: Read, files: Files): Read {
  const within = (children: readonly (Read | string)[]): (Read | string)[] =>
    children.flatMap((child): (Read | string)[] => {
      if (typeof child === "string") return [child]
      if (child.name !== "http://www.w3.org/2001/XInclude include") return [included(child, files)]
      const found = files[child.attributes[" href"] ?? ""]
      if (found === undefined) {
        const [fallback] = child.children.filter((each) => typeof each !== "string")
        return within(fallback?.children ?? [])
      }
      return child.attributes[" parse"] === "text" ? [found] : [included(read(found), files)]
    })
  return { ...element, children: within(element.children) }
}

describe("whatever the files are,", () => {
  const word = fc.constantFrom(
    "a",
    "b &amp; c",
    "\n",
    "<![CDATA[<d>]]>",
    "<!-- <xi:include/> -->",
    "<?p x?>",
    "𝄞",
  )
  const declared = fc.constantFrom(
    "",
    ' xmlns="u"',
    ' xmlns=""',
    ' xmlns="v"',
    ' xmlns:p="w"',
    ' xmlns:p="x"',
    ` ${xi}`,
  )
  /** Later files include only earlier ones, so that there is no cycle. */
  const bodyOf = (reachable: readonly string[]) =>
    fc.letrec<{ node: string; body: string }>((tie) => ({
      body: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
      node: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        word,
        fc.tuple(declared, tie("body")).map(([names, body]) => `<e${names} f="1">${body}</e>`),
        tie("body").map((body) => `<p:e xmlns:p="y">${body}</p:e>`),
        fc
          .tuple(fc.constantFrom("none", ...reachable), fc.boolean(), declared, tie("body"))
          .map(([href, asText, names, body]) => {
            const parse = asText ? ' parse="text"' : ""
            return `<xi:include ${xi}${names.includes("xi") ? "" : names} href="${href}"${parse}><xi:fallback>${body}</xi:fallback></xi:include>`
          }),
      ),
    })).body
  const files = fc
    .tuple(bodyOf([]), declared, bodyOf(["0.xml"]), declared, bodyOf(["0.xml", "1.xml"]), declared)
    .map(([zero, of0, one, of1, two, of2]): Files => {
      const file = (names: string, body: string) =>
        `<?xml version="1.0"?>\r\n<r${names}>${body}</r>\n<!-- end -->`
      return { "0.xml": file(of0, zero), "1.xml": file(of1, one), "2.xml": file(of2, two) }
    })

  test("the expanded text reads as the trees do, and its characters lead back to their files", () => {
    fc.assert(
      fc.property(files, (all) => {
        const main = all["2.xml"] ?? ""
        const { value, diagnostics } = expandIncludes("2.xml", main, (path) => all[path])
        expect(diagnostics).toEqual([])
        expect(flawIn(value.text)).toBeUndefined()
        const normal = (tree: Read) => JSON.stringify(tree).replaceAll("\\r\\n", "\\n")
        expect(normal(read(value.text))).toBe(normal(joined(included(read(main), all))))
        for (const [at, { at: from, fixed, file, offset }] of value.segments.entries()) {
          const to = value.segments[at + 1]?.at ?? value.text.length
          const written = all[file]?.slice(offset, offset + to - from)
          if (!fixed) expect(written).toBe(value.text.slice(from, to))
          expect(value.placeOf(from)).toMatchObject({ file, offset })
          if (!fixed) expect(value.placeOf(to - 1)).toMatchObject({ file, offset: offset + to - from - 1 })
        }
      }),
      { numRuns: 400 },
    )
  })
})
