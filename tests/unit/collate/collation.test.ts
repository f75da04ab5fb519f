import { describe, expect, test } from "vitest"
import { agreement } from "../../../src/collate/agreement.js"
import { collate, differencesOf } from "../../../src/collate/collation.js"
import { wordingOf } from "../../../src/collate/witness.js"
import { paragraphs, told, witness } from "./witnesses.js"

const boat = "The boat is in the harbour and nobody has seen her crew."
const flour = "Send two barrels of flour by the morning train to Whitby."
const sister = "My sister keeps her bed, though the doctor calls it nothing."

describe("two witnesses", () => {
  test("that are the same do not differ", () => {
    const collation = collate(paragraphs("a", boat, flour), paragraphs("b", boat, flour))
    expect(told(collation)).toEqual(["a.p1 b.p1", "a.p2 b.p2"])
    expect(differencesOf(collation)).toEqual([])
    expect(agreement(collation).whole).toMatchObject({ wordsInA: 23, wordsInB: 23, agreeing: 23, share: 1 })
  })

  test("differ in one word", () => {
    const collation = collate(paragraphs("a", boat), paragraphs("b", boat.replace("crew", "captain")))
    expect(told(collation)).toEqual(["a.p1 b.p1", "words: crew | captain"])
    expect(agreement(collation).rows).toMatchObject([{ agreeing: 11, share: 11 / 12 }])
  })

  test("have paragraphs in another order: the fewest words are moved", () => {
    const collation = collate(
      paragraphs("a", boat, flour, sister),
      paragraphs("b", sister, boat, flour.replace("two", "three")),
    )
    expect(told(collation)).toEqual(["a.p1 b.p2", "a.p2 b.p3", "words: two | three", "a.p3 b.p1 moved"])
    expect(differencesOf(collation).map((each) => each.kind)).toEqual(["words", "moved"])
  })

  test("have one paragraph where the other has two", () => {
    const whole = paragraphs("a", `${boat} ${flour}`)
    const parted = paragraphs("b", boat, flour)
    expect(told(collate(whole, parted))).toEqual(["a.p1 b.p1", "a.p1 b.p2"])
    expect(told(collate(parted, whole))).toEqual(["b.p1 a.p1", "b.p2 a.p1"])
  })

  test("join two paragraphs and change a word at the seam", () => {
    const collation = collate(
      paragraphs("a", boat, flour),
      paragraphs("b", `${boat.replace("her crew.", "the captain;")} ${flour.replace("Send", "Please send")}`),
    )
    expect(told(collation)).toEqual([
      "a.p1 b.p1",
      "words: her crew | the captain",
      "punctuation: . | ;",
      "a.p2 b.p1",
      "absent:  | Please",
      "capitals: Send | send",
    ])
  })

  test("have a paragraph that the other has not", () => {
    const collation = collate(paragraphs("a", boat, flour), paragraphs("b", sister, boat))
    expect(told(collation)).toEqual(["– b.p1", "a.p1 b.p2", "a.p2 –"])
    expect(differencesOf(collation).map((each) => each.kind)).toEqual(["absent", "absent"])
  })

  test("repeat short paragraphs, and each stays in its order", () => {
    const collation = collate(
      paragraphs("a", "Yes.", boat, "Yes.", flour, "Yes."),
      paragraphs("b", boat, "Yes.", flour, "Yes."),
    )
    expect(told(collation)).toEqual(["a.p1 –", "a.p2 b.p1", "a.p3 b.p2", "a.p4 b.p3", "a.p5 b.p4"])
  })

  test("differ in capitals, in punctuation and in spelling alone", () => {
    const collation = collate(
      paragraphs("a", "The Boat, he says, is “in” the harbour -- honour bids us wait.", flour),
      paragraphs("b", 'The boat, he says is "in" the harbour — honor bids us wait.', flour),
    )
    expect(told(collation)).toEqual([
      "a.p1 b.p1",
      "capitals: Boat | boat",
      "punctuation: , | ",
      'punctuation: “ | "',
      'punctuation: ” | "',
      "punctuation: -- | —",
      "spelling: honour | honor",
      "a.p2 b.p2",
    ])
  })

  test("have a word at another place of the sentence: one difference, with a place on each side", () => {
    const collation = collate(
      paragraphs("a", "That will permit them today to work out an arrangement."),
      paragraphs("b", "That will permit them to work out an arrangement today."),
    )
    expect(differencesOf(collation)).toMatchObject([
      { kind: "order", a: [{ text: "today" }], b: [{ text: "today" }], atA: 4, atB: 9 },
    ])
  })

  test("have one of the words that stand everywhere at two places, which says nothing", () => {
    const kinds = differencesOf(
      collate(
        paragraphs("a", `The boat of the harbour, the crew and the captain of the ship lie here. ${boat}`),
        paragraphs("b", `Boat of the harbour, the crew and the captain of the the ship lie here. ${boat}`),
      ),
    ).map((each) => each.kind)
    expect(kinds).not.toContain("order")
  })

  test("number in the line, and brackets stay with what they hold", () => {
    const collation = collate(
      paragraphs("a", `${boat} We would ${flour}`),
      paragraphs("b", `${boat} And (b) ${flour}`),
    )
    expect(told(collation)).toEqual(["a.p1 b.p1", "words: We would | And (b)"])
  })

  test("spell a number otherwise, which is another number", () => {
    const collation = collate(paragraphs("a", `${boat} 1911`), paragraphs("b", `${boat} 1912`))
    expect(told(collation)).toEqual(["a.p1 b.p1", "words: 1911 | 1912"])
  })

  test.each([
    ["Greek", "Ἐν ἀρχῇ ἦν ὁ λόγος καὶ ὁ λόγος ἦν", "ἀρχῇ", "τέλει"],
    ["Hebrew", "בראשית ברא אלהים את השמים ואת הארץ", "השמים", "הים"],
    ["Russian", "Мой дорогой друг, лодка стоит в гавани", "лодка", "шхуна"],
    ["Chinese", "天地玄黃宇宙洪荒日月盈昃", "洪", "鴻"],
  ])("are in %s", (_, text, word, other) => {
    const collation = collate(paragraphs("a", text), paragraphs("b", text.replace(word, other)))
    expect(told(collation)).toEqual(["a.p1 b.p1", `words: ${word} | ${other}`])
  })

  test("are composed and decomposed, which is no difference", () => {
    const collation = collate(paragraphs("a", "Señor Muñoz"), paragraphs("b", "Señor Muñoz".normalize("NFD")))
    expect(differencesOf(collation)).toEqual([])
  })

  test("are in two languages, and have nothing in common", () => {
    const collation = collate(
      paragraphs("a", boat),
      paragraphs("b", "Das Schiff liegt seit gestern vor Anker."),
    )
    expect(told(collation)).toEqual(["– b.p1", "a.p1 –"])
  })

  test("are empty, or one of them is", () => {
    expect(told(collate(witness("a", ""), witness("b", "")))).toEqual([])
    expect(agreement(collate(witness("a", ""), witness("b", ""))).whole.share).toBe(1)
    expect(told(collate(paragraphs("a", boat), witness("b", "<p/>")))).toEqual(["a.p1 –"])
    expect(told(collate(witness("a", ""), paragraphs("b", boat)))).toEqual(["– b.p1"])
  })
})

