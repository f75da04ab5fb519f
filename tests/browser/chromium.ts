import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

let opened: Promise<Browser> | undefined

/**
 * The system's Chromium: the one CHROME_PATH names, else one in the usual places, else, for root on Debian, the
 * package that this installs. It is started once for all files of tests that run in this process, and ends with it.
 */
export function openChromium(): Promise<Browser> {
  opened ??= chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] })
  return opened
}

/** Where it lies. */
export function findChromium(): string {
  const named = process.env["CHROME_PATH"]
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named
    throw new Error(`CHROME_PATH names ${named}, which is not there.`)
  }
  const found = places.find((place) => existsSync(place))
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    execFileSync("apt-get", ["update", "-q"], { stdio: "inherit", env: environment })
    execFileSync("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
      env: environment,
    })
    if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium"
  }
  throw new Error("The browser tests need Chromium: install it, or let CHROME_PATH name it.")
}
