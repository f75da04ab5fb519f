import { createHash } from "node:crypto"
import { contentTypeOf } from "./content-types.js"
import type { ShownProblems } from "./problems.js"

/** What a preview shows at present. */
export interface Preview {
  /** The files of the last edition that could be built, by their paths from the site's root; images are read when they are asked for. */
  readonly files: ReadonlyMap<string, string | Uint8Array | (() => Uint8Array | undefined)>
  /** The page in the place of those that are not among them. */
  readonly elsewhere: string
  /** Whether there has been an edition yet. */
  readonly isBuilt: boolean
  readonly problems: ShownProblems
}

/** What a browser asks: method, the Host header, the address with its slash. */
export interface Request {
  readonly method: string
  readonly host: string
  readonly address: string
}

/** An answer, or the page whose changes are to be told for as long as the browser listens. */
export type Answer =
  | { readonly status: number; readonly headers: Headers; readonly body: string | Uint8Array }
  | { readonly page: string }

type Headers = Readonly<Record<string, string>>

/** Where a page asks for its changes; its own address follows. No file of a site begins with a dot. */
const eventsAt = "/.preview/events"

/**
 * Answers from the list of files alone, so that no address leads to the disk.
 *
 * `port` is the server's own: whoever reached it by another name than this machine's was led here, as when a
 * foreign site has its name point at 127.0.0.1 (DNS rebinding).
 */
export function answer(request: Request, preview: Preview, port: number): Answer {
  const { method, host, address } = request
  if (!["127.0.0.1", "localhost"].some((name) => host.toLowerCase() === `${name}:${port}`))
    return refusal(403, "This is a preview for this machine alone.")
  if (method !== "GET" && method !== "HEAD") return refusal(405, "Only GET and HEAD.", { allow: "GET, HEAD" })
  const path = pathOf(address)
  if (path === undefined) return refusal(400, "This is no address.")
  if (path.startsWith(`${eventsAt}/`) && method === "GET") return { page: path.slice(eventsAt.length) }
  return pageAt(path, preview)
}

/** What stands at a path that begins with a slash. */
export function pageAt(path: string, preview: Preview): Exclude<Answer, { readonly page: string }> {
  const name = path.slice(1)
  const file = name === "" || name.endsWith("/") ? `${name}index.html` : name
  const held = preview.files.get(file)
  const content = typeof held === "function" ? held() : held
  if (content !== undefined) return { status: 200, headers: headersOf(file, content), body: content }
  if (preview.files.has(`${name}/index.html`)) {
    const location = `/${name.split("/").map(encodeURIComponent).join("/")}/`
    return refusal(302, location, { location })
  }
  // Every browser asks for it, whatever the page says.
  if (file === "favicon.ico") return { status: 204, headers: always, body: "" }
  const headers = headersOf("missing.html", preview.elsewhere)
  return { status: preview.isBuilt ? 404 : 503, headers, body: preview.elsewhere }
}

/** What tells whether two answers are the same. */
export const digestOf = (body: string | Uint8Array): string =>
  createHash("sha256").update(body).digest("base64url").slice(0, 22)

/** What every answer has: nothing is kept, nobody else may use it, and it is what it is said to be. */
const always: Headers = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "frame-ancestors 'self'",
}

/** For what a browser keeps open to hear of changes. */
export const eventHeaders: Headers = { ...always, "content-type": "text/event-stream; charset=utf-8" }

function headersOf(file: string, content: string | Uint8Array): Headers {
  const type = contentTypeOf(file)
  return {
    ...always,
    "content-type": type,
    // By this a page knows which of its versions it is.
    ...(type.startsWith("text/html") ? { "server-timing": `page;desc="${digestOf(content)}"` } : {}),
    // What is no page may hold script all the same: TEI that was brought, an image in SVG.
    ...(type.includes("xml")
      ? { "content-security-policy": "sandbox; default-src 'none'; style-src 'self'" }
      : {}),
  }
}

const refusal = (status: number, body: string, headers: Headers = {}) => ({
  status,
  headers: { ...always, "content-type": "text/plain; charset=utf-8", ...headers },
  body: `${body}\n`,
})

function pathOf(address: string): string | undefined {
  if (!address.startsWith("/")) return undefined
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ""))
  } catch {
    return undefined
  }
}
