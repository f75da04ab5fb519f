import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Fault } from "./fault.js"

/** What another program makes of a fault in a TEI file: whether it says anything, and of the right line. */
export interface Notice {
  readonly told: boolean
  readonly line: boolean
}

export interface Contestants {
  readonly jing: ReadonlyMap<Fault, Notice>
  readonly xmllint: ReadonlyMap<Fault, Notice>
}

/** Called with a schema and files. */
type Program = (schema: string, files: readonly string[]) => readonly string[]

const jing: Program = (schema, files) => ["jing", schema, ...files]

// xmllint takes fifteen seconds to read TEI's whole schema for each run; there it says what is no XML.
const xmllint: Program = (schema, files) =>
  schema.endsWith("edition.rng")
    ? ["xmllint", "--noout", "--relaxng", schema, ...files]
    : ["xmllint", "--noout", ...files]

/**
 * Has jing and xmllint check the files with the faults, each with the schema of its edition. Throws where one of
 * them is not installed, or reports a file in which nothing is wrong.
 */
export function askContestants(faults: readonly Fault[]): Contestants {
  const folder = mkdtempSync(join(tmpdir(), "bench-faults-"))
  try {
    return { jing: askOne(jing, faults, folder), xmllint: askOne(xmllint, faults, folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function askOne(program: Program, faults: readonly Fault[], folder: string): ReadonlyMap<Fault, Notice> {
  const notices = new Map<Fault, Notice>()
  for (const grammar of new Set(faults.map((fault) => fault.edition.grammar))) {
    const held = faults.filter((fault) => fault.edition.grammar === grammar)
    const schema = held[0]?.edition.files.get(grammar ?? "")
    if (grammar === undefined || schema === undefined) continue
    const path = join(folder, grammar.replace(/^.*\//, ""))
    writeFileSync(path, schema)
    refuseNoise(program, path, held, folder)
    const files = held.map((fault, index) => written(folder, `fault-${index}.xml`, fault.after))
    const lines = linesOf(program, path, files)
    held.forEach((fault, index) => {
      const said = lines.get(files[index] ?? "") ?? []
      const { line, orLine } = fault.expected
      notices.set(fault, {
        told: said.length > 0,
        line: said.some((each) => each === line || each === orLine),
      })
    })
  }
  return notices
}

/** Sees to it that nothing is said of the same files without their faults. */
function refuseNoise(program: Program, schema: string, faults: readonly Fault[], folder: string): void {
  const before = [...new Set(faults.map((fault) => fault.before))]
  const files = before.map((bytes, index) => written(folder, `valid-${index}.xml`, bytes))
  for (const [file, lines] of linesOf(program, schema, files))
    throw new Error(`${program("", [])[0]} reports a valid file: ${file}, line ${lines[0]}`)
}

function written(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

/** The lines that are told of each file. */
function linesOf(
  program: Program,
  schema: string,
  files: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>()
  for (let left = files; left.length > 0; ) {
    const [name = "", ...words] = program(schema, left)
    const { stdout, stderr, error } = spawnSync(name, words, { encoding: "utf8", maxBuffer: 1 << 28 })
    if (error) throw error
    let broken = -1
    for (const [whole, path = "", line] of `${stdout}\n${stderr}`.matchAll(/^(\/[^:\n]*\.xml):(\d+):.*/gm)) {
      lines.set(path, [...(lines.get(path) ?? []), Number(line)])
      if (name === "jing" && whole.includes(": fatal:")) broken = left.indexOf(path)
    }
    // jing ends at the first file that is not well-formed; those after it are asked again.
    left = broken === -1 ? [] : left.slice(broken + 1)
  }
  return lines
}
