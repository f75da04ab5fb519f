import { openWatch } from "../files.js"
import type { Console } from "./console.js"
import { generated } from "./load.js"

/** A log or a note in the edition's folder is no cause to check it again. */
const isOfEdition = (path: string) =>
  /^sources\/|\.(?:ya?ml|xml|rng|rnc|sch|xsd|jpe?g|png|gif|webp|avif|tiff?|svg)$/i.test(
    path.replace(/^\.\//, ""),
  )

/** So many names say what happened; more would be a list to be read. */
const mostNames = 3

/**
 * Runs, and runs again whenever something in these files and folders has changed; without any, in this
 * folder. There is one run at a time, and a change during a run leads to one more. Ends with 0 when it is
 * stopped, by SIGINT if not otherwise; a run that is under way is brought to its end, unless there is a
 * second SIGINT.
 */
export async function watchCommand(
  console: Console,
  run: () => Promise<number>,
  paths: readonly string[],
  stop: AbortSignal = interruption(),
): Promise<number> {
  // Opened before the run, so that what changes meanwhile is not missed. stet's own output is no cause to check.
  const watch =
    paths.length === 0 ? await openWatch(["."], generated, isOfEdition) : await openWatch(paths, generated)
  for (;;) {
    await run()
    if (stop.aborted) return 0
    console.progress("Waiting for changes; Ctrl+C ends")
    const changes = await watch.next(stop)
    console.part(changes ? headingOf(changes) : "ended")
    if (!changes) return 0
  }
}

function headingOf(changes: readonly string[]): string {
  const named = changes.slice(0, mostNames).join(", ")
  const more = changes.length - mostNames
  return more > 0 ? `${named} and ${more} more` : named
}

/** Aborted by the first SIGINT; the second ends the process, as ever. */
export function interruption(): AbortSignal {
  const stop = new AbortController()
  process.once("SIGINT", () => stop.abort())
  return stop.signal
}
