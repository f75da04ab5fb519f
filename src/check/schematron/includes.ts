import { type Diagnostic, diagnose, type Outcome } from "../../diagnostics/diagnostic.js"
import { attributeOf } from "../../xml/elements.js"
import type { PlacedElement, TeiFile } from "../tei-document.js"
import { broken, placeIn, readSchemaFile, type SchemaFile, schematron } from "./schema-file.js"

/**
 * Reads what a file includes: the address as written, without what follows “#”, and the name of the file that
 * it stands in. Undefined where there is no such file, or it may not be read.
 */
export type Load = (href: string, from: string) => Promise<TeiFile | undefined>

/** More files than this are no schema that somebody wrote. */
const mostFiles = 200

/** The files that rules stand in, and all that they include, each once. */
export async function readAll(
  files: readonly TeiFile[],
  load: Load,
): Promise<Outcome<readonly SchemaFile[]>> {
  const diagnostics: Diagnostic[] = []
  const found = new Map<string, SchemaFile | undefined>()
  const queue = files.map((file) => ({ file, isIncluded: false }))
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { file, isIncluded } = next
    if (found.has(file.name)) continue
    const reading = readSchemaFile(file, isIncluded)
    diagnostics.push(...reading.diagnostics)
    found.set(file.name, reading.value)
    if (reading.value === undefined) continue
    const included = new Map<PlacedElement, string>()
    for (const element of reading.value.elements) {
      const href = hrefOf(element)
      if (href === undefined) continue
      const target = found.size + queue.length < mostFiles ? await fileAt(href, file, load) : undefined
      if (target !== undefined) {
        included.set(element, target.name)
        queue.push({ file: target, isIncluded: true })
      } else {
        const place = placeIn(reading.value, element, "href")
        diagnostics.push(broken(`${href} is not there, or may not be read`, place))
      }
    }
    found.set(file.name, { ...reading.value, included })
  }
  const read = [...found.values()].filter((each) => each !== undefined)
  return { value: read, diagnostics: [...diagnostics, ...read.flatMap((file) => lostFragments(file, found))] }
}

function hrefOf(element: PlacedElement): string | undefined {
  const asks = element.local === "include" || element.local === "extends"
  return asks && element.namespace === schematron ? attributeOf(element, "href") : undefined
}

/** Nothing with a scheme is asked for: it would lie on the network, or outside the edition. */
async function fileAt(href: string, within: TeiFile, load: Load): Promise<TeiFile | undefined> {
  const address = href.replace(/#.*$/, "")
  if (address === "") return within
  return /^([a-z][a-z\d+.-]*:|[/\\]{2})/i.test(address) ? undefined : await load(address, within.name)
}

/** Files include each other in a circle, or an id is asked for that is not there. */
function lostFragments(
  file: SchemaFile,
  found: ReadonlyMap<string, SchemaFile | undefined>,
): readonly Diagnostic[] {
  return [...file.included].flatMap(([element, name]) => {
    const href = attributeOf(element, "href") ?? ""
    const id = href.includes("#") ? href.slice(href.indexOf("#") + 1) : ""
    const target = found.get(name)
    const place = placeIn(file, element, "href")
    if (id === "") {
      const circle = reaches(name, file.document.name, found)
      return circle ? [broken(`${href} includes this file again, in a circle`, place)] : []
    }
    const has = target?.document.elements.some(
      (each) => attributeOf(each, "xml:id") === id || attributeOf(each, "id") === id,
    )
    return has || target === undefined ? [] : [broken(`${href} has nothing with the id ${id}`, place)]
  })
}

/** Whether what a file includes leads to another, by whole files. */
function reaches(from: string, to: string, found: ReadonlyMap<string, SchemaFile | undefined>): boolean {
  const seen = new Set<string>()
  const queue = [from]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === to) return true
    if (seen.has(name)) continue
    seen.add(name)
    for (const [element, target] of found.get(name)?.included ?? [])
      if (!attributeOf(element, "href")?.includes("#")) queue.push(target)
  }
  return false
}

/** What stet does not do with rules, told once for each place. */
export function passedOver(files: readonly SchemaFile[]): readonly Diagnostic[] {
  return files.flatMap((file) =>
    file.elements.flatMap((element) => {
      const what = unsupported(element)
      if (what === undefined) return []
      return [
        diagnose("schematron-unsupported", { what: what.words }, placeIn(file, element, what.attribute)),
      ]
    }),
  )
}

function unsupported(element: PlacedElement): { words: string; attribute?: string } | undefined {
  if (element.namespace !== schematron) return undefined
  const has = (name: string) => element.attributes.some((each) => each.name === name)
  if (element.local === "pattern" && has("documents"))
    return {
      words: "@documents: the pattern is checked in the file itself, not in others",
      attribute: "documents",
    }
  return undefined
}
