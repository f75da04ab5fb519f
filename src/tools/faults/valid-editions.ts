import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { elementsOf } from "../../xml/elements.js"
import { bytesOf, type Files, replaced, textOf, type ValidEdition } from "./fault.js"
import type { Judge } from "./judge.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const shared = process.env["STET_SHARED"] ?? join(root, "../shared")

/** TEI's whole schema, and letters that are valid by it. */
const teiAll = join(shared, "schemas/tei_all-4.12.0.rng")
const letters = join(shared, "corpora/amp-auden")

/** Our own schema and its rules, by their paths in every edition. */
const own = ["schema/edition.rng", "schema/edition.sch"] as const

/** The transcribed editions: this repository's own, the template, and one in which every sign stands. */
export function transcribedEditions(): readonly ValidEdition[] {
  const folders = { kennedy: "", template: "src/templates", mill: "tests/faults/edition" }
  return Object.entries(folders).map(([name, folder]) => ({
    name,
    files: new Map([
      ["edition.yaml", readFileSync(join(root, folder, "edition.yaml"))],
      ...readBelow(join(root, folder, "sources"), /\.(?:md|yaml)$/).map(
        ([path, bytes]) => [`sources/${path}`, bytes] as const,
      ),
    ]),
    grammar: undefined,
  }))
}

/** The same editions as TEI, as stet encodes them, held to our own schema and its rules. */
export async function encodedEditions(judge: Judge): Promise<readonly ValidEdition[]> {
  const encoded = await Promise.all(
    transcribedEditions().map(async ({ name, files }): Promise<ValidEdition> => {
      const documents = await judge.encode(files)
      return {
        name: `${name}, as TEI`,
        grammar: own[0],
        files: new Map([
          ["edition.yaml", settingsOf(own)],
          ...own.map((path) => [path, readFileSync(join(root, path))] as const),
          ...documents.map((each) => [`sources/${each.name}.xml`, bytesOf(each.text)] as const),
        ]),
      }
    }),
  )
  return encoded
}

/** Letters of another house, each by itself, held to TEI's whole schema; none where ../shared is absent. */
export function broughtEditions(): readonly ValidEdition[] {
  if (!existsSync(teiAll) || !existsSync(letters)) return []
  const schema = readFileSync(teiAll)
  return readBelow(letters, /^[^/]+\.xml$/)
    .filter(([, bytes]) => bytes.length < 40_000)
    .map(([path, bytes]) => ({
      name: `amp-auden ${path}`,
      grammar: "schema/tei_all.rng",
      files: new Map([
        ["edition.yaml", settingsOf(["schema/tei_all.rng"])],
        ["schema/tei_all.rng", schema],
        [`sources/${path}`, bytesOf(withoutDangling(textOf(bytes)))],
      ]),
    }))
}

/** These letters point into registers that the corpus has not; without such pointers nothing is wrong in them. */
function withoutDangling(text: string): string {
  const elements = elementsOf(text)
  const attributes = elements.flatMap((element) => element.attributes)
  const ids = new Set(attributes.filter(({ name }) => name === "xml:id").map(({ value }) => value))
  return attributes
    .filter(({ value }) => value.split(" ").some((each) => each.startsWith("#") && !ids.has(each.slice(1))))
    .reverse()
    .reduce((rest, { from, to }) => replaced(rest, from, to, ""), text)
}

const settingsOf = (schemas: readonly string[]) =>
  bytesOf(
    [
      "title: Brought",
      "editors: [{ name: The stet authors }]",
      "publisher: The stet project",
      'version: "1.0.0"',
      "licence: CC0 1.0",
      "language: en",
      `schema: [${schemas.join(", ")}]`,
      "",
    ].join("\n"),
  )

function readBelow(folder: string, paths: RegExp): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1).replaceAll("\\", "/"))
    .filter((path) => paths.test(path))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path))])
}

/** An edition's files with one of them replaced, or added. */
export const withFile = (files: Files, path: string, bytes: Uint8Array): Files =>
  new Map([...[...files].filter(([file]) => file !== path), [path, bytes] as const].sort(byPath))

const byPath = ([a]: readonly [string, Uint8Array], [b]: readonly [string, Uint8Array]) =>
  a < b ? -1 : a > b ? 1 : 0