describe("a letter's parts", () => {
  const letter = (salute: string, points: readonly string[]) =>
    `<opener><salute>${salute}</salute></opener><list>${points
      .map(
        (point) => `<label>${point.slice(0, 2)}</label><item xml:id="i${point[0]}">${point.slice(3)}</item>`,
      )
      .join("")}</list><closer><signed>Ada</signed></closer>`

  test("are set side by side by their place, and a point's number is numbering", () => {
    const collation = collate(
      witness("a", letter("Dear Ben,", [`1. ${boat}`, `2. ${flour}`])),
      witness("b", letter("My good Sir", [`1) ${flour}`])),
    )
    expect(told(collation)).toEqual([
      "– –",
      "words: Dear Ben | My good Sir",
      "punctuation: , | ",
      "i1 –",
      "i2 i1",
      "numbering: 2. | 1)",
      "– –",
    ])
  })
})

describe("what a witness strikes out", () => {
  const draft = `${boat} <del>I look forward to your reply.</del>`

  test("is no difference where the other lacks it", () => {
    const collation = collate(paragraphs("a", draft), paragraphs("b", boat))
    expect([differencesOf(collation), collation.struck]).toEqual([[], []])
  })

  test("is told as struck where the other has it", () => {
    const collation = collate(
      paragraphs("a", draft),
      paragraphs("b", `${boat} I look forward to your reply.`),
    )
    expect(told(collation)).toEqual(["a.p1 b.p1", "absent:  | I look forward to your reply."])
    const [struck, ...others] = collation.struck
    expect([struck?.struckIn, struck && wordingOf(struck.deletion.tokens), others]).toEqual([
      "a",
      "I look forward to your reply.",
      [],
    ])
    const { block, from, to } = struck?.standsIn ?? { block: undefined, from: 0, to: 0 }
    expect(wordingOf(block?.tokens.slice(from, to) ?? [])).toBe("I look forward to your reply")
  })

  test("is not looked for in words on which both agree", () => {
    const collation = collate(paragraphs("a", `<del>The boat</del> ${boat}`), paragraphs("b", boat))
    expect(collation.struck).toEqual([])
  })
})

test("a gap says nothing of the words that the other has", () => {
  const collation = collate(
    paragraphs("a", boat.replace("nobody has", '<gap unit="word" quantity="2"/>')),
    paragraphs("b", boat),
  )
  expect(told(collation)).toEqual(["a.p1 b.p1", "gap: […] | nobody has"])
})

/** Numbers that look like chance and are the same each time (a linear congruence, Lehmer 1951). */
function* chance(seed: number) {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647
    yield state
  }
}
const words = (count: number, known: number, seed: number) => {
  const numbers = chance(seed)
  return Array.from({ length: count }, () => `w${(numbers.next().value ?? 0) % known}`)
}
/** The time that a collation takes, in milliseconds. */
function timeOf(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [paragraphs("a", ...a), paragraphs("b", ...b)]
  // The processor's time: other programs may be at work.
  const start = process.cpuUsage()
  collate(one, other)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
const parted = (text: readonly string[], length: number) =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length).join(" "),
  )

describe("two thousand words against two thousand take less than a second", () => {
  test.each([
    ["one paragraph, other words", 2000, 2000, 3],
    ["one paragraph of few words", 2000, 5, 3],
    ["paragraphs that have nothing to do with each other", 40, 700, 3],
    ["paragraphs in another order", 40, 700, 1],
    ["paragraphs of one word", 1, 3, 3],
  ])("%s", (_, length, known, seed) => {
    const [a, b] = [words(2000, known, 1), words(2000, known, seed)]
    expect(timeOf(parted(a, length), parted(b, length).reverse())).toBeLessThan(1000)
  })
})

test("twenty thousand words against twenty thousand take seconds", { timeout: 120_000 }, () => {
  for (const [length, known] of [
    [50, 3000],
    [20_000, 3],
    [50, 20],
  ] as const) {
    const [a, b] = [words(20_000, known, 1), words(20_000, known, 7)]
    expect(timeOf(parted(a, length), parted(b, length).reverse()), `${length} ${known}`).toBeLessThan(10_000)
  }
})
