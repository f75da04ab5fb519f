import { access, constants, stat } from "node:fs/promises"
import { delimiter, join } from "node:path"

/** What Chromium and its kin are called on the PATH. */
const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
]

/** Where they lie on systems that put no programs on the PATH, below the folders that these name themselves. */
const macPlaces = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `${name}.app/Contents/MacOS/${name}`,
)
const windowsPlaces = ["Google/Chrome", "Chromium", "Microsoft/Edge"].map(
  (name) => `${name}/Application/${name === "Microsoft/Edge" ? "msedge" : "chrome"}.exe`,
)

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The Chromium, Chrome or Edge of this machine: the one that is named, else the one of CHROME_PATH, else the first on
 * the PATH or in the usual places. One that is named and cannot be run is not replaced by another.
 */
export async function findBrowser(
  named: string | undefined,
  environment: Environment = process.env,
  platform: string = process.platform,
): Promise<string | undefined> {
  const said = named ?? (environment["CHROME_PATH"] || undefined)
  for (const place of said === undefined ? usualPlaces(environment, platform) : [said])
    if (await isRunnable(place)) return place
  return undefined
}

/** Every place that is looked at, in order. */
export function usualPlaces(environment: Environment, platform: string): readonly string[] {
  const below = (folder: string | undefined, places: readonly string[]) =>
    folder === undefined || folder === "" ? [] : places.map((place) => join(folder, place))
  if (platform === "win32")
    return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) =>
      below(environment[name], windowsPlaces),
    )
  const onPath = (environment["PATH"] ?? "").split(delimiter).flatMap((folder) => below(folder, commands))
  if (platform !== "darwin") return onPath
  const home = environment["HOME"]
  return [
    ...below("/Applications", macPlaces),
    ...below(home === undefined ? undefined : join(home, "Applications"), macPlaces),
    ...onPath,
  ]
}

/** A folder may be entered, which is the same right as to be run. */
const isRunnable = (path: string): Promise<boolean> =>
  Promise.all([access(path, constants.X_OK), stat(path)]).then(
    ([, found]) => found.isFile(),
    () => false,
  )
