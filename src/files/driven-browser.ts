import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

type Fields = Readonly<Record<string, unknown>>

/** A browser that is told what to do by the DevTools protocol, over a pipe of its own: no port is opened. */
export interface DrivenBrowser {
  /** Carries out a command and gives its result. @throws Error with what the browser said, or that it said nothing. */
  send(method: string, parameters?: Fields, session?: string): Promise<Fields>
  /** Waits for an event of which this holds, unless it came since the last was waited for. @throws Error as above. */
  event(method: string, holds: (parameters: Fields) => boolean): Promise<void>
  /** Ends it and removes its profile. */
  close(): Promise<void>
}

/** What keeps a browser from asking the network for anything, from opening a window, and from anything that is the machine’s own. */
const flags = [
  "--headless",
  "--remote-debugging-pipe",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  "--force-color-profile=srgb",
  "--font-render-hinting=none",
  "--hide-scrollbars",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-first-run",
  "--password-store=basic",
  "--use-mock-keychain",
]

/**
 * Starts a browser without a window. `agent` is what it calls itself, in what it makes too; it may take `patience`
 * milliseconds for an answer.
 *
 * @throws Error if it cannot be started.
 */
export async function driveBrowser(program: string, agent: string, patience: number): Promise<DrivenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "stet-browser-"))
  // Chromium refuses to run as root with its sandbox, as it would in a container; the pages are the edition’s own.
  const asRoot = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : []
  const words = [...flags, ...asRoot, `--user-agent=${agent}`, `--user-data-dir=${profile}`, "about:blank"]
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"] })
  const remove = () =>
    rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => undefined)
  return { ...conversation(child, patience), close: () => end(child, patience).then(remove) }
}

/** The protocol: messages in JSON, each ended by a NUL. */
function conversation(child: ChildProcess, patience: number): Omit<DrivenBrowser, "close"> {
  const [to, from] = [child.stdio[3] as NodeJS.WritableStream, child.stdio[4] as NodeJS.ReadableStream]
  const waiting = new Set<{ take(message: Fields): boolean; fail(error: Error): void }>()
  let past: Fields[] = []
  let complaint = ""
  let ended: Error | undefined
  let last = 0
  const stop = (error: Error) => {
    ended ??= error
    for (const each of waiting) each.fail(ended)
  }
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = `${complaint}${text}`.slice(-2000)
  })
  child.on("error", stop)
  child.on("exit", () => stop(new Error(`it ended by itself. ${lastLine(complaint)}`.trim())))
  // What cannot be written is told by the browser’s end.
  to.on("error", () => {})
  from.on("error", () => {})

  let parts: string[] = []
  from.setEncoding("utf8").on("data", (text: string) => {
    const [first = "", ...more] = text.split("\0")
    parts.push(first)
    for (const next of more) {
      const message = JSON.parse(parts.join("")) as Fields
      parts = [next]
      if ("method" in message) past.push(message)
      for (const each of waiting) if (each.take(message)) break
    }
  })

  const wait = (takes: (message: Fields) => boolean): Promise<Fields> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const settle = (act: () => void) => {
        clearTimeout(timer)
        waiting.delete(one)
        act()
      }
      const one = {
        take: (message: Fields) => {
          if (!takes(message)) return false
          settle(() => resolve(message))
          return true
        },
        fail: (error: Error) => settle(() => reject(error)),
      }
      const late = new Error(`it has not answered for ${patience / 1000} seconds`)
      const timer = setTimeout(() => one.fail(late), patience)
      waiting.add(one)
    })
  return {
    send: async (method, parameters = {}, session) => {
      const id = ++last
      const answer = wait((message) => message["id"] === id)
      const address = session === undefined ? {} : { sessionId: session }
      to.write(`${JSON.stringify({ id, method, params: parameters, ...address })}\0`)
      const { result, error } = (await answer) as { result?: Fields; error?: { message?: string } }
      if (error) throw new Error(`it refuses ${method}: ${error.message ?? "it does not say why"}`)
      return result ?? {}
    },
    event: async (method, holds) => {
      const isIt = (message: Fields) =>
        message["method"] === method && holds((message["params"] ?? {}) as Fields)
      const came = past.some(isIt)
      past = []
      if (!came) await wait(isIt)
    },
  }
}

/** What a program complained of last. */
const lastLine = (text: string): string => text.trim().split("\n").at(-1)?.trim() ?? ""

async function end(child: ChildProcess, patience: number): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  ;(child.stdio[3] as NodeJS.WritableStream).write(`${JSON.stringify({ id: 0, method: "Browser.close" })}\0`)
  const timer = setTimeout(() => child.kill("SIGKILL"), Math.min(patience, 5000))
  await gone
  clearTimeout(timer)
}
