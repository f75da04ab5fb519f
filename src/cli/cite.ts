import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { nearest } from "../model/nearest.js"
import { type CitationFormat, checkEdition, cite, openShelf, tolerated } from "../pipeline.js"
import type { Console } from "./console.js"
import { finishLoaded, load } from "./load.js"
import { resources } from "./resources.js"

/** `stet cite ID`: how a document of the edition in this folder, or a passage, is cited; writes nothing. */
export async function citeCommand(
  console: Console,
  version: string,
  id: string,
  format: CitationFormat,
): Promise<number> {
  const { value: loaded, diagnostics: found } = await load([])
  const { opened } = loaded
  const diagnostics: Diagnostic[] = (opened ? tolerated(found, opened) : found).filter(
    ({ severity }) => severity === "error",
  )
  const finish = () => finishLoaded(console, loaded, diagnostics)
  if (!opened || hasErrors(diagnostics)) return finish()
  const checked = await checkEdition(opened, resources(version), await openShelf(resources(version)))
  const citation = await cite(id, checked.value, resources(version), format)
  if (citation === undefined) {
    const near = nearest(
      id,
      checked.value.documents.map(({ name }) => name),
      48,
    )
    const meant = near === undefined ? "" : ` Did you mean ${near}?`
    diagnostics.push(diagnose("citation-unknown", { citation: id, meant }))
  } else console.say(citation.trimEnd())
  return finish()
}
