import { setImmediate } from "node:timers/promises"
import { diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { printDiagnostic } from "../diagnostics/print.js"
import { exists, openInBrowser } from "../files.js"
import { openPreview, openShelf, type SiteFile } from "../pipeline.js"
import type { Preview } from "../serve/answer.js"
import { type ShownProblems, shownProblems } from "../serve/problems.js"
import { openServer } from "../serve/server.js"
import type { Console } from "./console.js"
import { counted, type MadeSite, makeSite } from "./make-site.js"
import { previewResources } from "./resources.js"
import { interruption, watchCommand } from "./watch.js"

/** “STET” on the keys of a telephone. */
export const usualPort = 7838

export interface ServeOptions {
  /** Undefined takes the usual port, or any other where that is in use; 0 takes any. */
  readonly port: number | undefined
  /** Whether the browser is opened. */
  readonly open: boolean
}

const noProblems: ShownProblems = { count: 0, first: [] }
/** A terminal shows so many errors and still the address of the preview. */
const mostPrinted = 5

/**
 * `stet serve`: the edition in this folder, built in memory and shown to this machine's browsers, and built
 * anew whenever a file changes. Writes nothing. While an edition has errors the last good one stays. Ends with
 * 0 when it is stopped; with 1 where there is no edition to begin with, or no port.
 */
export async function serveCommand(
  console: Console,
  version: string,
  options: ServeOptions,
  stop: AbortSignal = interruption(),
): Promise<number> {
  const refuse = (problem: ReturnType<typeof diagnose>) => console.finish([problem], () => undefined, {})
  if (!(await exists("edition.yaml"))) return refuse(diagnose("edition-missing", { folder: "this folder" }))
  const resources = previewResources(version)
  const preview = await openPreview(resources)
  const { waiting, assets } = await preview.notices(undefined)
  const first = { files: contentsOf(assets), elsewhere: waiting, isBuilt: false, problems: noProblems }
  const opened = await openServer(options.port ?? usualPort, first)
  const server = opened.value ?? (options.port === undefined ? (await openServer(0, first)).value : undefined)
  if (!server) return console.finish(opened.diagnostics, () => undefined, {})
  console.say(`The preview: ${server.address} (Ctrl+C ends it)`)
  if (options.open) openInBrowser(server.address)

  const shelf = openShelf(resources)
  const breathe = async () => {
    // The server answers meanwhile, and an interruption is heard.
    await setImmediate()
    stop.throwIfAborted()
  }
  let shown: Preview = first
  const run = async () => {
    const begun = performance.now()
    const made = await makeSite([], {
      resources,
      shelf: () => shelf,
      render: (checked) => preview.render(checked, () => {}, breathe),
      progress: console.progress,
    })
    const settings = made.loaded.opened?.edition.settings
    const before = shown
    if (made.site) {
      const { missing } = await preview.notices(settings)
      shown = { files: filesOf(made, made.site), elsewhere: missing, isBuilt: true, problems: noProblems }
    } else {
      const notices = before.isBuilt ? undefined : await preview.notices(settings)
      shown = {
        ...before,
        elsewhere: notices?.waiting ?? before.elsewhere,
        problems: problemsOf(made, before),
      }
    }
    server.show(shown)
    report(console, made, before, shown, performance.now() - begun)
    return hasErrors(made.diagnostics) ? 1 : 0
  }
  try {
    return await watchCommand(console, run, [], stop)
  } catch (error) {
    if (!stop.aborted) throw error
    console.part("ended")
    return 0
  } finally {
    await server.close()
  }
}

/** A site with its images, which are read from the edition's folder as often as they are asked for. */
function filesOf({ checked, loaded }: MadeSite, site: readonly SiteFile[]): Preview["files"] {
  const images = [...(checked?.images.values() ?? [])].flat()
  const bytes = (source: string) => () => loaded.opened?.folder.bytes(source)
  return new Map<string, string | Uint8Array | (() => Uint8Array | undefined)>([
    ...contentsOf(site),
    ...images.map(({ path, source }) => [path, bytes(source)] as const),
  ])
}

const contentsOf = (files: readonly { readonly path: string; readonly content: string | Uint8Array }[]) =>
  new Map(files.map(({ path, content }) => [path, content]))

/** The errors, each with the page of its document if there is one. */
function problemsOf({ loaded, diagnostics }: MadeSite, { files }: Preview): ShownProblems {
  const pageOf = (file: string) => {
    const name = /([^/]+)\.(?:md|xml)$/.exec(file)?.[1]
    return name !== undefined && files.has(`${name}/index.html`) ? `/${name}/index.html` : undefined
  }
  return shownProblems(
    diagnostics.map((each) => loaded.shown(each)),
    loaded.textOfFile,
    pageOf,
  )
}

/** A line or two: what has changed, or what is wrong. */
function report(console: Console, made: MadeSite, before: Preview, now: Preview, milliseconds: number): void {
  const errors = made.diagnostics.filter((each) => each.severity === "error")
  const warnings = made.diagnostics.filter((each) => each.severity === "warning").length
  const told = warnings === 0 ? "" : ` ${plural(warnings, "warning")}: “stet check” shows them.`
  const time = `${(milliseconds / 1000).toFixed(1)} s`
  if (errors.length === 0) {
    const documents = counted(made.checked?.documents.length ?? 0)
    const changed = [...now.files].filter(
      ([path, content]) => path.endsWith(".html") && content !== before.files.get(path),
    )
    console.say(
      before.isBuilt
        ? `${plural(changed.length, "page")} changed, ${time}.${told}`
        : `${documents}, ${plural(changed.length, "page")}, ${time}.${told}`,
    )
    return
  }
  for (const each of errors.slice(0, mostPrinted))
    console.say(printDiagnostic(made.loaded.shown(each), made.loaded.textOfFile))
  const more = errors.length - mostPrinted
  console.say(
    `${plural(errors.length, "error")}${more > 0 ? `, ${more} of them not shown: “stet check” does` : ""}.${
      before.isBuilt ? " The preview shows the last edition without errors." : ""
    }${told}`,
  )
}

const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? "" : "s"}`
