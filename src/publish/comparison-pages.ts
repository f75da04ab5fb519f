import type { ComparedWith, EditionView } from "../model/page.js"
import { writeFrame } from "../xml/frame.js"
import { element } from "../xml/tree.js"
import type { Publishing } from "./publishing.js"
import type { SiteComparison, SiteFile } from "./site.js"

/** A comparison lies in the folder of the first of its documents; no other page of a document begins so. */
const pageOf = ({ b }: SiteComparison) => `with-${b}.html`
const apparatusOf = ({ b }: SiteComparison) => `with-${b}.xml`

/** The pages on which a document is compared with another, as links from its own pages. */
export function comparedWith(
  comparisons: readonly SiteComparison[],
  name: string,
  titleOf: (name: string) => string,
): readonly ComparedWith[] {
  return comparisons.flatMap((comparison) => {
    const { a, b } = comparison
    if (a === name) return [{ title: titleOf(b), file: pageOf(comparison) }]
    return b === name ? [{ title: titleOf(a), file: `../${a}/${pageOf(comparison)}` }] : []
  })
}

/** The page of each comparison and its apparatus in TEI, and the page of all witnesses; none where nothing is compared. */
export function comparisonFiles(
  publishing: Publishing,
  editionPages: readonly EditionView[],
  titleOf: (name: string) => string,
): readonly SiteFile[] {
  const { comparisons = [] } = publishing.input
  if (comparisons.length === 0) return []
  const witnesses = publishing.page("witnesses", witnessesXml(publishing, comparisons, titleOf), {
    editionPages,
  })
  return [
    { path: "witnesses.html", content: witnesses },
    ...comparisons.flatMap((comparison) => [
      {
        path: `${comparison.a}/${pageOf(comparison)}`,
        content: publishing.page("comparison", comparison.xml, {
          editionPages,
          document: { name: comparison.a },
        }),
      },
      { path: `${comparison.a}/${apparatusOf(comparison)}`, content: comparison.apparatus },
    ]),
  ]
}

/** The texts of which there are several witnesses: the documents of each, and the pairs that are compared. */
function witnessesXml(
  { input }: Publishing,
  comparisons: readonly SiteComparison[],
  titleOf: (name: string) => string,
): string {
  const texts = textsOf(comparisons).map((names) =>
    element("text", {}, [
      ...input.documents
        .filter(({ name }) => names.has(name))
        .map(({ name }) => element("document", { name, title: titleOf(name) })),
      ...comparisons
        .filter(({ a }) => names.has(a))
        .map(({ a, b, words: { wordsInA, wordsInB, agreeing } }) =>
          element("pair", {
            a,
            b,
            "words-in-a": String(wordsInA),
            "words-in-b": String(wordsInB),
            agreeing: String(agreeing),
          }),
        ),
    ]),
  )
  return writeFrame(element("witnesses", { xmlns: "urn:x-stet:comparison" }, texts))
}

/** Documents that are joined by comparisons, be it through others. */
function textsOf(comparisons: readonly SiteComparison[]): readonly ReadonlySet<string>[] {
  const textOf = new Map<string, Set<string>>()
  for (const { a, b } of comparisons) {
    const joined = new Set([a, b, ...(textOf.get(a) ?? []), ...(textOf.get(b) ?? [])])
    for (const name of joined) textOf.set(name, joined)
  }
  return [...new Set(textOf.values())]
}
