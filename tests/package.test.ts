import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"

const root = fileURLToPath(new URL("../", import.meta.url))
let home = ""

/** Runs a command to its end; a failure shows what the command said. */
function run(folder: string, command: string, ...words: readonly string[]): string {
  const result = spawnSync(command, words, {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  })
  const said = `${result.stdout}${result.stderr}`
  expect(result.status, `${command} ${words.join(" ")}\n${said}`).toBe(0)
  return result.stdout
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "stet-package-"))
})

afterAll(() => rm(home, { recursive: true, force: true }))

test("the packed program, installed in an empty folder, makes and checks an edition", {
  timeout: 180_000,
}, async () => {
  expect(existsSync(join(root, "dist/cli/main.js")), "“npm run build” comes first").toBe(true)
  // Without its scripts, for they would rebuild dist while other tests run from it.
  run(root, "npm", "pack", "--ignore-scripts", "--pack-destination", home)
  const tarball = (await readdir(home)).find((name) => name.endsWith(".tgz")) ?? "none"
  const place = join(home, "place")
  await mkdir(place)
  run(place, "npm", "init", "-y")
  run(place, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", join(home, tarball))
  run(place, "npx", "--no-install", "stet", "init", "demo")
  const demo = join(place, "demo")
  run(demo, "npx", "--no-install", "stet", "build")
  run(demo, "npx", "--no-install", "stet", "check")
  expect(existsSync(join(demo, "output/site/index.html"))).toBe(true)
  expect((await readdir(join(demo, "output/tei"))).filter((name) => name.endsWith(".xml"))).not.toEqual([])
})
