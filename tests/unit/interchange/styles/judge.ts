import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { CslItem } from "../../../../src/interchange/csl.js"
import type { CitationStyle } from "../../../../src/model/citation.js"

const folder = "/usr/share/citation-style-language/styles"
const files: Readonly<Record<CitationStyle, string>> = {
  "chicago-note": "chicago-fullnote-bibliography.csl",
  chicago: "chicago-fullnote-bibliography.csl",
  mla: "modern-language-association.csl",
  apa: "apa.csl",
}

/** Why the judge cannot be asked; empty where it can. */
export const absent = [
  spawnSync("pandoc", ["--version"]).error ? "pandoc is not installed" : "",
  existsSync(folder) ? "" : "the package citation-style-language-styles is not installed",
]
  .filter((each) => each !== "")
  .join(", and ")

/** A node of pandoc's own tree. */
interface Node {
  readonly t: string
  readonly c?: unknown
}

/**
 * What pandoc's citeproc makes of items, by their ids; works' titles stand in asterisks. An entry is judged by itself:
 * the rules by which entries of one author are told apart or shortened in a list are taken out of the style.
 */
export function judged(style: CitationStyle, items: readonly CslItem[]): ReadonlyMap<string, string> {
  const desk = mkdtempSync(join(tmpdir(), "stet-styles-"))
  try {
    const [csl, bibliography] = [join(desk, "style.csl"), join(desk, "items.json")]
    const text = readFileSync(join(folder, files[style]), "utf8")
    writeFileSync(
      csl,
      text.replace(/ (?:subsequent-author-substitute|disambiguate-add-[a-z-]+)="[^"]*"/g, ""),
    )
    writeFileSync(bibliography, JSON.stringify(items))
    const notes = items.map(({ id }) => `[@${String(id)}]\n\n`).join("")
    const { stdout, stderr, status } = spawnSync(
      "pandoc",
      ["--citeproc", "--bibliography", bibliography, "--csl", csl, "-f", "markdown", "-t", "json"],
      { input: `---\nnocite: '@*'\nlang: en-US\n---\n\n${notes}`, encoding: "utf8", maxBuffer: 1 << 26 },
    )
    if (status !== 0) throw new Error(stderr)
    const { blocks } = JSON.parse(stdout) as { readonly blocks: readonly Node[] }
    const paragraphs = blocks.filter(({ t }) => t === "Para")
    if (style === "chicago-note")
      return new Map(items.map(({ id }, at) => [String(id), wordsOf(paragraphs[at])]))
    const list = blocks.find(({ t }) => t === "Div")?.c as readonly [unknown, readonly Node[]]
    return new Map(
      list[1].map(({ c }) => {
        const [[id], entry] = c as readonly [readonly [string], readonly Node[]]
        return [id.replace(/^ref-/, ""), entry.map(wordsOf).join("")]
      }),
    )
  } finally {
    rmSync(desk, { recursive: true })
  }
}

function wordsOf(node: Node | undefined): string {
  const { t, c } = node ?? { t: "", c: "" }
  const within = (nodes: unknown) => (nodes as readonly Node[]).map(wordsOf).join("")
  switch (t) {
    case "Str":
      return String(c)
    case "Space":
    case "SoftBreak":
      return " "
    case "Emph":
      return `*${within(c)}*`
    case "Para":
    case "Plain":
    case "Note":
      return within(c)
    case "Cite":
    case "Span":
    case "Link":
    case "Div":
      return within((c as readonly unknown[])[1])
    default:
      throw new Error(`The judge wrote something else: ${t}`)
  }
}
