import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.js"
import { collateDocuments, type OpenedWitness, openWitness } from "../pipeline.js"
import type { Console } from "./console.js"
import { type Loaded, load } from "./load.js"

/** How a comparison is printed: in words, as TEI, or as data. */
export const collationFormats = ["text", "tei", "json"] as const
export type CollationFormat = (typeof collationFormats)[number]

/** `stet collate A B`: two documents of the edition in this folder, or TEI files, compared as witnesses; writes nothing. */
export async function collateCommand(
  console: Console,
  version: string,
  a: string,
  b: string,
  format: CollationFormat,
): Promise<number> {
  const problems: Diagnostic[] = []
  const editions: Loaded[] = []
  let edition: Loaded | undefined
  // Both may be documents of the edition, which is read once.
  const loaded = async (path: string | undefined) => {
    if (path === undefined && edition) return edition
    const { value, diagnostics } = await load(path === undefined ? [] : [path])
    if (path === undefined) edition = value
    editions.push(value)
    problems.push(...diagnostics.filter((each) => each.severity === "error").map((each) => value.shown(each)))
    return value
  }
  const open = async (name: string): Promise<OpenedWitness | undefined> => {
    const isFile = /\.xml$|[/\\]/.test(name)
    const { opened, shown } = await loaded(isFile ? name : undefined)
    // A file that cannot be read was told just now.
    const asked = isFile ? opened?.brought[0]?.name : name
    if (!opened || asked === undefined || hasErrors(problems)) return undefined
    const { value, diagnostics } = openWitness(opened, asked, version)
    problems.push(...diagnostics.filter((each) => each.severity === "error").map((each) => shown(each)))
    return value
  }
  const [one, other] = [await open(a), await open(b)]
  const textOfFile = (file: string) =>
    editions.map((each) => each.textOfFile(file)).find((each) => each !== undefined)
  if (!one || !other || hasErrors(problems)) return console.finish(problems, textOfFile, {})
  const collated = collateDocuments(one, other)
  if (format === "tei") console.say(collated.tei().trimEnd())
  if (format === "text") console.say(collated.text())
  return console.finish(problems, textOfFile, format === "json" ? { collation: collated.data() } : {})
}
