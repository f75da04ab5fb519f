import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"

const root = fileURLToPath(new URL("../../", import.meta.url))
let home = ""
beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), "stet-reproducible-")))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Where and how a build runs; none of it may be seen in its bytes. */
interface Circumstances {
  readonly path: string
  readonly zone: string
  readonly locale: string
  readonly umask: string
  /** Whether the files are written in the order of their names or the other way round. */
  readonly reversed: boolean
  /** The year that the files of the edition say they were changed in. */
  readonly year: number
}

const circumstances: readonly Circumstances[] = [
  { path: "a", zone: "UTC", locale: "C", umask: "022", reversed: false, year: 2026 },
  {
    path: "a folder with blanks/b",
    zone: "Pacific/Kiritimati",
    locale: "de_DE.UTF-8",
    umask: "077",
    reversed: true,
    year: 1999,
  },
  { path: "ü/ß", zone: "America/St_Johns", locale: "tr_TR.UTF-8", umask: "002", reversed: false, year: 2038 },
  {
    path: "d".repeat(120),
    zone: "Asia/Kathmandu",
    locale: "C.UTF-8",
    umask: "027",
    reversed: true,
    year: 1980,
  },
  {
    path: "e/f/g/h/i/j",
    zone: "Pacific/Niue",
    locale: "sv_SE.UTF-8",
    umask: "000",
    reversed: false,
    year: 2107,
  },
  { path: "it's", zone: "Europe/London", locale: "ja_JP.UTF-8", umask: "022", reversed: true, year: 2026 },
  {
    path: "#1 & 2%20",
    zone: "Australia/Lord_Howe",
    locale: "ar_EG.UTF-8",
    umask: "007",
    reversed: false,
    year: 2000,
  },
  { path: "z", zone: "America/Sao_Paulo", locale: "POSIX", umask: "077", reversed: true, year: 1970 },
]

async function filesOfEdition(): Promise<readonly string[]> {
  const below = await readdir(join(root, "sources"), { recursive: true, withFileTypes: true })
  const files = below
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(root.length))
  return ["edition.yaml", ...files].sort()
}

/** The digest of everything that a build writes, by its path. */
async function built({
  path,
  zone,
  locale,
  umask,
  reversed,
  year,
}: Circumstances): Promise<ReadonlyMap<string, string>> {
  const folder = join(home, path)
  const files = await filesOfEdition()
  for (const file of reversed ? files.toReversed() : files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), await readFile(join(root, file)))
    await utimes(join(folder, file), new Date(year, 0, 2), new Date(year, 0, 2))
  }
  const program = `umask ${umask} && exec "$0" "$1" build`
  const { exitCode, stderr } = await new Promise<{ exitCode: number | null; stderr: string }>((resolve) => {
    const child = execFile(
      "sh",
      ["-c", program, process.execPath, join(root, "dist/cli/main.js")],
      { cwd: folder, env: { PATH: process.env["PATH"], HOME: home, TZ: zone, LANG: locale, LC_ALL: locale } },
      (_, __, said) => resolve({ exitCode: child.exitCode, stderr: said }),
    )
  })
  expect(exitCode, stderr).toBe(0)
  const output = await readdir(join(folder, "output"), { recursive: true, withFileTypes: true })
  const paths = output.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const digests = await Promise.all(
    paths.map(
      async (each) =>
        [
          each.slice(folder.length),
          createHash("sha256")
            .update(await readFile(each))
            .digest("hex"),
        ] as const,
    ),
  )
  return new Map(digests.sort(([one], [other]) => (one < other ? -1 : 1)))
}

test("eight builds in other places, time zones, locales and with other rights give the same bytes, the archive included", async () => {
  expect(circumstances).toHaveLength(8)
  const builds: ReadonlyMap<string, string>[] = []
  // Two at a time: a build takes seconds, and a machine may have no more cores.
  for (let at = 0; at < circumstances.length; at += 2)
    builds.push(...(await Promise.all(circumstances.slice(at, at + 2).map(built))))
  const [first] = builds
  expect([...(first?.keys() ?? [])].some((path) => path.endsWith(".zip"))).toBe(true)
  for (const [at, each] of builds.entries()) expect(each, circumstances[at]?.path).toEqual(first)
}, 300_000)
