import { describe, expect, test } from "vitest"
import { depthLimit, flawIn, textLimit } from "../../../src/xml/well-formed.js"

/** The flaw of a text: the problem, and what it stands at. */
const told = (text: string) => {
  const flaw = flawIn(text)
  return flaw && `${text.slice(flaw.from, flaw.to)} | ${flaw.problem}`
}

/** Milliseconds; the least of five, since the machine may do other things meanwhile. */
function quickest(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

test.each([
  ["<a><b></a>", "</a> | “</a>” stands before “<b>” of line 1 is closed"],
  ["<a>\n<opener>\n</openner></a>", "</openner> | “</openner>” closes “<opener>” of line 2"],
  ["</a>", "</a> | “</a>” closes nothing, for no element is open"],
  ["<a><b><c></c>", "<b | “<b>” has no end tag"],
  ["<a><b", "< | the tag that begins here has no end"],
  ["<a><!-- <b/></a>", "< | the comment that begins here has no end"],
  ["<a><![CDATA[ <!-- </a>", "< | the CDATA section that begins here has no end"],
  ["<a><?b </a>", "< | the instruction that begins here has no end"],
  ["<a b=c/>", "c | the value of an attribute stands in no quotation marks"],
  ["<a b></a>", '> | an attribute has no value; it is written name="value"'],
  ["<a b='1'c='2'/>", "c | a blank is missing between two attributes"],
  ["<a b='1' b='2'/>", "b | the attribute “b” stands twice on this tag"],
  ["<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>", "y:b | the attribute “b” stands twice on this tag"],
  ["<a><x:b/></a>", "x | the prefix “x” is declared nowhere; it needs an xmlns:x"],
  [
    "<a xmlns:x='u' x:1='b'/>",
    "x:1 | “x:1” is no name, since its part after the colon begins with a sign or a digit",
  ],
  ["<a xmlns:x=''/>", "' | a prefix is declared as nothing; only xmlns itself can be"],
  ["<a>A & B; C</a>", "& | “&” stands here as a character; write “&amp;”"],
  ["<a b='&x'/>", "& | “&” stands here as a character; write “&amp;”"],
  [
    "<a><!-- & --> &eacute;</a>",
    "&eacute; | “&eacute;” stands for nothing, since entities are not declared; write the character itself",
  ],
  [
    "<a>&constructor;</a>",
    "&constructor; | “&constructor;” stands for nothing, since entities are not declared; write the character itself",
  ],
  ["<a>&#0;</a>", "&#0; | “&#0;” is no character that XML can hold"],
  ["<a>x < 5</a>", "< | “<” begins a tag, and no name follows; write “&lt;” for the character"],
  ["<a>]]></a>", "]]> | “]]>” cannot stand in text; write “]]&gt;”"],
  ["<a><!-- -- --></a>", "-- | “--” cannot stand in a comment but at its end"],
  ["<a><!x></a>", "<! | “<!” begins neither a comment nor a CDATA section"],
  ["<a></></a>", "</> | “</>” names no element"],
  ["<a 1='2'/>", "1 | “1” cannot stand at this place in a tag"],
  ["<a>\u0001</a>", "\u0001 | the character U+0001 cannot stand in XML"],
  ["<a>\ud800</a>", "\ud800 | half a character stands here"],
  ["b<a/>", "b | text stands outside the outermost element"],
  ["<a/>b", "b | text stands outside the outermost element"],
  ["<a/><b/>", "<b/ | a second outermost element begins here, and there can be only one"],
  ["", " | there is no element in it"],
  [" <?xml version='1.0'?><a/>", "< | the XML declaration, “<?xml”, is not the very first thing in the file"],
  ["<a><!DOCTYPE b></a>", "<!DOCTYPE | “<!DOCTYPE” stands where none can stand"],
  [
    "<!DOCTYPE a [ <!ELEMENT a ANY> <a/>",
    "<!DOCTYPE | the document type declaration that begins here has no end",
  ],
  ["<?xml version='1.1'?><a>&#1;</a>", "&#1; | “&#1;” is no character that XML can hold"],
])("%j is told in plain words at its place", (text, expected) => {
  expect(told(text)).toBe(expected)
})

test("a quotation mark that is missing is told where the value begins", () => {
  const text = '<a>\n<hi rend="bold>words\n<b/></hi></a>'
  const flaw = flawIn(text)
  expect(text.slice(flaw?.from)).toMatch(/^"bold>/)
  expect(flaw?.related).toMatchObject({ from: text.indexOf("<b/>") })
})

test("an end tag that does not fit says what is open", () => {
  const text = "<a>\n<b>\n</a>"
  expect(flawIn(text)?.related).toEqual({ message: "“<b>” is open since here.", from: 4, to: 6 })
})

test.each([
  "\ufeff<?xml version='1.0' encoding='ISO-8859-1'?>\n<a/>\n",
  "<a xmlns:xi='u'><xi:b xi:c='&lt;&#x1F600;'/><![CDATA[ & ]]><?pi & ?><!-- & --></a><!-- -->",
  "<!DOCTYPE a SYSTEM 'a.dtd' [ <!-- <!ENTITY x 'y'> --> <?pi %x; ?> <!ATTLIST a b CDATA '>%' > ]\r\n><a/>",
])("%j is well-formed", (text) => {
  expect(flawIn(text)).toBeUndefined()
})

test("elements can be nested to a limit, and no deeper", () => {
  const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth)
  expect(flawIn(nested(depthLimit))).toBeUndefined()
  const flaw = flawIn(nested(depthLimit + 1))
  expect(flaw).toMatchObject({ code: "tei-too-deep", from: depthLimit * 3 })
  expect(flawIn("<a>".repeat(1_000_000))?.code).toBe("tei-too-deep")
})

test("a text can be long to a limit, and no longer", () => {
  expect(flawIn("a".repeat(textLimit + 1))?.code).toBe("tei-too-large")
})

describe("a DOCTYPE that declares or uses entities is refused within 100 ms", () => {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    "\n",
  )
  test.each([
    ["billion laughs", `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`],
    [
      "quadratic blow-up",
      `<!DOCTYPE a [<!ENTITY x "${"x".repeat(100_000)}">]><a>${"&x;".repeat(100_000)}</a>`,
    ],
    ["an external entity", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`],
    ["a parameter entity", `<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x.dtd"> %x;]><a/>`],
    ["a parameter entity that is only used", "<!DOCTYPE a [ %x; ]><a/>"],
    ["an unparsed entity", `<!DOCTYPE a [<!ENTITY x SYSTEM "a.jpg" NDATA jpeg>]><a/>`],
    ["an entity behind much else", `<!DOCTYPE a [${"<!ELEMENT a ANY>".repeat(60_000)}<!ENTITY x "y">]><a/>`],
    ["an entity in a subset that does not end", `<!DOCTYPE a [<!ENTITY x "y"`],
  ])("%s", (_, built) => {
    // As it comes from a file: in one piece.
    const text = Buffer.from(built).toString()
    const flaw = flawIn(text)
    expect(quickest(() => flawIn(text))).toBeLessThan(100)
    expect(flaw).toMatchObject({ code: "doctype-refused", from: 0, to: 9 })
    expect(text.slice(flaw?.related?.from, flaw?.related?.to)).toMatch(/^(<!ENTITY|%x;)/)
  })

  test.each([
    ["10 MB of declarations", `<!DOCTYPE a [${"<!ELEMENT a ANY>".repeat(650_000)}<!ENTITY x "y">]><a/>`],
    ["10 MB of comments", `<!DOCTYPE a [${"<!-- -->".repeat(1_300_000)}]><a/>`],
    ["a subset that does not end", `<!DOCTYPE a [${"<!ELEMENT a ANY>".repeat(650_000)}`],
    ["quotation marks that do not end", `<!DOCTYPE a [${"<!ELEMENT a '".repeat(800_000)}`],
    ["comments that do not end", `<!DOCTYPE a [${"<!--".repeat(2_500_000)}`],
    ["10 MB of “<”", `<!DOCTYPE a [${"<".repeat(10_000_000)}`],
    ["10 MB of blanks", `<!DOCTYPE a ${" ".repeat(10_000_000)}`],
  ])("%s", (_, built) => {
    const text = Buffer.from(built).toString()
    const flaw = flawIn(text)
    expect(quickest(() => flawIn(text))).toBeLessThan(100)
    expect(flaw).toMatchObject({ code: "doctype-refused", problem: "it is too long to be looked through" })
  })
})
