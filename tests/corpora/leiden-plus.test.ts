import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { encodeBodyText, type Rules, sourceTextIn } from "../encoding.js"
import { canonical, judge, type LeidenPair, written } from "./leiden.js"

/** Pairs that stet encodes as the reference implementation does; it may only rise. */
const floor = 309
const rules: Rules = { profile: "leiden-plus" }

const root = fileURLToPath(new URL("../../", import.meta.url))
const file = join(process.env["STET_SHARED"] ?? join(root, "../shared"), "corpora/leiden-plus/pairs.json")
const absent = !existsSync(file) && process.env["CI"] === undefined
if (absent) console.warn(`Skipped: nothing was compared with Leiden+, because ${file} is not there.`)

describe("Leiden+, read with the profile leiden-plus,", () => {
  const pairsOf = () => JSON.parse(readFileSync(file, "utf8")) as readonly LeidenPair[]

  test.skipIf(absent)(
    "gives the TEI that the reference implementation gives, for what papyri share with letters",
    () => {
      const pairs = pairsOf()
      const { inScope, same, differences } = judge(pairs, (leiden) => encodeBodyText(leiden, rules).tei)
      console.info(`Leiden+: ${same} of ${inScope} pairs in scope are the same (${pairs.length} in all).`)
      // With STET_DIFFERENCES set, all that is not the same is printed.
      if (process.env["STET_DIFFERENCES"]) for (const each of differences) console.info(each)
      expect(pairs.length).toBeGreaterThanOrEqual(636)
      expect(inScope).toBeGreaterThanOrEqual(314)
      expect(same).toBeGreaterThanOrEqual(floor)
    },
    60_000,
  )

  test.skipIf(absent)("loses no character, whether papyri share it with letters or not", () => {
    for (const { leiden } of pairsOf()) {
      const { tei, unmarked } = encodeBodyText(leiden, rules)
      expect(sourceTextIn(tei ?? "")).toBe(unmarked)
    }
  })
})

const epidoc = (xml: string) => written(canonical(`<r>${xml}</r>`, "epidoc"))
const stet = (xml: string) => written(canonical(`<r>${xml}</r>`, "stet"))

describe("what counts as the same encoding", () => {
  test.each([
    [
      '<gap reason="lost" quantity="3" unit="character"/>',
      '<gap reason="textual-loss" unit="chars" quantity="3"/>',
    ],
    [
      '<gap reason="illegible" extent="unknown" unit="line"/>',
      '<gap reason="illegible" extent="unknown" unit="lines"/>',
    ],
    [
      '<gap reason="ellipsis" quantity="3" unit="line"><desc>non transcribed</desc></gap>',
      '<gap reason="out-of-scope" quantity="3" unit="lines"/>',
    ],
    ['<add place="top">a</add>', '<p xml:id="a.1"><add place="margin top" change="#a.revised">a</add></p>'],
    [
      '<space unit="character"><certainty match=".." locus="name"/></space>',
      '<space unit="chars" cert="low"/>',
    ],
    [
      '<subst><add place="inline">a</add><del rend="corrected">b</del></subst>',
      '<subst change="#a.revised"><del rend="corrected" hand="#a.hand-1">b</del><add place="inline">a</add></subst>',
    ],
    [
      "<choice><corr>a</corr><sic>b</sic></choice>",
      '<choice><sic>b</sic><corr resp="#a.ed1">a</corr></choice>',
    ],
    ['<handShift new="m2"/>', '<handShift new="#letter.hand-m2"/>'],
    ['<note xml:lang="en">a</note>', '<note type="editorial">a</note>'],
    ['<hi rend="supraline">a</hi>', '<hi rend="overline">a</hi>'],
    ["a ", "<p>a</p> "],
    ["<unclear>\u1ea1</unclear>", "<unclear>a\u0323</unclear>"],
  ])("%s and %s", (one, other) => {
    expect(stet(other)).toBe(epidoc(one))
  })

  test.each([
    ["a b", "a  b"],
    ["a <q>b</q>", "a<q>b</q>"],
    ["<unclear>a</unclear>b", "<unclear>ab</unclear>"],
    ["<unclear>a</unclear><unclear>b</unclear>", "<unclear>ab</unclear>"],
    ['<gap reason="illegible"/>', '<gap reason="textual-loss"/>'],
    ['<gap reason="illegible"><desc>vestiges</desc></gap>', '<gap reason="illegible"/>'],
    [
      '<add place="above">a<certainty match=".." locus="value"/></add>',
      '<add place="above" cert="low">a</add>',
    ],
    ['<add place="interlinear">a</add>', '<add place="above">a</add>'],
    ["<expan>a<ex>b</ex></expan>", "a<ex>b</ex>"],
    ["<subst><del>a</del> <add>b</add></subst>", "<subst><del>a</del><add>b</add></subst>"],
    ['<lb n="2"/>', "<lb/>"],
    ["a", "<hi>a</hi>"],
  ])("does not make %s and %s equal", (one, other) => {
    expect(stet(other)).not.toBe(epidoc(one))
  })
})
