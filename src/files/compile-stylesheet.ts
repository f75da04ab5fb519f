import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)
/** A stylesheet of many rules takes some seconds; one that takes so long will never be done. */
const timeout = 120_000

/**
 * Compiles XSLT to what SaxonJS runs. The compiler is a program of its own, and is started as one.
 *
 * @throws Error with what the compiler printed, where the stylesheet is wrong.
 */
export async function compileStylesheet(stylesheet: string): Promise<string> {
  const compiler = createRequire(import.meta.url).resolve("xslt3/xslt3.js")
  const scratch = await mkdtemp(join(tmpdir(), "stet-rules-"))
  const [source, product] = [join(scratch, "rules.xsl"), join(scratch, "rules.sef.json")]
  try {
    await writeFile(source, stylesheet)
    const words = [compiler, `-xsl:${source}`, `-export:${product}`, "-nogo", "-relocate:on"]
    await run(process.execPath, words, { timeout, maxBuffer: 16 * 1024 * 1024 }).catch((error) => {
      throw new Error(`${error.stdout ?? ""}${error.stderr ?? ""}`.trim() || String(error))
    })
    return await readFile(product, "utf8")
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
