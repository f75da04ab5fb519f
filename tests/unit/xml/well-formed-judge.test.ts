import fc from "fast-check"
import { ParseOption, XmlDocument, XmlLibError } from "libxml2-wasm"
import { expect, test } from "vitest"
import { flawIn } from "../../../src/xml/well-formed.js"

// Without an XML declaration: libxml2 lets versions through that XML does not know.
const letter = `<?xml-model href="tei.rng"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x">
 <text n='1' x:n="2"><!-- a note --><body>
  <opener rend="right"><dateline>Vienna, 27 Oct.</dateline></opener>
  <p>Dear A &amp; B, <del>x</del><x:gap/> &#xe4; <![CDATA[a < b]]>
  <lb/>with love</p></body></text>
</TEI>
`

/** Whether libxml2 finds a text well-formed, by XML 1.0 and by the rules of namespaces. */
function isWellFormed(text: string): boolean {
  try {
    const { XML_PARSE_NO_XXE, XML_PARSE_IGNORE_ENC } = ParseOption
    XmlDocument.fromString(text, { option: XML_PARSE_NO_XXE | XML_PARSE_IGNORE_ENC }).dispose()
    return true
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    // That the name of a namespace is no URI is another matter.
    return !error.details.some(({ level, message }) => level === 3 || !/valid URI|absolute/.test(message))
  }
}

const signs = fc.constantFrom(
  ...[
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&amp;",
    "&x;",
    "&#0;",
    ";",
    '"',
    "'",
    "=",
    " n='1'",
    "]]>",
    "<!--",
    "-->",
    "--",
    "<p>",
  ],
  ...[
    "</p>",
    "<![CDATA[",
    "<?",
    "?>",
    "<!",
    ":",
    "x:",
    " xmlns:x=''",
    "\u0001",
    "-",
    "]",
    "<?xml version='1.0'?>",
    " ",
  ],
)

/** The letter with a sign put in, some characters or a tag taken out. */
const damaged = fc
  .tuple(
    fc.nat(letter.length),
    fc.oneof(
      signs.map((sign) => [0, sign] as const),
      fc.nat(4).map((length) => [length, ""] as const),
    ),
  )
  .map(([at, [length, sign]]) => letter.slice(0, at) + sign + letter.slice(at + length))

test("libxml2 agrees whether a text is well-formed", () => {
  fc.assert(
    fc.property(damaged, (text) => {
      expect(flawIn(text) === undefined).toBe(isWellFormed(text))
    }),
    { numRuns: 5000 },
  )
}, 60_000)
