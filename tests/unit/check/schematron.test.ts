import { describe, expect, test, vi } from "vitest"
import { openRules } from "../../../src/check/rules.js"
import { compileRules, holdsRules } from "../../../src/check/schematron/compile-rules.js"
import { markOf, spanOf } from "../../../src/check/schematron/place-mark.js"
import { placeTei } from "../../../src/check/tei-document.js"
import { openSourceText } from "../../../src/model/source-text.js"
import { compiled, foundBy, generatorText } from "./schematron-rules.js"

// The compiler is started anew for each set of rules, and takes its time where other tests run beside it.
vi.setConfig({ testTimeout: 120_000 })

const schema = (inner: string) =>
  `<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
${inner}
</sch:schema>`
const pattern = (context: string, tests: string) =>
  `<sch:pattern><sch:rule context="${context}">${tests}</sch:rule></sch:pattern>`
const tei = (inner: string) => `<TEI xmlns="http://www.tei-c.org/ns/1.0">${inner}</TEI>`
const reading = (files: Readonly<Record<string, string>>) => (path: string) => files[path]

/** What rules find in a file; neither has a name of its own. */
const found = (rules: string, letter: string, phase?: string) =>
  foundBy("rules.sch", reading({ "rules.sch": rules, "letter.xml": letter }), "letter.xml", phase)

describe("phases", () => {
  const rules = schema(`<sch:phase id="a"><sch:active pattern="one"/></sch:phase>
<sch:phase id="b"><sch:let name="limit" value="0"/><sch:active pattern="two"/></sch:phase>
<sch:pattern id="one"><sch:rule context="tei:p"><sch:assert test="@n">One.</sch:assert></sch:rule></sch:pattern>
<sch:pattern id="two"><sch:rule context="tei:p"><sch:assert test="count(*) lt $limit">Two.</sch:assert></sch:rule></sch:pattern>`)

  test("are asked for by their ids", async () => {
    expect(await found(rules, tei("<p/>"), "a")).toEqual([expect.stringContaining("One.")])
    expect(await found(rules, tei("<p/>"), "b")).toEqual([expect.stringContaining("Two.")])
  })

  test("have variables of their own, which other phases do not know", async () => {
    expect(await found(rules, tei("<p/>"), "#ALL")).toEqual([
      "rules.sch:6:49-87 error schematron-broken: The rules are wrong here: count(*) lt $limit: No binding for variable limit.",
      expect.stringContaining("One."),
    ])
  })

  test("that are not there are told", async () => {
    expect(await found(rules, tei("<p/>"), "c")).toEqual([
      "rules.sch:1:1-83 error schematron-broken: The rules are wrong here: there is no phase c.",
    ])
  })
})

describe("rules", () => {
  test("are checked one by one where one of them breaks down", async () => {
    const rules = schema(
      pattern(
        "tei:p",
        '<sch:assert test="xs:integer(.)">A.</sch:assert><sch:assert test="@n">B.</sch:assert>',
      ),
    )
    const lines = await found(rules, tei("<p>x</p>"))
    expect(lines.map((line) => line.replace(/^\S+ \w+ ([\w-]+):.*/, "$1"))).toEqual([
      "rule-failed",
      "rule-unworkable",
    ])
  })

  test("that call each other without end are told, and nothing is thrown", async () => {
    const rules =
      schema(`<xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="f" name="f:loop">
<xsl:param name="n"/><xsl:sequence select="1 + f:loop($n + 1)"/></xsl:function><sch:ns prefix="f" uri="f"/>
${pattern("tei:p", '<sch:assert test="f:loop(1) = 2">A.</sch:assert>')}`)
    const { value = "" } = await compiled("rules.sch", reading({ "rules.sch": rules }))
    const diagnostics = (await openRules(value)).check(placeTei({ name: "a.xml", text: tei("<p/>") }))
    expect(diagnostics.map((each) => each.code)).toEqual(["rule-unworkable"])
  })

  test("stand at the right tag after a document type declaration, and at any depth", async () => {
    const rules = schema(pattern("tei:gap", '<sch:assert test="@unit" role="warning">A gap.</sch:assert>'))
    const letter = `<!DOCTYPE TEI SYSTEM "tei.dtd">\n${tei(`${"<div>".repeat(990)}\n<gap/>${"</div>".repeat(990)}`)}`
    expect(await found(rules, letter)).toEqual([
      "letter.xml:3:1-7 warning rule-warned: A gap. (A rule of the schema asks for it.)",
    ])
  })

  test("with a thousand failures take no longer for each than with one", async () => {
    const rules = schema(pattern("tei:gap", '<sch:assert test="@unit">A gap.</sch:assert>'))
    const { value = "" } = await compiled("rules.sch", reading({ "rules.sch": rules }))
    const { check } = await openRules(value)
    const letter = (gaps: number) =>
      placeTei({ name: "a.xml", text: tei(`${"<p>a<lb/>b</p>".repeat(20_000)}${"<gap/>".repeat(gaps)}`) })
    const timed = (gaps: number) => {
      const document = letter(gaps)
      const start = process.hrtime.bigint()
      expect(check(document)).toHaveLength(gaps)
      return Number(process.hrtime.bigint() - start) / 1e6
    }
    timed(1)
    // Counting anew for each failure takes a minute here.
    expect(timed(1000)).toBeLessThan(10 * timed(1) + 2000)
  })
})

describe("what rules would read", () => {
  test("is never asked for with a scheme", async () => {
    const asked: string[] = []
    const rules = schema(
      ["http://a.example/a.sch", "file:///etc/passwd", "//b.example/b.sch", "data:text/xml,a", "../c.sch"]
        .map((href) => `<sch:include href="${href}"/>`)
        .join("\n"),
    )
    const { diagnostics } = await compileRules([{ name: "rules.sch", text: rules }], {
      generator: generatorText(),
      load: async (href) => {
        asked.push(href)
        return undefined
      },
      compile: async () => "{}",
    })
    expect(asked).toEqual(["../c.sch"])
    expect(diagnostics.map((each) => [each.code, each.span?.start.line])).toEqual(
      [3, 4, 5, 6, 7].map((line) => ["schematron-broken", line]),
    )
  })

  test("through an external entity stays unread", async () => {
    const text =
      "&lt;!DOCTYPE a [&lt;!ENTITY e SYSTEM &quot;file:///etc/hostname&quot;&gt;]&gt;&lt;a&gt;&amp;e;&lt;/a&gt;"
    const rules = schema(
      pattern(
        "tei:p",
        `<sch:report test="true()"><sch:value-of select="parse-xml('${text}')"/></sch:report>`,
      ),
    )
    expect(await found(rules, tei("<p/>"))).toEqual([expect.stringContaining("rule-unworkable")])
  })

  test("through a declaration of entities in the schema is refused", async () => {
    const rules = `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n${schema("")}`
    expect(await found(rules, tei(""))).toEqual([
      expect.stringMatching(/^rules.sch:1:1-\d+ error schematron-broken/),
    ])
  })
})

test("a place goes through all that is made of a rule", () => {
  const span = openSourceText("a folder: with/colons.sch", "one\ntwo").spanAt(1, 6)
  expect(spanOf(markOf(span))).toEqual(span)
  expect(spanOf("")).toBeUndefined()
})

test("a text has rules in it or not", () => {
  expect(holdsRules(schema(""))).toBe(true)
  expect(holdsRules("<grammar/>")).toBe(false)
})
