import { expect, test } from "vitest"
import { page, teiWith } from "./pages.js"

const attribute = (value: string) => value.replace(/[&<"\t\n\r]/g, (sign) => `&#${sign.codePointAt(0)};`)

const linked = async (target: string) => {
  const { html } = await page(
    "reading",
    teiWith(`<p xml:id="d.1">see <ref target="${attribute(target)}">there</ref></p>`),
  )
  expect(html).toContain("there")
  return /<a href="([^"]*)">there<\/a>/.exec(html)?.[1]
}

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "java\rscript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD4=",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "intent://x#Intent;end",
  "//example.org/x",
  "\\\\example.org\\x",
  "/\\example.org",
  "https:/\\example.org",
  "https:example.org",
  "http://exa mple.org",
  "\u202ejavascript:1",
  "\u200bjavascript:1",
  "\u00a0javascript:1",
  'x" onmouseover="alert(1)',
  "",
])("%j is no link", async (target) => {
  expect(await linked(target)).toBeUndefined()
})

test.each([
  ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
  ["http://example.org", "http://example.org"],
  ["HTTPS://example.org/", "HTTPS://example.org/"],
  ["mailto:editor@example.org", "mailto:editor@example.org"],
  ["#d.1", "#d.1"],
  ["../images/leaf-1.jpg", "../images/leaf-1.jpg"],
  ["other.xml#other.3", "../other/index.html#other.3"],
])("%j leads to %j", async (target, expected) => {
  expect(await linked(target)).toBe(expected)
})

test("a scheme written with references is seen as what it is", async () => {
  for (const target of ["javascript&#58;alert(1)", "&#106;avascript:alert(1)", "java&#x9;script:alert(1)"]) {
    const { html } = await page("diplomatic", teiWith(`<p>see <ref target="${target}">there</ref></p>`))
    expect(html).not.toContain("alert(1)")
  }
})

test("a place that the page does not have gets no link, nor does a house's own number", async () => {
  expect(await linked("#nowhere")).toBeUndefined()
  expect(await linked("1902-01-01")).toBeUndefined()
})

const everywhere = (
  address: string,
) => `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
  <publicationStmt><availability><licence target="${address}">L</licence></availability></publicationStmt>
  <sourceDesc><bibl><relatedItem target="${address}"/></bibl><listWit><witness corresp="${address}">W</witness></listWit></sourceDesc></fileDesc>
  <encodingDesc><editorialDecl><p><ref target="${address}">d</ref> <ptr target="${address}"/></p></editorialDecl></encodingDesc>
  <profileDesc><correspDesc><correspContext><ref target="${address}">c</ref></correspContext></correspDesc></profileDesc></teiHeader>
  <sourceDoc><surface facs="${address}"><graphic url="${address}"/><line><media url="${address}"/>l</line></surface></sourceDoc>
  <text><body><pb facs="${address}"/><p><ref target="${address}"/><ptr target="${address}"/><graphic url="${address}"/>
    <figure><graphic url="${address}"/></figure><persName ref="${address}">n</persName><note target="${address}">x</note></p></body>
    <back><listPerson><person><persName>P</persName><idno type="GND">${address}</idno></person></listPerson></back></text></TEI>`

test.each([
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "java&#9;script:alert(1)",
  "&#1;javascript:alert(1)",
  "data:text/html,alert(1)",
  "//example.org/alert(1)",
])("wherever %s stands in TEI of another house, no link leads there", async (address) => {
  for (const view of ["reading", "diplomatic", "genetic"] as const) {
    const { html, diagnostics } = await page(view, everywhere(address))
    expect(diagnostics).toEqual([])
    const links = [...html.matchAll(/\s(?:href|src|action|formaction|srcset|style)="([^"]*)"/g)].map(
      (match) => match[1] ?? "",
    )
    expect(links.filter((link) => link.includes("alert"))).toEqual([])
    expect(html).not.toMatch(/<(?:script|iframe|object|embed|img|form|svg|math)\b|\son[a-z]+="/i)
  }
})

test("a document that is not in the edition gets no link", async () => {
  expect(await linked("missing.xml")).toBeUndefined()
})
