import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/**
 * MiniSearch as a classic script, with its licence at its head; of the package that is installed, so that
 * it reads what the same package wrote.
 */
export async function searchLibrary(): Promise<string> {
  // The package shows its entry only: dist/cjs/index.cjs.
  const root = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "../..")
  const [licence, script] = await Promise.all(
    ["LICENSE.txt", "dist/umd/index.js"].map((path) => readFile(join(root, path), "utf8")),
  )
  return `/*!\nMiniSearch, https://lucaong.github.io/minisearch/\n\n${licence?.trim()}\n*/\n${script?.replace(/^\/\/# sourceMappingURL=.*$/m, "")}`
}
