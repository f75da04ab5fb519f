import { readFileSync } from "node:fs"
import type { InterfaceLanguage, Words } from "../src/model/page.js"

/** The pages' own words, as src/interface/ has them. */
export const wordsIn = (language: InterfaceLanguage): Words =>
  JSON.parse(readFileSync(new URL(`../src/interface/${language}.json`, import.meta.url), "utf8")) as Words

/** What an edition says of the language of its pages. */
export const inEnglish = { interface: "en", words: wordsIn("en") } as const
