import { expect, test } from "vitest"
import { page, teiWith } from "./pages.js"

const attribute = (value: string) => value.replace(/[&<"\t\n\r]/g, (sign) => `&#${sign.codePointAt(0)};`)

const linked = async (target: string) => {
  const { html } = await page("reading", teiWith(`<p>see <ref target="${attribute(target)}">there</ref></p>`))
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

test("a document that is not in the edition gets no link", async () => {
  expect(await linked("missing.xml")).toBeUndefined()
})
