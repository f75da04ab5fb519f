import { execFile, execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { writeSampleSite } from "./site.js"

const checker = new URL("../../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url).pathname

function hasJava(): boolean {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

interface Message {
  readonly type: string
  readonly message: string
  readonly url?: string
}

// The checker takes “self” in the pages' policy for an origin, which files have not; hence the server.
test(hasJava()
  ? "the Nu checker finds neither errors nor warnings"
  : "without Java, the Nu checker is not run", async () => {
  if (!hasJava()) return
  const site = await writeSampleSite()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1)
    response.setHeader("content-type", path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8")
    response.end(readFileSync(join(site.folder, path)))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  try {
    const { port } = server.address() as AddressInfo
    const urls = site.pages.map((path) => `http://127.0.0.1:${port}/${path}`)
    const run = promisify(execFile)(
      "java",
      [
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-jar",
        checker,
        "--stdout",
        "--exit-zero-always",
        "--format",
        "json",
        ...urls,
      ],
      {
        maxBuffer: 16 * 1024 * 1024,
      },
    )
    const { messages } = JSON.parse((await run).stdout) as { messages: Message[] }
    expect(messages.map((each) => `${each.url}: ${each.type}: ${each.message}`)).toEqual([])
  } finally {
    server.close()
    site.remove()
  }
}, 300_000)
