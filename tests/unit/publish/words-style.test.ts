import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { interfaceLanguages } from "../../../src/model/page.js"
import { cssString, wordsStyle } from "../../../src/publish/words-style.js"
import { wordsIn } from "../../interface.js"

const styles = new URL("../../../src/browser/styles/", import.meta.url)
const css = readdirSync(styles)
  .map((name) => readFileSync(new URL(name, styles), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""))
  .join("\n")
const propertiesOf = (language: (typeof interfaceLanguages)[number]) =>
  [...wordsStyle(wordsIn(language), "").content.matchAll(/^ {2}(--say-[a-z-]+): "/gm)].map(([, name]) => name)

test("the phrases of the styles are custom properties of the root", () => {
  const { name, content } = wordsStyle({ "say-deleted": "[gestrichen: ", "say-end": "] " }, "Letters")
  expect(name).toBe("words.css")
  expect(content).toMatch(/^:root \{\n {2}--say-deleted: "\[gestrichen: ";\n {2}--say-end: "\] ";\n\}\n/)
})

test("the edition's title stands at the head of printed pages, whatever is in it", () => {
  expect(wordsStyle({}, `a"}body{x`).content).toContain('  @top-center {\n    content: "a\\22 }body{x";')
})

test.each(interfaceLanguages)("what the styles ask for is there in %s, and nothing more", (language) => {
  const asked = new Set([...css.matchAll(/var\((--say-[a-z-]+)\)/g)].map(([, name]) => name))
  expect(propertiesOf(language).sort()).toEqual([...asked].sort())
})

test.each([
  ['say "no"', '"say \\22 no\\22 "'],
  ["a\\b", '"a\\5c b"'],
  ["one\ntwo\r\f", '"one\\a two\\d \\c "'],
  ["</style><script>", '"\\3c /style>\\3c script>"'],
  ["a\0b\u2028", '"ab\\2028 "'],
  ["„Lücke“ — ‸", '"„Lücke“ — ‸"'],
])("%j is one string of CSS", (text, expected) => expect(cssString(text)).toBe(expected))

test("the styles say no words of their own", () => {
  const strings = [...css.matchAll(/^\s*content:([^;]*);/gm)].flatMap(([, value = ""]) =>
    [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) =>
      text.replace(/\\[0-9a-fA-F]{1,6} ?/g, ""),
    ),
  )
  // “stet” is the corrector's own sign, the same in every language.
  expect(strings.filter((each) => /\p{L}/u.test(each) && each !== "stet")).toEqual([])
})
