import { execFile } from "node:child_process"
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const program = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))

export interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own, in which the built program runs. */
export interface Desk {
  readonly folder: string
  write(path: string, content: string | Uint8Array): Promise<void>
  read(path: string): Promise<string>
  /** Removes a file or a folder. */
  remove(path: string): Promise<void>
  /** Every file below a folder, with its bytes as text. */
  snapshot(folder: string): Promise<Readonly<Record<string, string>>>
  stet(...args: readonly string[]): Promise<Run>
  clear(): Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const home = await realpath(await mkdtemp(join(tmpdir(), "stet-cli-")))
  const folder = join(home, "edition")
  await mkdir(folder)
  return {
    folder,
    write: async (path, content) => {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    },
    remove: (path) => rm(join(folder, path), { recursive: true, force: true }),
    read: (path) => readFile(join(folder, path), "utf8"),
    snapshot: async (below) => {
      const entries = await readdir(join(folder, below), { recursive: true, withFileTypes: true })
      const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
      const contents = paths.sort().map(async (path) => [path, await readFile(path, "latin1")] as const)
      return Object.fromEntries(await Promise.all(contents))
    },
    stet: (...args) =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          [program, ...args],
          { cwd: folder, maxBuffer: 1 << 28 },
          (_, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
        )
      }),
    clear: () => rm(home, { recursive: true, force: true }),
  }
}

export const settings = `title: Quill's letters
editors:
  - name: Ada Quill
publisher: Harbour Press
version: "1.0.0"
licence: CC0 1.0
language: en
conventions: { substitution: neighbouring, falseStart: repeated-label }
`

/** Answers to all questions of the textual statement, as a release needs them. */
export const answers = `textualStatement:
  selection: All letters that are known.
  provenance: They lie where they were written.
  baseText: Each text follows the letter that was sent.
  transcription: Ada Quill, from the originals.
  proofreading: Ben Folio, once, against the originals.
  normalisation: Nothing is normalised.
  silentChanges: None.
  annotation: Names only.
`

export const front = `title: Ada Quill to Ben Folio
kind: letter
sender: Ada Quill
recipient: Ben Folio
licence: unknown
`

/** A transcription file with this body; the body begins in line 8. */
export const transcription = (body: string, more = "") => `---\n${front}${more}---\n${body}`
