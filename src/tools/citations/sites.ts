import { loadProfiles } from "../../cli/edition-files.js"
import { resources } from "../../cli/resources.js"
import { emptyLedger } from "../../model/ledger.js"
import {
  checkEdition,
  openEdition,
  openPreview,
  openShelf,
  recordPages,
  type SiteFile,
} from "../../pipeline.js"
import { type DeskDocument, textOf } from "./desk.js"
import type { LetterBlock } from "./letters.js"
import { runScript } from "./script.js"

/** Of all addresses that were published so far, how many still have something at them; and so for the ids on pages. */
export interface Answers {
  readonly addresses: number
  readonly unanswered: readonly string[]
  readonly ids: number
  readonly missing: readonly string[]
}

/** What a site has for itself, and what programs ask for. */
const internal = /^(?:assets|search|dts)\//
/** Ids of blocks, of the documents that these editions have. */
const idsOn = / id="(letter-\d+\.[^"]*)"/g

/**
 * Builds the sites of the editions that a script edits, one after the other with the ledger of the one before. The
 * words are those of real letters, typed as plain paragraphs; the documents name each other as witnesses, so that there
 * are comparisons too.
 */
export async function openSites(letters: readonly (readonly LetterBlock[])[]) {
  const own = resources("0.0.0")
  const [shelf, preview, profiles] = [await openShelf(own), await openPreview(own), await loadProfiles()]
  const bytes = (text: string) => new TextEncoder().encode(text)
  return async (seed: number): Promise<Answers> => {
    const published = new Map<string, Set<string>>()
    const [unanswered, missing] = [new Set<string>(), new Set<string>()]
    let ledger = emptyLedger
    let build = 0
    for (const { desk } of runScript(seed, letters)) {
      const settings = { file: "edition.yaml", bytes: bytes(settingsOf(`1.${build++}.0`)) }
      const sources = desk.documents.map((document, at) => ({
        file: `sources/${document.name}.md`,
        bytes: bytes(typed(document, desk.documents[at + 1]?.name)),
      }))
      const edition = openEdition(settings, sources, [], profiles).value
      if (!edition) throw new Error("The edition cannot be read")
      const folder = { bytes: () => undefined, beginning: () => undefined, paths: () => new Set<string>() }
      const opened = { edition, brought: [], broughtFiles: new Set<string>(), folder, ledger }
      const checked = (await checkEdition(opened, own, shelf)).value
      const site = (
        await preview.render(
          checked,
          () => {},
          async () => {},
        )
      ).value
      compare(site)
      ledger = recordPages(
        checked.ledger ?? emptyLedger,
        site.map(({ path }) => path),
      )
    }
    const ids = [...published.values()].reduce((sum, each) => sum + each.size, 0)
    return { addresses: published.size, unanswered: [...unanswered], ids, missing: [...missing] }

    function compare(site: readonly SiteFile[]): void {
      const files = new Map(site.map(({ path, content }) => [path, content]))
      const textOf = (path: string) => {
        const content = files.get(path)
        return path.endsWith(".html") && typeof content === "string" ? content : ""
      }
      const idsIn = (html: string) => new Set(Array.from(html.matchAll(idsOn), ([, id = ""]) => id))
      for (const [path, ids] of published) {
        if ((files.get(path) ?? "").length === 0) unanswered.add(path)
        const now = idsIn(textOf(path))
        for (const id of ids) if (!now.has(id)) missing.add(`${path}#${id}`)
      }
      for (const path of files.keys()) {
        if (internal.test(path)) continue
        const ids = published.get(path) ?? new Set()
        for (const id of idsIn(withoutFormer(textOf(path)))) ids.add(id)
        published.set(path, ids)
      }
    }
  }
}

/** A page without what it says of what stood there before: that is no place that anyone would cite. */
const withoutFormer = (html: string) =>
  html.includes('class="stand-in"') ? "" : html.replace(/<section class="formerly"[\s\S]*?<\/section>/, "")

const settingsOf = (version: string) => `title: Letters
editors:
  - name: Clara Weil
publisher: Harbour Press
version: "${version}"
date: 2026-01-01
url: https://letters.example/
licence: CC0 1.0
language: en
profile: stet
conventions: { substitution: neighbouring, falseStart: repeated-label }
`

/** A document as it is typed: nothing that could be a sign. */
function typed({ name, blocks }: DeskDocument, witness: string | undefined): string {
  const witnesses =
    witness === undefined ? "" : `witnesses:\n  - { document: ${witness}, relation: another letter }\n`
  const paragraphs = blocks
    .map((block) =>
      textOf(block)
        .replace(/[^\p{L}\p{N} ,;?]/gu, "")
        .replace(/ +/g, " ")
        .trim(),
    )
    .map((words) => (words === "" ? "A line without letters" : `Thus ${words}`))
  return `---
title: ${name}
kind: letter
sender: Clara Weil
recipient: Jonas Brandt
licence: public domain
${witnesses}---
${paragraphs.join("\n\n")}
`
}
