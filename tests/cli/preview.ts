import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, vi } from "vitest"

const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))

/** What a page of a preview is told. */
export interface Told {
  readonly page: string
  readonly problems: { readonly count: number; readonly first: readonly { readonly place?: string }[] }
}

/** `stet serve` as it runs in a folder. */
export interface Serving {
  readonly address: string
  /** All that it has said so far. */
  readonly said: () => string
  /** Waits until it has built the edition so many times, or tried to. */
  readonly built: (times: number) => Promise<void>
  readonly fetch: (path: string, options?: RequestInit) => Promise<Response>
  /** Listens as an open page does; gives what it was told so far. */
  readonly listen: (page: string) => Promise<readonly Told[]>
  /** Ends it as Ctrl-C does; its exit code, or the signal that ended it. */
  readonly end: () => Promise<number | string | null>
}

/** The machine may be busy: nothing is measured here. */
export const patience = { timeout: 120_000, interval: 20 }

/** Starts the built program and waits until it says where the preview is. */
export async function serve(folder: string, ...words: readonly string[]): Promise<Serving> {
  const child: ChildProcess = spawn(process.execPath, [program, "serve", "--port", "0", ...words], {
    cwd: folder,
  })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (part: string) => {
      said += part
    })
  const ended = new Promise<number | string | null>((resolve) =>
    child.on("exit", (code, signal) => resolve(signal ?? code)),
  )
  const address = await vi.waitFor(() => {
    const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
    if (found === undefined) throw new Error(`No address yet: ${said}`)
    return found
  }, patience)
  const leaving = new AbortController()
  return {
    address,
    said: () => said,
    built: (times) =>
      vi.waitFor(() => expect(said.split("Waiting for changes").length - 1).toBe(times), patience),
    fetch: (path, options) => fetch(new URL(path, address), options),
    listen: async (page) => {
      const told: Told[] = []
      const response = await fetch(new URL(`/.preview/events${page}`, address), { signal: leaving.signal })
      expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8")
      const read = async () => {
        let text = ""
        for await (const part of response.body ?? []) {
          text += Buffer.from(part).toString()
          const messages = text.split("\n\n")
          text = messages.pop() ?? ""
          for (const each of messages) told.push(JSON.parse(each.replace(/^data: /, "")) as Told)
        }
      }
      read().catch(() => undefined)
      return told
    },
    end: () => {
      leaving.abort()
      child.kill("SIGINT")
      return ended
    },
  }
}
