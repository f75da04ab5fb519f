import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { interfaceLanguages } from "../../src/model/page.js"
import { wordsIn } from "../interface.js"

const root = new URL("../../", import.meta.url)

const below = (folder: string): string =>
  readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:xsl|ts)$/.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))
    .join("\n")

const english = wordsIn("en")
const placesOf = (phrase: string) => [...phrase.matchAll(/\{[a-z-]+\}/g)].map(([place]) => place).sort()

test.each(interfaceLanguages)(
  "the words in %s say the same things, with the same places to be filled",
  (language) => {
    const words = wordsIn(language)
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort())
    for (const [key, phrase] of Object.entries(words)) {
      expect(phrase.trim(), key).not.toBe("")
      expect(placesOf(phrase), key).toEqual(placesOf(english[key] ?? ""))
    }
  },
)

test("every phrase is used, and none is missing", () => {
  // The words for the values of a list are asked for by the list.
  const code = `${below("xslt")}\n${below("src/publish")}\n${below("src/release")}\n${below("src/browser/scripts")}`
  const named = (key: string) => code.includes(`'${key}'`) || code.includes(`"${key}"`)
  const listed = (key: string) =>
    ["say-value", "word-for"].some((name) => code.includes(`f:${name}('${key.replace(/\..*$/, "")}'`))
  const unused = Object.keys(english).filter(
    (key) => !named(key.replace(/\.(?:none|one|other)$/, "")) && !listed(key),
  )
  expect(unused).toEqual([])
  const asked = [...code.matchAll(/f:say(?:-nodes)?\('([^']+)'[,)]/g)].map(([, key = ""]) => key)
  expect(asked.filter((key) => !(key in english))).toEqual([])
  const counted = [...code.matchAll(/f:say-count\('([^']+)'/g)].map(([, key = ""]) => key)
  expect(counted.filter((key) => !(`${key}.one` in english && `${key}.other` in english))).toEqual([])
})
