/** An example of a problem, from the manual: what is said there, what is typed, and where it is told. */
export interface Explanation {
  readonly page: string
  readonly prose: string
  readonly typed: string
  /** `line:column` in what is typed; none where the page counts from a front matter that it does not show here. */
  readonly place?: string
}

const fence = /^```(\S+)[^\n]*\n([\s\S]*?)^```$/gm

/**
 * For each code the first example of the manual that shows it, so that `stet explain` can. Of several
 * examples one that shows nothing else is the clearest.
 */
export function explanationsIn(
  pages: readonly { readonly name: string; readonly text: string }[],
): Readonly<Record<string, Explanation>> {
  const found = new Map<string, Explanation & { readonly alone: boolean }>()
  for (const { name, text } of pages) {
    let typed = ""
    let prose = ""
    let fronted = false
    let end = 0
    let previous: string | undefined
    for (const match of text.matchAll(fence)) {
      const [whole, kind, content = ""] = match
      if (kind === "transcription" || kind === "file") {
        typed = content
        fronted = previous === "front-matter"
        const before = text.slice(end, match.index).trim()
        // Headings are no sentences about the example.
        prose = before.split("\n\n").findLast((each) => !each.startsWith("#")) ?? ""
      }
      if (kind === "diagnostics") {
        const lines = content.trim().split("\n")
        const alone = lines.length === 1 && !fronted
        for (const line of lines) {
          const [place = "", code = ""] = line.split(" ")
          if (!found.has(code) || (alone && !found.get(code)?.alone))
            found.set(code, { page: name, prose, typed, alone, ...(fronted ? {} : { place }) })
        }
      }
      previous = kind
      end = match.index + whole.length
    }
  }
  const codes = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(codes.map(([code, { alone, ...explanation }]) => [code, explanation]))
}
