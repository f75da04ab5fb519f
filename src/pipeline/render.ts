import { decodeXml } from "../brought/decode.js"
import { formerlyIn } from "../cite/formerly.js"
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js"
import { encodeWithdrawn } from "../encode/withdrawn.js"
import { editionRecordOf } from "../model/bibliographic-record.js"
import type { EditionSettings } from "../model/edition.js"
import { licenceOf } from "../model/edition.js"
import { emptyLedger } from "../model/ledger.js"
import type { SiteImage, Words } from "../model/page.js"
import { startOfFile } from "../model/source-span.js"
import type { PublishedEdition, PublishInput, Renderer, SiteDocument, SiteFile } from "../publish/site.js"
import type { CheckedDocument, CheckedEdition } from "./check.js"
import type { OnStage, Resources } from "./resources.js"

/** Opens the stylesheet; what renders is loaded only then. */
export async function openRenderer(resources: Resources) {
  const { openStylesheet } = await import("../render/stylesheet.js")
  const { rendererOf } = await import("../render/renderer.js")
  return rendererOf(await openStylesheet(await resources.stylesheet()))
}

/** How a site is rendered other than by itself and at one go. */
export interface Rendering extends Pick<PublishInput, "onEveryPage" | "beforeDocument"> {
  /** A renderer that is open already. */
  readonly renderer?: Renderer
}

/** Renders the site of a checked edition. */
export async function renderEdition(
  checked: CheckedEdition,
  resources: Resources,
  onStage: OnStage = () => {},
  { renderer: opened, ...rendering }: Rendering = {},
): Promise<Outcome<readonly SiteFile[]>> {
  onStage("load")
  const { publishSite } = await import("../publish/publish-site.js")
  const { comparisonsOf } = await import("./comparison.js")
  const { interchangeOf } = await import("../interchange/interchange.js")
  const renderer = opened ?? (await openRenderer(resources))
  const [styles, scripts] = await Promise.all([resources.styles(), resources.scripts()])
  onStage("render")
  const edition = await publishedEdition(checked.edition.settings, resources)
  const formerly = formerlyIn(checked.ledger ?? emptyLedger)
  const documents = checked.documents.map((each) => ({
    ...asPublished(each, checked.images.get(each.name)),
    formerly: formerly.passagesOf(each.name),
  }))
  const withdrawn = formerly.documents.map((each) => ({
    ...each,
    tei: encodeWithdrawn(each, checked.edition.settings, edition.words),
  }))
  const withdrawnTei = (path: string) => {
    const [name = "", title = ""] = [path.replace(/^.*\/|\.xml$/g, ""), edition.words["withdrawn-page"]]
    return encodeWithdrawn({ name, title, release: "", heirs: [] }, checked.edition.settings, edition.words)
  }
  const comparisons = comparisonsOf(documents)
  const schemas = await schemaFiles(resources)
  const { published } = formerly
  const { settings } = checked.edition
  const interchange = interchangeOf(
    editionRecordOf(settings),
    settings.fieldSpans && startOfFile("edition.yaml"),
  )
  const bookStyle = await resources.bookStyle()
  return publishSite({
    ...{
      edition,
      documents,
      comparisons,
      withdrawn,
      withdrawnTei,
      published,
      styles,
      scripts,
      renderer,
      schemas,
    },
    ...{ interchange, bookStyle },
    ...rendering,
  })
}

/** What the pages say of an edition as a whole. */
export async function publishedEdition(
  settings: EditionSettings,
  resources: Resources,
): Promise<PublishedEdition> {
  const licence = licenceOf(settings.licence)
  return {
    title: settings.title,
    editors: settings.editors.map((editor) => editor.name),
    version: settings.version,
    licence: licence.name,
    licenceUrl: licence.url,
    date: settings.date,
    language: settings.language,
    baseUrl: settings.url,
    statement: settings.statement,
    textualStatement: settings.textualStatement,
    interface: settings.interface,
    words: JSON.parse(await resources.words(settings.interface)) as Words,
  }
}

/** What the views would not render of the TEI that was brought, element by element; nothing is written. */
export async function unrenderedIn(
  checked: CheckedEdition,
  resources: Resources,
  onStage: OnStage = () => {},
): Promise<readonly Diagnostic[]> {
  const brought = checked.documents.filter((each) => "expanded" in each.origin)
  if (brought.length === 0) return []
  onStage("load")
  const { surveyOf } = await import("../publish/publish-site.js")
  const renderer = await openRenderer(resources)
  onStage("render")
  return brought.flatMap((each) => surveyOf(asPublished(each), renderer))
}

/** TEI that was brought is published as it came, byte for byte, unless it includes other files. */
function asPublished(
  { name, text, origin }: CheckedDocument,
  images: readonly SiteImage[] | undefined = undefined,
): SiteDocument {
  const shown = images === undefined ? {} : { images }
  if (!("expanded" in origin)) return { name, tei: text, ...shown }
  const { document, expanded, bytes } = origin
  return {
    name,
    tei: text,
    brought: true,
    ...shown,
    original: expanded.files.length > 1 ? text : bytes,
    originalText: decodeXml(bytes, document.name).value,
    placeOf: (ordinal) => {
      const element = document.elements[ordinal - 1]
      return element && expanded.spanAt(element.from, element.to)
    },
  }
}

/** What a library needs to check the TEI again: the schema, and the customisation in prose. */
export async function schemaFiles(resources: Resources): Promise<readonly SiteFile[]> {
  return [
    { path: "schema/edition.odd", content: await resources.customisation() },
    { path: "schema/edition.rng", content: await resources.schema() },
  ]
}
