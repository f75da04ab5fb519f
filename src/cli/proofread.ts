import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { exists, readSource, replaceFile, writeNew } from "../files.js"
import { checkEdition, digestOfTei, openShelf, tolerated } from "../pipeline.js"
import type { Console } from "./console.js"
import { finishLoaded, load, proofReadingFile } from "./load.js"
import { resources } from "./resources.js"

export interface ProofReadOptions {
  readonly by: string
  readonly against: string
  /** The day, ISO 8601. */
  readonly on: string
}

/** `stet proofread NAME`: writes down that a document was read, with the digest of the text as it is now. */
export async function proofreadCommand(
  console: Console,
  version: string,
  name: string,
  { by, against, on }: ProofReadOptions,
): Promise<number> {
  const { value: loaded, diagnostics: found } = await load([])
  const diagnostics: Diagnostic[] = loaded.opened ? [...tolerated(found, loaded.opened)] : [...found]
  const finish = (result: Readonly<Record<string, unknown>> = {}) =>
    finishLoaded(console, loaded, diagnostics, result)
  if (!loaded.opened || hasErrors(diagnostics)) return finish()
  const checked = await checkEdition(loaded.opened, resources(version), await openShelf(resources(version)))
  const document = checked.value.documents.find((each) => each.name === name)
  const digest = document && digestOfTei(document.text)
  if (!document || digest === undefined) {
    diagnostics.push(diagnose("proof-reading-astray", { name, meant: "" }))
    return finish()
  }
  // What is wrong in the document would be wrong in what was read.
  const wrong = checked.diagnostics.filter(
    ({ severity, span }) => severity === "error" && span?.file === document.file,
  )
  diagnostics.push(...wrong)
  if (hasErrors(diagnostics)) return finish()
  const fields = { document: name, by, against, on, text: digest }
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  const entry = `  - ${lines.join("\n    ")}\n`
  const written = (await exists(proofReadingFile))
    ? await replaceFile(proofReadingFile, `${(await present()).replace(/\n*$/, "\n")}${entry}`)
    : await writeNew(proofReadingFile, `${heading}readings:\n${entry}`)
  diagnostics.push(...written.diagnostics)
  if (written.value) console.say(`${name}: read by ${by} against ${against}, ${on}.`)
  return finish(written.value ? fields : {})
}

const heading =
  "# Who read which document against what; “stet proofread” adds to it. A later edit of the text voids its reading.\n"

async function present(): Promise<string> {
  const { value } = await readSource(".", proofReadingFile)
  return new TextDecoder().decode(value ?? new Uint8Array())
}
