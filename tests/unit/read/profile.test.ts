import { describe, expect, test } from "vitest"
import { loadProfiles } from "../../../src/cli/edition-files.js"
import { typedOf } from "../../../src/model/profile.js"
import { openSourceText } from "../../../src/model/source-text.js"
import { openProfiles } from "../../../src/read/edition.js"
import { signsOf } from "../../../src/read/notation.js"
import { readProfile } from "../../../src/read/profile.js"
import { readTranscription } from "../../../src/read/transcription.js"
import { divOf, encodeBodyText, placesOf, profileFiles, profileNamed, settingsWith } from "../../encoding.js"

const texts = openProfiles(profileFiles)
const read = (yaml: string) =>
  readProfile(openSourceText("house.yaml", yaml), (name) => texts.get(name), [...texts.keys()])
const house = (signs: string, more = "") => read(`name: house\ntitle: A house\n${more}signs:\n${signs}`)

test.each([...texts.keys()])("the profile %s that comes with stet has no mistake", (name) => {
  const profile = profileNamed(name)
  expect(profile.name).toBe(name)
  expect(() => signsOf(profile)).not.toThrow()
})

test("every profile that comes with stet can be named", async () => {
  const loaded = (await loadProfiles()).map((each) => each.file.replace("profiles/", ""))
  expect(loaded.sort()).toEqual(profileFiles.map((each) => each.file.replace("profiles/", "")).sort())
})

test("a profile's own signs go before its base's, and take the place of those that are typed alike", () => {
  const { value } = house(
    '  - { typed: "<sup>", means: highlight, as: { rend: superscript } }\n',
    "extends: stet\n",
  )
  const [first] = value?.notations ?? []
  expect(first && [typedOf(first), first.means]).toEqual(["<sup>", "highlight"])
  expect(value?.notations.filter((each) => typedOf(each) === "<sup>")).toHaveLength(1)
  expect(value?.notations.some((each) => typedOf(each) === "~~…~~")).toBe(true)
})

test("a sign that means text is none", () => {
  const { value } = house('  - { typed: "*…*", means: text }\n', "extends: stet\n")
  expect(value?.notations.some((each) => typedOf(each) === "*…*")).toBe(false)
})

test("what a house writes is read as the house means it", () => {
  const { value } = house(
    '  - { typed: "[crossed out: {content}]", means: deletion }\n  - { typed: "+…+", means: addition }\n',
  )
  if (!value) throw new Error("the profile cannot be read")
  const rules = { ...settingsWith(), profile: value }
  const source = openSourceText("a.md", "so [crossed out: very] +truly+")
  const { blocks } = readTranscription(source, 0, { kind: "letter" }, rules).value
  expect(blocks).toMatchObject([
    {
      children: [{ text: "so " }, { kind: "deletion" }, { text: " " }, { kind: "addition", place: "inline" }],
    },
  ])
})

describe("mistakes in a profile stand at their line", () => {
  test.each([
    ['  - { typed: "<x>", means: deletoin }\n', "4:28 field-unfit"],
    ['  - { typed: "<x>", means: addition, as: { place: interlinear-left } }\n', "4:51 field-unfit"],
    ['  - { typed: "<x>", means: addition, as: { hnd: a } }\n', "4:49 field-unfit"],
    ['  - { typed: "…x", means: deletion }\n', "4:14 field-unfit"],
    ['  - { typed: "a…b…c", means: substitution }\n', "1:1 field-unfit"],
    ['  - { typed: "\\\\x…y", means: deletion }\n', "4:14 field-unfit"],
    ['  - { typed: "~~…~~", means: deletion }\n  - { typed: "~~…~~", means: addition }\n', "5:14 sign-twice"],
    ['  - { typed: "({content}-{ref})", means: name }\n', "4:14 field-unfit"],
    ['  - { typed: "{content}", means: unclear }\n', "4:14 field-unfit"],
    ['  - { typed: "<x>", meaning: deletion }\n', "4:5 field-missing"],
  ])("%s", (signs, place) => expect(placesOf(house(signs).diagnostics)).toContain(place))

  test("a base that there is not", () =>
    expect(
      placesOf(house('  - { typed: "<x>", means: deletion }\n', "extends: stett\n").diagnostics),
    ).toEqual(["3:10 reference-unresolved"]))

  test("a base that is itself", () =>
    expect(
      placesOf(
        readProfile(
          openSourceText("a.yaml", "name: a\ntitle: A\nextends: a\n"),
          () => openSourceText("a.yaml", "name: a\ntitle: A\nextends: a\n"),
          ["a"],
        ).diagnostics,
      ),
    ).toEqual(["3:10 reference-unresolved"]))
})

describe("the key to signs", () => {
  const signs = (typed: string) => {
    const { tei } = encodeBodyText(typed)
    return divOf(tei ?? "")
  }
  test("does not depend on which of several signs was typed", () =>
    expect(signs("so <del>very</del>")).toBe(signs("so {--very--}")))
})
