import { expect, test } from "vitest"
import { allSummaries, letters, recordsOf, summarised } from "./letters.js"

const records = new Map(recordsOf(await allSummaries()).map((each) => [each.name, each]))
const recordOf = (name: string) => {
  const record = records.get(name)
  if (record === undefined) throw new Error(`no record ${name}`)
  return record
}

test("a letter is described with what the registers know of those who wrote it and got it", () => {
  const { authors, recipients, sent, genre, kept, address } = recordOf("known")
  expect(genre).toBe("letter")
  expect(authors).toEqual([
    {
      name: "Clara Weil",
      kind: "person",
      family: "Weil",
      given: "Clara",
      identifiers: ["https://www.wikidata.org/entity/Q1", "https://d-nb.info/gnd/118540238"],
    },
  ])
  expect(recipients[0]).toMatchObject({ name: "Brandt & Sons", kind: "organisation", family: "" })
  expect(sent.places[0]).toMatchObject({ name: "Vienna", kind: "place" })
  expect(kept).toEqual({
    country: "Austria",
    settlement: "Vienna",
    repository: "State Archive",
    collection: "Papers & letters",
    shelfmark: "Box 7, 50%",
  })
  expect(address).toBe("https://example.org/letters/known/index.html")
})

test.each([
  ["known", "letter", true],
  ["draft", "manuscript", false],
  ["unsent", "letter", false],
  ["lost", "letter", true],
  ["release", "document", false],
  ["kennedy-khrushchev-1962-10-27-draft", "manuscript", false],
  ["kennedy-khrushchev-1962-10-27-letter", "letter", true],
  ["kennedy-khrushchev-1962-10-27-press-release", "document", false],
])("%s is a %s; that it was sent: %j", (name, genre, sent) => {
  expect([recordOf(name).genre, recordOf(name).sent.happened]).toEqual([genre, sent])
})

test("which part of a name is the family's is not guessed from the order of the words", () => {
  const { authors, recipients } = recordOf("aus-wien-für-ötzi")
  expect(authors.map(({ family, given }) => [family, given])).toEqual([
    ["Schnitzler", "Arthur"],
    ["von Hofmannsthal", "Hugo"],
  ])
  expect(authors[0]?.identifiers).toEqual(["http://d-nb.info/gnd/118609807"])
  expect(recipients.map(({ name, family }) => [name, family])).toEqual([["Ludwig van Beethoven", ""]])
})

test("of the names that a register has for somebody, one with a comma says which part is the family's", () => {
  const [author] = recordOf("kennedy-khrushchev-1962-10-27-letter").authors
  expect(author).toMatchObject({ name: "John F. Kennedy", family: "Kennedy", given: "John F." })
})

test("what nobody has said is empty", () => {
  const { authors, recipients, doi, transcribers, editors } = recordOf("lost")
  expect([authors, recipients, transcribers, editors, doi]).toEqual([[], [], [], [], ""])
})

test("of several places where another house says a letter is kept, the first counts", async () => {
  const several = letters["known"]?.replace(
    "<settlement>Vienna</settlement>",
    "<settlement>Vienna</settlement><settlement>Graz</settlement>",
  )
  const { record } = await summarised(
    "known",
    several?.replace("<country>", "<country>Styria</country><country>") ?? "",
  )
  expect(record.kept).toMatchObject({ country: "Styria", settlement: "Vienna" })
})
