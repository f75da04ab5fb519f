import { expect, test } from "vitest"
import { checkReferences } from "../../../src/check/references/check-references.js"
import { repeatedIds } from "../../../src/check/references/ids.js"
import { withoutRepeated } from "../../../src/check/references/repeated.js"
import { placeTei } from "../../../src/check/tei-document.js"
import { diagnose } from "../../../src/diagnostics/diagnostic.js"

const tei = (body: string, header = "") =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader>\n<text>${body}</text></TEI>`
const people = `<listPerson><person xml:id="ada"/></listPerson><listPlace><place xml:id="ulm"/></listPlace>
  <handDesc><handNote xml:id="pencil"/></handDesc><change xml:id="first"/><surface xml:id="leaf"/>`

const check = (texts: Readonly<Record<string, string>>, files: readonly string[] = []) => {
  const documents = Object.entries(texts).map(([name, text]) => placeTei({ name, text }))
  const found = checkReferences(documents, new Set([...Object.keys(texts), ...files]))
  return documents.flatMap((document) =>
    (found.get(document) ?? []).map((each) => ({
      ...each,
      at: document.text.slice(each.span?.start.offset, each.span?.end.offset),
    })),
  )
}
const checkOne = (body: string, header = people, files: readonly string[] = []) =>
  check({ "letters/a.xml": tei(body, header) }, files)
const codes = (body: string, header = people, files: readonly string[] = []) =>
  checkOne(body, header, files).map((each) => each.code)

test.each([
  ["an id", '<p><persName ref="#ada"/></p>'],
  ["several", '<p corresp="#ada  #ulm"/>'],
  ["a percent-encoded id", '<p xml:id="früh"/><ref target="#fr%C3%BCh"/>'],
  ["a hand", '<add hand="#pencil" change="#first"/>'],
  ["a surface", '<pb facs="#leaf"/>'],
  ["an XPath", `<ref target="#xpath(//p[1])"/><ref target="#string-range(//p,1,2)"/>`],
  [
    "addresses",
    '<ref target="https://example.org/a?b#c mailto:a@example.org urn:isbn:1 geo:1,2 doi:10.1/2"/>',
  ],
  ["a file", '<ref target="b.pdf ../register.xml#x ../letters/ a.xml#ada"/>'],
  ["a name with blanks", '<graphic url="my leaf.jpg"/>'],
  ["an image", '<graphic url="../images/leaf-1.jpg"/><pb facs="../images/leaf-1.jpg"/>'],
  [
    "a word that is no pointer",
    '<persName key="gone"/><date from="1900"/><num value="3"/><ref cRef="Mt 1"/>',
  ],
  ["what quotes mark-up", '<egXML xmlns="http://www.tei-c.org/ns/Examples"><ref target="#gone"/></egXML>'],
  ["another namespace", '<svg xmlns="http://www.w3.org/2000/svg"><use ref="#gone"/></svg>'],
  [
    "a base on the network",
    '<p xml:base="https://example.org/"><ref target="b.xml"/><ref target="#ada"/></p>',
  ],
  ["a span", '<delSpan spanTo="#end"/><p/><anchor xml:id="end"/>'],
  ["a chain", '<seg xml:id="a" next="#b"/><seg xml:id="b" prev="#a"/>'],
  ["a chain that only goes on", '<seg next="#b"/><seg xml:id="b" next="#c"/><seg xml:id="c"/>'],
])("%s is in order", (_, body) => {
  const files = ["letters/b.pdf", "register.xml", "images/leaf-1.jpg", "letters/my leaf.jpg"]
  expect(checkOne(body, people, files)).toEqual([])
})

test.each([
  ["pointer-unresolved", '<p corresp="#gone"/>'],
  ["pointer-unresolved", '<ref target="a.xml#gone"/>'],
  ["pointer-empty", '<rs ref=""/>'],
  ["pointer-empty", '<rs ref="#"/>'],
  ["pointer-file-missing", '<ref target="b.xml"/>'],
  ["pointer-file-missing", '<persName ref="ada"/>'],
  ["pointer-file-missing", '<note ana="a remark of mine"/>'],
  ["pointer-scheme-undeclared", '<persName ref="gnd:118540238"/>'],
  ["pointer-mistaken", '<said who="#ulm"/>'],
  ["pointer-mistaken", '<placeName ref="#ada"/>'],
  ["pointer-mistaken", '<pb facs="#ada"/>'],
  ["pointer-mistaken", '<div decls="#ada"/>'],
  ["hand-mistaken", '<add hand="#ada"/>'],
  ["hand-mistaken", '<handShift new="#ada"/>'],
  ["stage-mistaken", '<add change="#ada"/>'],
  ["span-backwards", '<anchor xml:id="end"/><delSpan spanTo="#end"/>'],
  ["span-backwards", '<p><delSpan xml:id="it" spanTo="#it"/></p>'],
  ["transposition-mistaken", '<transpose><ptr target="#ada"/><ptr target="#ulm"/></transpose>'],
  ["chain-broken", '<seg xml:id="a" next="#b"/><seg xml:id="b" prev="#c"/><seg xml:id="c" next="#b"/>'],
  ["chain-broken", '<seg xml:id="a" next="#b"/><seg xml:id="b" next="#a"/>'],
  ["chain-broken", '<seg xml:id="a" next="#a"/>'],
  ["image-missing", '<graphic url="leaf.jpg"/>'],
  ["path-outside", '<ref target="../../etc/passwd"/>'],
  ["path-outside", '<graphic url="C:\\leaf.jpg"/>'],
  ["url-refused", '<ref target="javascript:alert(1)"/>'],
  ["url-refused", '<ref target="JaVa&#9;Script&#58;alert(1)"/>'],
  ["url-refused", '<ref target="java\nscript:alert(1)"/>'],
  ["url-refused", '<ref target="&#x200B;data:text/html,x"/>'],
  ["url-refused", '<graphic url="file:///etc/passwd"/>'],
  ["url-refused", '<ref target="//example.org/x"/>'],
  ["url-refused", '<ref target="https:example.org"/>'],
  ["url-refused", '<p xml:base="javascript:1"/>'],
])("%s: %s", (code, body) => {
  expect([...new Set(codes(body))]).toEqual([code])
})

test("a problem stands at its attribute, and one cause is told once", () => {
  const found = checkOne('<p n="1" corresp="#gone"/>\n<p corresp="#gone"/><p corresp="#gone"/>')
  expect(found.map((each) => [each.at, each.span?.start.line])).toEqual([['corresp="#gone"', 3 + 0]])
  expect(found[0]?.message).toBe("#gone points at nothing in this document, here and at 2 other places.")
  expect(found[0]?.related).toHaveLength(2)
})

test("the nearest right spelling is named, wherever it is", () => {
  expect(checkOne('<p corresp="#pencli"/>')[0]?.hint).toBe("Did you mean “#pencil”?")
  const texts = { "a.xml": tei('<rs ref="#ada"/>'), "x/people.xml": tei("", people) }
  expect(check(texts)[0]?.hint).toBe("It is in x/people.xml: write “x/people.xml#ada”.")
  const image = (url: string) => checkOne(`<graphic url="${url}"/>`, "", ["images/Leaf-a.JPG"])[0]?.hint
  expect(image("../images/leaf-a.jpg")).toBe(
    "There is “images/Leaf-a.JPG”; capitals and small letters count.",
  )
  expect(image("leaf-a.jpg")).toBe("There is “images/Leaf-a.JPG”.")
  expect(image("../images/leav-a.JPG")).toBe("Did you mean “Leaf-a.JPG”?")
  expect(image("..\\images\\Leaf-a.JPG")).toContain("not “\\”")
  expect(checkOne('<rs ref="ada"/>')[0]?.hint).toContain("“#ada”")
})

const prefix = (pattern: string, replacement: string) =>
  `<prefixDef ident="psn" matchPattern="${pattern}" replacementPattern="${replacement}"/>${people}`

test("a private scheme leads where the header says, and that is checked", () => {
  expect(codes('<rs ref="psn:ada"/>', prefix("([a-z]+)", "#$1"))).toEqual([])
  expect(codes('<rs ref="psn:eve"/>', prefix("([a-z]+)", "#$1"))).toEqual(["pointer-unresolved"])
  expect(codes('<rs ref="psn:a/b"/>', prefix("(\\w+)/([^/]*)", "https://example.org/$2/$1"))).toEqual([])
  expect(codes('<rs ref="psn:1"/>', prefix("([a-z]+)", "#$1"))).toEqual(["prefix-unmatched"])
  expect(codes('<rs ref="psn:1"/>', prefix("(.+)", "javascript:$1"))).toEqual(["url-refused"])
  expect(codes('<rs ref="psn:1"/>', prefix("(.+)", "psn:$1"))).toEqual(["pointer-scheme-undeclared"])
  expect(codes('<pb facs="psn:1.jpg"/>', prefix("(.+)", "$1"))).toEqual(["image-missing"])
})

test.each(["(a+)+", "(a|b)*", "([a-z", "a)", "(a", "((a*)b)*", ""])(
  "the pattern %j cannot be used",
  (pattern) => {
    expect(codes(`<rs ref="psn:${"a".repeat(40)}!"/>`, prefix(pattern, "#$1"))).toEqual(["prefix-unusable"])
  },
)

test("a slow pattern is given up", () => {
  const began = performance.now()
  codes(`<rs ref="psn:${"a".repeat(100_000)}!"/>`, prefix("(.*)(.*)(.*)(.*)b", "#$1"))
  expect(performance.now() - began).toBeLessThan(2000)
})

test("pointers into a file that is included lead to where it stands", () => {
  const whole = tei('<div xml:base="part.xml"><p xml:id="p"/><ref target="#p part.xml#p #other"/></div>', "")
  const texts = {
    "a.xml": whole.replace("<text>", '<text xml:id="other">'),
    "b.xml": tei('<ref target="part.xml#p"/>'),
  }
  expect(check(texts, ["part.xml"])).toEqual([])
})

test("documents that stet writes point at each other by name", () => {
  const a = placeTei({ name: "a.xml", text: tei('<ref target="b.xml#here"/>') })
  const b = placeTei({ name: "b.xml", text: tei('<p xml:id="here"/>') })
  expect([...checkReferences([a, b], new Set()).values()].flat()).toEqual([])
})

test("id-clash: files that are numbered alike are told once, the same entry in both not at all", () => {
  const entry = '<person xml:id="ada"><persName>Ada</persName></person>'
  const letter = (words: string) => tei(`${entry}<p xml:id="p1">${words}</p><p xml:id="p2">${words}!</p>`)
  const found = check({ "a.xml": letter("one"), "b.xml": letter("two"), "c.xml": letter("three") })
  expect(found.map((each) => [each.code, each.span?.file, each.at])).toEqual([
    ["id-clash", "b.xml", 'xml:id="p1"'],
  ])
  expect(found[0]?.message).toBe(
    "The id “p1” stands for one thing here and for another in a.xml; so it is with 1 more of that file's ids, in 2 files.",
  )
  expect(found[0]?.related[0]?.span.file).toBe("a.xml")
})

test("ids that stand twice in one file", () => {
  const text = tei('<p xml:id="a"/><p xml:id="b"/><p xml:id="a"/>')
  const twice = repeatedIds(placeTei({ name: "a.xml", text }))
  expect(twice.map((each) => [each.id, each.again.from])).toEqual([["a", text.lastIndexOf("xml:id")]])
})

test("what the schema's rules say of a pointer is not said again", () => {
  const document = placeTei({
    name: "a.xml",
    text: tei('<delSpan spanTo="#gone"/><delSpan spanTo="#it" xml:id="it"/>'),
  })
  const references = checkReferences([document], new Set()).get(document) ?? []
  const rules = document.elements
    .filter((each) => each.local === "delSpan")
    .map((each) => diagnose("span-backwards", {}, document.spanAt(each.from, each.to)))
  const unresolved = diagnose("pointer-unresolved", {}, rules[0]?.span)
  const kept = diagnose("gap-unmeasured", {}, rules[0]?.span)
  expect(withoutRepeated([...rules, unresolved, kept], references)).toEqual([rules[0], kept])
})

test("what the rule says of a transposition is kept where it says more", () => {
  const text = tei('<transpose><ptr target="#ulm"/><ptr target="#p"/></transpose><p xml:id="p"/>', people)
  const document = placeTei({ name: "a.xml", text })
  const references = checkReferences([document], new Set()).get(document) ?? []
  const rule = (target: string) => diagnose("transposition-mistaken", { target, more: "" })
  expect(withoutRepeated([rule("#ulm"), rule("#ulm, #p"), rule("#p")], references)).toEqual([
    rule("#ulm, #p"),
    rule("#p"),
  ])
})

test("thousands of files take no more than a moment", () => {
  const documents = Array.from({ length: 2000 }, (_, at) =>
    placeTei({
      name: `l${at}.xml`,
      text: tei(`<p xml:id="p1">${at}<rs ref="#gone${at % 7}"/><ref target="l${at + 1}.xml#p1"/></p>`),
    }),
  )
  const began = performance.now()
  const found = [...checkReferences(documents, new Set(documents.map((each) => each.name))).values()].flat()
  expect(performance.now() - began).toBeLessThan(5000)
  expect(found.filter((each) => each.code === "id-clash")).toHaveLength(1)
})
