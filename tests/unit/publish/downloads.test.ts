import { expect, test } from "vitest"
import { documentNames, publishSamples } from "../../browser/site.js"

const files = await publishSamples()
const textOf = (path: string) => {
  const content = files.find((each) => each.path === path)?.content
  if (typeof content !== "string") throw new Error(`no text ${path}`)
  return content
}

test.each(documentNames)("%s can be downloaded as plain text, as it is read and as it stands", (name) => {
  for (const view of ["reading", "diplomatic"])
    expect(textOf(`${name}/${name}.${view}.txt`)).toMatch(/\p{L}.*\n$/su)
})

test("the text of a view has what the view shows", () => {
  const [reading, diplomatic] = [textOf("draft/draft.reading.txt"), textOf("draft/draft.diplomatic.txt")]
  expect(reading).toContain("used against the territory of any nation of the western hemisphere.")
  expect(reading).not.toContain("sovereignty")
  expect(diplomatic).toContain("[struck: sovereignty of the United States or any Latin American country]")
})
