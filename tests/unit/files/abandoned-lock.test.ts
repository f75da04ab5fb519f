import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { writeAtomically } from "../../../src/files.js"

test.each([".stet-lock", ".stet-lock-removal"])(
  "a build killed as it wrote %s holds up no other",
  async (name) => {
    const folder = await mkdtemp(join(tmpdir(), "stet-lock-"))
    try {
      const long = new Date("2020-01-01T00:00:00Z")
      for (const file of new Set([".stet-lock", name])) {
        await writeFile(join(folder, file), "")
        await utimes(join(folder, file), long, long)
      }
      const outcome = await writeAtomically(folder, [{ path: "tei/a.xml", content: "a" }], ["tei"], 500)
      expect([outcome.value, await readdir(folder)]).toEqual([true, ["tei"]])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
