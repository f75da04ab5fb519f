import { describe, expect, test } from "vitest"
import { openProfiles } from "../../../src/read/edition.js"
import { grammarOf } from "../../../src/read/grammar.js"
import { profileFiles, profileNamed } from "../../encoding.js"

const names = [...openProfiles(profileFiles).keys()]

interface Rule {
  readonly name?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly patterns?: readonly Rule[]
}
const rulesOf = (rules: readonly Rule[]): readonly Rule[] =>
  rules.flatMap((rule) => [rule, ...rulesOf(rule.patterns ?? [])])

describe.each(names)("the grammar of %s", (name) => {
  const grammar = grammarOf(profileNamed(name))
  const rules = [...grammar.patterns, ...Object.values(grammar.repository).flatMap((each) => each.patterns)]

  test("is plain data, and the same each time", () =>
    expect(JSON.parse(JSON.stringify(grammar))).toEqual(
      JSON.parse(JSON.stringify(grammarOf(profileNamed(name)))),
    ))

  test("has regular expressions that can be read", () => {
    // \A is Oniguruma's beginning of the file.
    for (const { match, begin, end } of rulesOf(rules))
      for (const each of [match, begin, end])
        if (each !== undefined) expect(() => new RegExp(each.replace("\\A", "^"), "u"), each).not.toThrow()
  })
})

/** The scope of the first rule that matches at the beginning of what is typed. */
const scopeAt = (typed: string) =>
  grammarOf(profileNamed("stet")).repository["inline"]?.patterns.find(({ match, begin }) =>
    new RegExp(`^(?:${match ?? begin ?? "(?!)"})`).test(typed),
  )?.name

test.each([
  ["~~so~~", "markup.deleted.stet"],
  ["{~~so~>as~~}", "markup.changed.stet"],
  ["<sup>so</sup>", "markup.inserted.stet"],
  ["**so**", "markup.bold.stet"],
  ["[3 words illegible]", "constant.other.stet"],
  ["\\~", "constant.character.escape.stet"],
  [":unclear[so]", "meta.directive.stet"],
  ["[[quill|my sister]]", "entity.name.type.stet"],
  ["{hand=a}", undefined],
])("%s is coloured as %s", (typed, scope) => expect(scopeAt(typed)).toBe(scope))
