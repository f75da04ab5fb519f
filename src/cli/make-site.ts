import { type Diagnostic, hasErrors, type Outcome } from "../diagnostics/diagnostic.js"
import {
  type CheckedEdition,
  checkEdition,
  type OnStage,
  type Resources,
  type SchemaShelf,
  type SiteFile,
  tolerated,
} from "../pipeline.js"
import { type Loaded, load } from "./load.js"

/** What a build and a preview make of an edition: all of it, or as much as its errors allowed. */
export interface MadeSite {
  readonly loaded: Loaded
  /** Named as the edition's folder names its files; `loaded.shown` names them from here. */
  readonly diagnostics: readonly Diagnostic[]
  readonly checked?: CheckedEdition
  /** There only where there is no error. */
  readonly site?: readonly SiteFile[]
}

/** By what a site is made. */
export interface SiteMaker {
  readonly resources: Resources
  readonly shelf: () => Promise<SchemaShelf>
  readonly render: (checked: CheckedEdition) => Promise<Outcome<readonly SiteFile[]>>
  readonly progress: (text: string) => void
  readonly onStage?: OnStage
}

/** Reads, checks and renders what was asked for; ends at the first of these steps that finds an error. */
export async function makeSite(paths: readonly string[], maker: SiteMaker): Promise<MadeSite> {
  maker.progress(paths.length === 0 ? "Reading the edition" : `Reading ${paths.join(", ")}`)
  maker.onStage?.("read")
  const reading = await load(paths)
  const { value: loaded } = reading
  const { opened } = loaded
  if (!opened) return { loaded, diagnostics: reading.diagnostics }
  const diagnostics = [...tolerated(reading.diagnostics, opened)]
  const take = (found: readonly Diagnostic[]) => {
    for (const each of tolerated(found, opened)) diagnostics.push(each)
    return hasErrors(diagnostics)
  }
  if (hasErrors(diagnostics)) return { loaded, diagnostics }

  maker.progress(`Encoding and checking ${counted(opened.edition.documents.length + opened.brought.length)}`)
  const checked = await checkEdition(opened, maker.resources, await maker.shelf(), maker.onStage)
  if (take(checked.diagnostics)) return { loaded, diagnostics }

  maker.progress("Rendering the pages")
  const site = await maker.render(checked.value)
  if (take(site.diagnostics)) return { loaded, diagnostics, checked: checked.value }
  return { loaded, diagnostics, checked: checked.value, site: site.value }
}

export const counted = (number: number) => `${number} document${number === 1 ? "" : "s"}`
