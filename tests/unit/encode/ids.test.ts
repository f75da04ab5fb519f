import { expect, test } from "vitest"
import { openIdentifiers } from "../../../src/encode/ids.js"
import { encodeBodyText } from "../../encoding.js"

/** Words of each paragraph, with its id. */
const idsOf = (body: string) =>
  new Map(
    Array.from((encodeBodyText(body).tei ?? "").matchAll(/<p xml:id="([^"]*)">([^<]*)</g), (match) => [
      match[2],
      match[1],
    ]),
  )
const before = idsOf("One.\n\nTwo.\n\nThree.\n")

test("inserting a paragraph changes no other's id", () =>
  expect([...idsOf("One.\n\nNew.\n\nTwo.\n\nThree.\n")]).toEqual(expect.arrayContaining([...before])))

test("moving a paragraph changes no id", () => expect(idsOf("Three.\n\nOne.\n\nTwo.\n")).toEqual(before))

test("blanks and line ends change no id", () => {
  const { idOf } = openIdentifiers("a")
  expect(openIdentifiers("a").idOf("p", " One\n two ")).toBe(idOf("p", "One two"))
})

test("the same words twice are told apart", () => {
  const { idOf } = openIdentifiers("a")
  expect(idOf("p", "One")).not.toBe(idOf("p", "One"))
})

test("an id begins with its document's name and is an XML name", () =>
  expect(openIdentifiers("a").idOf("p", "")).toMatch(/^a\.[a-z2-9]{7}$/))
