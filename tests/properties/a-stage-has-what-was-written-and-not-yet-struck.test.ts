import fc from "fast-check"
import { expect, test } from "vitest"
import { page, stagePages, teiWith, textOfDiv, withoutStruck } from "../unit/render/pages.js"

/** What an act says of its stage: one of those listed, or nothing. */
type Said = 1 | 2 | 3 | undefined
type Words = { readonly kind: "sign" } | Act
interface Act {
  readonly kind: "add" | "del" | "false-start" | "subst" | "restored" | "restored-subst"
  readonly said: Said
  /** Of the deletion that is restored, or of the parts of a substitution. */
  readonly within: Said
  readonly words: readonly Words[]
  readonly others: readonly Words[]
}
interface Paragraph {
  /** The stage in which it was written, where that is said. */
  readonly said: Said
  readonly words: readonly Words[]
  /** What the whole paragraph was struck or added by, across blocks. */
  readonly span: { readonly kind: "delSpan" | "addSpan"; readonly said: Said } | undefined
}

const said = fc.constantFrom<Said>(1, 2, 3, undefined)
const { words } = fc.letrec<{ words: readonly Words[]; word: Words; act: Act }>((tie) => ({
  word: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant({ kind: "sign" } as const),
    tie("act"),
  ),
  words: fc.array(tie("word"), { minLength: 1, maxLength: 3 }),
  act: fc.record({
    kind: fc.constantFrom("add", "del", "false-start", "subst", "restored", "restored-subst"),
    said,
    within: said,
    words: tie("words"),
    others: tie("words"),
  }),
}))
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  said: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: said }),
  words,
  span: fc.option(fc.record({ kind: fc.constantFrom("delSpan", "addSpan"), said }), { nil: undefined }),
})

/** Acts of no stage: one more at the end. */
const rest = 4

/** One act on a sign: from which stage it strikes or brings it, and from which that no longer holds. */
interface Effect {
  readonly strikes: boolean
  readonly done: number
  readonly takenBack: number
}
interface Sign {
  readonly sign: string
  readonly effects: readonly Effect[]
}

/** The TEI of paragraphs of which no two signs are the same, and what was done to each sign. */
function write(paragraphs: readonly Paragraph[]): { readonly tei: string; readonly signs: readonly Sign[] } {
  const signs: Sign[] = []
  let spans = 0
  const change = (stage: Said) => (stage === undefined ? "" : ` change="#s${stage}"`)
  const effect = (strikes: boolean, done: number, takenBack = Number.POSITIVE_INFINITY): Effect => ({
    strikes,
    done,
    takenBack: Math.max(done, takenBack),
  })
  /** `inherited` is the stage that the nearest element round it names. */
  const inline = (all: readonly Words[], inherited: Said, effects: readonly Effect[]): string =>
    all
      .map((each): string => {
        if (each.kind === "sign") {
          const sign = String.fromCodePoint(0x4e00 + signs.length)
          signs.push({ sign, effects })
          return sign
        }
        const own = each.said ?? inherited
        const within = each.within ?? own
        const inner = (stage: Said, more: Effect, parts = each.words) =>
          inline(parts, stage, [...effects, more])
        const written = Math.max(1, ...effects.filter(({ strikes }) => !strikes).map(({ done }) => done))
        switch (each.kind) {
          case "add":
            return `<add${change(each.said)}>${inner(own, effect(false, own ?? rest))}</add>`
          case "del":
            return `<del${change(each.said)}>${inner(own, effect(true, own ?? rest))}</del>`
          case "false-start":
            return `<del instant="true">${inner(inherited, effect(true, written))}</del>`
          case "subst":
            return `<subst${change(each.said)}><del${change(each.within)}>${inner(within, effect(true, within ?? rest))}</del><add>${inner(own, effect(false, own ?? rest), each.others)}</add></subst>`
          case "restored":
            return `<restore${change(each.said)}><del${change(each.within)}>${inner(within, effect(true, within ?? rest, own ?? rest))}</del></restore>`
          case "restored-subst":
            return `<restore${change(each.said)}><subst${change(each.within)}><del>${inner(within, effect(true, within ?? rest, own ?? rest))}</del><add>${inner(within, effect(false, within ?? rest, own ?? rest), each.others)}</add></subst></restore>`
          default:
            return each satisfies never
        }
      })
      .join("")
  const block = ({ said: stage, words: all, span }: Paragraph) => {
    const opened = span === undefined ? [] : [effect(span.kind === "delSpan", span.said ?? rest)]
    const written = stage === undefined ? [] : [effect(false, stage)]
    const text = `<p${change(stage)}>${inline(all, stage, [...written, ...opened])}</p>`
    if (span === undefined) return text
    const id = `end${spans++}`
    return `<${span.kind} spanTo="#${id}"${change(span.said)}/>${text}<anchor xml:id="${id}"/>`
  }
  const body = paragraphs.map(block).join("")
  const listed = [1, 2, 3].map((n) => `<change xml:id="s${n}">Round ${n}</change>`).join("")
  return {
    tei: teiWith(body, `<creation><listChange ordered="true">${listed}</listChange></creation>`),
    signs,
  }
}

/** Whether a sign counts after a stage. */
const counts = ({ effects }: Sign, stage: number) =>
  effects.every(({ strikes, done, takenBack }) => strikes !== (stage >= done && stage < takenBack))
/** Whether it is to be seen on the page of the stage: also if what struck it, or took it back, happened then. */
const isSeen = ({ effects }: Sign, stage: number) =>
  effects.every(
    ({ strikes, done, takenBack }) =>
      strikes !== (stage >= done && stage < takenBack) || stage === done || stage === takenBack,
  )

test("a sign stands on a stage's page if it was written by then and not struck before, and the last is what is read", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 3 }), async (paragraphs) => {
      const { tei, signs } = write(paragraphs)
      const pages = [...(await stagePages(tei)).values()]
      const told = (wanted: (sign: Sign) => boolean) =>
        signs.flatMap((each) => (wanted(each) ? [each.sign] : [])).join("")
      const inks = (html: string) => textOfDiv(html, "transcription").replace(/\s/g, "")
      expect(pages.length).toBeGreaterThanOrEqual(3)
      for (const [index, html] of pages.entries()) {
        expect(inks(html)).toBe(told((sign) => isSeen(sign, index + 1)))
        expect(inks(withoutStruck(html))).toBe(told((sign) => counts(sign, index + 1)))
      }
      const read = inks((await page("reading", tei)).html)
      expect(inks(withoutStruck(pages.at(-1) ?? ""))).toBe(read)
      // All deletions stand in the first state, but for those of words that came later.
      expect(inks(pages[0] ?? "")).toBe(
        told(({ effects }) => effects.every(({ strikes, done }) => strikes || done === 1)),
      )
    }),
    { numRuns: 25 },
  )
}, 120_000)
