import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openCache } from "../../../src/files/cache.js"

let home = ""
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "stet-cache-"))
})
afterEach(() => rm(home, { recursive: true, force: true }))

test("what is kept is found again under the same words, and under no others", async () => {
  const cache = openCache({ STET_CACHE: join(home, "deep/cache") })
  await cache.keep(["grammar", "ab", "c"], "made")
  expect(await cache.read(["grammar", "ab", "c"])).toBe("made")
  expect(await cache.read(["grammar", "a", "bc"])).toBeUndefined()
  expect(await readdir(join(home, "deep/cache"))).toHaveLength(1)
})

test("it lies where the system keeps caches, unless another place is named", async () => {
  const cache = openCache({ XDG_CACHE_HOME: home })
  await cache.keep(["a"], "b")
  expect(await readdir(join(home, "stet"))).toHaveLength(1)
})

test("that nothing can be kept is no fault", async () => {
  await writeFile(join(home, "file"), "")
  const cache = openCache({ STET_CACHE: join(home, "file") })
  await cache.keep(["a"], "b")
  expect(await cache.read(["a"])).toBeUndefined()
})
