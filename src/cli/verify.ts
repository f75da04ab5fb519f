import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { exists, listFiles, readBytes, readSource } from "../files.js"
import { manifestName, manifestProblems, readManifest, sha256 } from "../pipeline.js"
import type { Console } from "./console.js"
import { releasesFolder, releasesThere } from "./release.js"

/**
 * `stet verify [folder]`: whether the files of a release are those that its manifest names, from the manifest alone;
 * without a folder, all releases of the edition.
 */
export async function verifyCommand(console: Console, folder: string | undefined): Promise<number> {
  const folders =
    folder === undefined
      ? (await releasesThere()).map((each) => `${releasesFolder}/${each}`)
      : [folder.replace(/\/+$/, "")]
  const texts = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  if (folders.length === 0) diagnostics.push(diagnose("release-none", { folder: releasesFolder }))
  for (const each of folders) diagnostics.push(...(await verifiedRelease(console, each, texts)))
  return console.finish(diagnostics, (file) => texts.get(file), { releases: folders }, [...texts.keys()])
}

/** What of the release in a folder is not as its manifest says; says so where all is well. `texts` gets the manifest. */
export async function verifiedRelease(
  console: Console,
  folder: string,
  texts: Map<string, string>,
): Promise<readonly Diagnostic[]> {
  const file = `${folder}/${manifestName}`
  if (!(await exists(file))) return [diagnose("release-none", { folder })]
  const read = await readBytes(file)
  if (!read.value) return read.diagnostics
  const text = new TextDecoder().decode(read.value)
  texts.set(file, text)
  const manifest = readManifest(text, file)
  const listed = await listFiles(folder, [""])
  const diagnostics = [...manifest.diagnostics, ...listed.diagnostics]
  console.progress(`Reading ${listed.value.length} files`)
  const digests = new Map<string, string>()
  for (const path of listed.value) {
    // Nothing that lies elsewhere counts as a file of the release.
    const content = await readSource(folder, path)
    if (content.value) digests.set(path, sha256(content.value))
    else diagnostics.push(...content.diagnostics)
  }
  diagnostics.push(...manifestProblems(manifest.value, digests))
  if (diagnostics.length === 0)
    console.say(
      `${folder}: ${manifest.value.length} files, all as they were released.\nSHA-256 of the manifest: ${sha256(read.value)}`,
    )
  return diagnostics
}
