import { nearest } from "../model/nearest.js"
import { type PhenomenonName, phenomena } from "../model/phenomena.js"
import type { AttributeRule } from "../model/phenomenon.js"
import { isContainer, roleDirectives, sectionDirectives } from "./block-directives.js"
import { aliases } from "./directives.js"

/** Words that editors use for a part of a letter, and what the language calls it. */
const synonyms: Readonly<Record<string, string>> = {
  signature: "signed",
  greeting: "salute",
  salutation: "salute",
  close: "closing",
  valediction: "closing",
  inclosure: "enclosure",
  sitting: "session",
  heading: "head",
  date: "dateline",
  ps: "postscript",
  quote: "quotation",
}

const isBeginning = (typed: string, name: string) =>
  typed.length >= 3 && name.length >= 3 && (name.startsWith(typed) || typed.startsWith(name))

/** The attribute that was probably meant: misspelt, cut short, or called as TEI calls it. */
export function guessAttribute(
  typed: string,
  rules: Readonly<Record<string, AttributeRule>>,
): string | undefined {
  const names = Object.keys(rules)
  const ofTei = names.find((name) => rules[name]?.tei?.toLowerCase() === typed.toLowerCase())
  return ofTei ?? nearest(typed, names) ?? names.find((name) => isBeginning(typed, name))
}

/** What to say of a directive within a line that there is not. */
export function suggestDirective(typed: string): string {
  if (Object.hasOwn(roleDirectives, typed) || Object.hasOwn(sectionDirectives, typed))
    return `::${typed} has two colons and a paragraph to itself.`
  const names = [...Object.keys(phenomena), ...Object.keys(aliases)]
  const plain = typed.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase()
  const ofTei = names.find(
    (name) => phenomena[name as PhenomenonName]?.element.toLowerCase() === typed.toLowerCase(),
  )
  const guess =
    names.find((name) => name === plain) ??
    ofTei ??
    synonyms[plain] ??
    nearest(plain, names) ??
    names.find((name) => isBeginning(plain, name))
  if (isContainer(typed))
    return `A passage set off has three colons, :::${typed}, and a line “:::” at its end.`
  return guess
    ? `Did you mean “:${guess}”? Otherwise type \\: if the colon stands on the page.`
    : "See the manual's pages for the directives there are, or type \\: if the colon stands on the page."
}

/** What to say of a directive alone in its paragraph that there is not. */
export function suggestLeaf(typed: string): string {
  if (isContainer(typed)) return `A container has three colons, :::${typed}, and a line “:::” at its end.`
  const own = [...Object.keys(roleDirectives), ...Object.keys(sectionDirectives)]
  const guess =
    synonyms[typed] ??
    nearest(typed, [...own, ...Object.keys(phenomena)]) ??
    own.find((name) => isBeginning(typed, name))
  const all = own.map((name) => `::${name}`).join(", ")
  return guess
    ? `Did you mean “::${guess}”? Otherwise type \\:: if the colons stand on the page.`
    : `There are ${all}; type \\:: if the colons stand on the page.`
}

const instead: Readonly<Record<string, string>> = {
  ...{ b: "**words**", strong: "**words**", i: "*words*", em: "*words*", strike: "~~words~~" },
  ...{ br: "a backslash at the end of the line", lb: "a backslash at the end of the line" },
  ...{ subst: "{~~old~>new~~}", choice: ":sic[words]{corr=words}", corr: ":sic[words]{corr=words}" },
}

/** What to type instead of a tag that the profile does not have. */
export function suggestForTag(name: string, tags: readonly string[]): string {
  const phenomenon = Object.keys(phenomena).find((each) => phenomena[each as PhenomenonName].element === name)
  const sign = instead[name] ?? (phenomenon === undefined ? undefined : `:${phenomenon}[…]`)
  if (sign !== undefined) return `Type ${sign}.`
  const guess = name.length > 2 ? nearest(name, tags) : undefined
  return guess ? `Did you mean <${guess}>?` : "Use a sign or a directive of the language."
}
