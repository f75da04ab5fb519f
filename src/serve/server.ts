import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { answer, digestOf, eventHeaders, type Preview, pageAt } from "./answer.js"

/** A preview that is being served to the browsers of this machine. */
export interface PreviewServer {
  /** Where it is, with a slash at its end. */
  readonly address: string
  /** Shows this from now on, and tells the pages that are open. */
  readonly show: (preview: Preview) => void
  readonly close: () => Promise<void>
}

/** A page that listens, and what it was told last. */
interface Listener {
  readonly page: string
  readonly response: ServerResponse
  told: string
}

/**
 * Opens a server on 127.0.0.1, which no other machine reaches; port 0 takes any that is free. Without a
 * preview nothing is shown. A port that cannot be had is told as port-unusable.
 */
export async function openServer(port: number, first: Preview): Promise<Outcome<PreviewServer | undefined>> {
  let shown = first
  const listeners = new Set<Listener>()
  const server = createServer((request, response) => {
    const given = answer(
      { method: request.method ?? "", host: request.headers.host ?? "", address: request.url ?? "" },
      shown,
      portOf(server),
    )
    if ("page" in given) return listen(given.page, request, response)
    const body = Buffer.from(given.body)
    response.writeHead(given.status, { ...given.headers, "content-length": String(body.length) })
    response.end(request.method === "HEAD" ? undefined : body)
  })
  const listen = (page: string, request: IncomingMessage, response: ServerResponse) => {
    const listener = { page, response, told: "" }
    listeners.add(listener)
    request.on("close", () => listeners.delete(listener))
    // A line at once, by which the browser knows that it has been heard.
    response.writeHead(200, eventHeaders)
    tell(listener, shown)
  }
  const problem = await started(server, port)
  if (problem) {
    const values = { port, problem: problem.code === "EADDRINUSE" ? "it is in use" : problem.message }
    return { value: undefined, diagnostics: [diagnose("port-unusable", values)] }
  }
  return {
    value: {
      address: `http://127.0.0.1:${portOf(server)}/`,
      show: (preview) => {
        shown = preview
        for (const each of listeners) tell(each, shown)
      },
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    },
    diagnostics: [],
  }
}

/** Tells a page which version of it there is now, and the errors; nothing, where it was told all that. */
function tell(listener: Listener, preview: Preview): void {
  const page = digestOf(pageAt(listener.page, preview).body)
  const said = JSON.stringify({ page, problems: preview.problems })
  if (said === listener.told) return
  listener.told = said
  // JSON has no line breaks of its own, which would end the message.
  listener.response.write(`data: ${said}\n\n`)
}

/** Undefined once the server listens, or what kept it from that. */
function started(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once("error", resolve)
    server.listen({ port, host: "127.0.0.1" }, () => {
      server.removeListener("error", resolve)
      // What goes wrong with one connection is that browser's loss.
      server.on("error", () => {})
      resolve(undefined)
    })
  })
}

const portOf = (server: Server) => (server.address() as AddressInfo).port
