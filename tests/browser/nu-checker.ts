import { execFile, execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import { extname, join } from "node:path"
import { promisify } from "node:util"

const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar")

/** Whether the checker can run here at all. */
export function hasJava(): boolean {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

const types: Readonly<Record<string, string>> = { ".css": "text/css", ".js": "text/javascript" }

interface Message {
  readonly type: string
  readonly message: string
  readonly url?: string
}

/**
 * What the Nu checker says of pages in a folder, errors and warnings, one line each.
 *
 * The pages are served: the checker takes “self” in their policy for an origin, which files have not.
 */
export async function checkedByNu(folder: string, pages: readonly string[]): Promise<readonly string[]> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1)
    response.setHeader("content-type", types[extname(path)] ?? "text/html; charset=utf-8")
    response.end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  try {
    const { port } = server.address() as AddressInfo
    const urls = pages.map((path) => `http://127.0.0.1:${port}/${path}`)
    const settings = ["--stdout", "--exit-zero-always", "--format", "json"]
    const { stdout } = await promisify(execFile)(
      "java",
      ["-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", checker, ...settings, ...urls],
      { maxBuffer: 16 * 1024 * 1024 },
    )
    const { messages } = JSON.parse(stdout) as { readonly messages: readonly Message[] }
    return messages.map((each) => `${each.url}: ${each.type}: ${each.message}`)
  } finally {
    server.close()
  }
}
