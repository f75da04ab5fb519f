import { basename } from "node:path"
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { exists, readBytes, writeNew } from "../files.js"
import { importRaw } from "../pipeline.js"
import type { Console } from "./console.js"
import { loadProfiles } from "./edition-files.js"
import { titleFrom } from "./load.js"

/** `stet import`: writes a proposed edition; never over a file that is there. */
export async function importCommand(console: Console, file: string, into: string): Promise<number> {
  console.progress(`Reading ${file}`)
  const read = await readBytes(file)
  const bytes = read.value
  if (!bytes) return console.finish(read.diagnostics, () => undefined, {})
  const prefix = basename(file)
    .replace(/\.[^.]*$/, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^[^A-Za-z]+|-+$/g, "")
    .slice(0, 32)
    .replace(/-+$/, "")
  const proposal = importRaw({ file, bytes }, prefix, titleFrom(file), await loadProfiles())
  const textOfFile = (name: string) =>
    name === file ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) : undefined
  const diagnostics: Diagnostic[] = [...proposal.diagnostics]
  // Mistakes in the text do not hinder an import: the editor mends them in the new files.
  if (proposal.value.length === 0) return console.finish(diagnostics, textOfFile, {})
  const files: { path: string; content: string | Uint8Array }[] = [
    ...proposal.value,
    { path: `sources/${basename(file)}`, content: bytes },
  ]
  const wanted: typeof files = []
  for (const each of files) {
    const path = into === "." ? each.path : `${into}/${each.path}`
    const isThere = await exists(path)
    // The raw file may lie where it is to be kept.
    if (isThere && typeof each.content !== "string" && (await sameBytes(path, bytes))) continue
    // A second file joins an edition that is there already.
    if (isThere && each.path === "edition.yaml") continue
    if (isThere) diagnostics.push(diagnose("file-exists", { name: path, problem: "it is there already" }))
    wanted.push({ ...each, path })
  }
  const blocked = diagnostics.some((each) => each.code === "file-exists")
  if (!blocked) {
    for (const each of wanted) {
      const written = await writeNew(each.path, each.content)
      diagnostics.push(...written.diagnostics)
      if (written.value) console.say(`Wrote ${each.path}`)
    }
    if (!hasErrors(diagnostics))
      console.say("Read what was assumed, complete the front matter, then run “stet build”.")
  }
  return console.finish(diagnostics, textOfFile, { files: blocked ? [] : wanted.map((each) => each.path) })
}

async function sameBytes(path: string, bytes: Uint8Array): Promise<boolean> {
  const there = await readBytes(path)
  return there.value !== undefined && Buffer.compare(there.value, bytes) === 0
}
