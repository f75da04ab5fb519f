import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.js"
import { exists, listFiles, readBytes, readSource, writeAtomically, writeNew } from "../files.js"
import { depositOf, readBag, readZip } from "../pipeline.js"
import type { Console } from "./console.js"
import { load } from "./load.js"
import { releasesFolder, releasesThere } from "./release.js"
import { verifiedRelease } from "./verify.js"

/** Where what is handed over is written. */
const depositsFolder = "deposits"

/** `stet deposit [NUMBER]`: one release, the last unless another is named, as a bag in a ZIP. */
export async function depositCommand(
  console: Console,
  version: string,
  number: string | undefined,
): Promise<number> {
  const release = number ?? (await releasesThere()).at(-1)
  const folder = `${releasesFolder}/${release ?? ""}`
  if (release === undefined || !(await exists(folder)))
    return console.finish([diagnose("release-none", { folder })], () => undefined, {})
  const texts = new Map<string, string>()
  // Nothing is handed over that is not as it was released.
  const diagnostics = [...(await verifiedRelease(console, folder, texts))]
  const finish = (result: Readonly<Record<string, unknown>> = {}) =>
    console.finish(diagnostics, (file) => texts.get(file), result, [...texts.keys()])
  if (hasErrors(diagnostics)) return finish()
  const { value: loaded } = await load([`${folder}/edition`])
  const settings = loaded.opened?.edition.settings
  if (settings === undefined) {
    diagnostics.push(diagnose("release-none", { folder: `${folder}/edition` }))
    return finish()
  }
  const files = []
  for (const path of (await listFiles(folder, [""])).value) {
    const read = await readSource(folder, path)
    diagnostics.push(...read.diagnostics)
    if (read.value) files.push({ path, content: read.value })
  }
  if (hasErrors(diagnostics)) return finish()
  const { name, content } = depositOf({ settings, version: release, files, software: version })
  const path = `${depositsFolder}/${name}`
  const written = await writeNew(path, content)
  diagnostics.push(...written.diagnostics)
  if (written.value)
    console.say(`${path}: ${files.length + 1} files. What is in it is told in its README.md.`)
  return finish(written.value ? { deposit: path } : {})
}

/** `stet restore FILE.zip FOLDER`: the edition as its editors had it, from a bag whose every file is as it was put in. */
export async function restoreCommand(console: Console, file: string, folder: string): Promise<number> {
  const diagnostics: Diagnostic[] = []
  const finish = (result: Readonly<Record<string, unknown>> = {}) =>
    console.finish(diagnostics, () => undefined, result)
  const isTaken = (await exists(folder)) && (await listFiles(folder, [""])).value.length > 0
  if (isTaken) diagnostics.push(diagnose("file-exists", { name: folder }))
  const read = await readBytes(file)
  diagnostics.push(...read.diagnostics)
  if (isTaken || !read.value) return finish()
  const unpacked = readZip(read.value)
  if (typeof unpacked === "string") {
    diagnostics.push(diagnose("bag-unusable", { problem: unpacked }))
    return finish()
  }
  const bag = readBag(withoutFolder(unpacked))
  diagnostics.push(...bag.diagnostics)
  const release = releaseIn(bag.value)
  if (release === undefined)
    diagnostics.push(diagnose("bag-unusable", { problem: "it holds no release of stet's" }))
  if (hasErrors(diagnostics) || release === undefined) return finish()

  const sources = [...bag.value].flatMap(([path, content]) =>
    path.startsWith("edition/") ? [{ path: path.slice("edition/".length), content }] : [],
  )
  const released = [...bag.value].flatMap(([path, content]) =>
    path === "README.md" ? [] : [{ path: `${release}/${path}`, content }],
  )
  for (const { path, content } of sources)
    diagnostics.push(...(await writeNew(`${folder}/${path}`, content)).diagnostics)
  diagnostics.push(...(await writeAtomically(`${folder}/${releasesFolder}`, released, [release])).diagnostics)
  if (hasErrors(diagnostics)) return finish()
  console.say(`${folder}: the edition as it was released, ${release}; ${sources.length} files of sources.`)
  diagnostics.push(...(await verifiedRelease(console, `${folder}/${releasesFolder}/${release}`, new Map())))
  return finish({ folder, release })
}

/** A ZIP of a bag has its files in one folder. */
function withoutFolder(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const [first = ""] = [...files.keys()].filter((path) => /^[^/]+\/bagit\.txt$/.test(path))
  const folder = first.replace(/bagit\.txt$/, "")
  if (![...files.keys()].every((path) => path.startsWith(folder))) return files
  return new Map([...files].map(([path, content]) => [path.slice(folder.length), content]))
}

function releaseIn(payload: ReadonlyMap<string, Uint8Array>): string | undefined {
  const said = payload.get("release.json")
  if (said === undefined) return undefined
  try {
    const { version } = JSON.parse(new TextDecoder().decode(said)) as { version?: unknown }
    return typeof version === "string" && /^\d+\.\d+\.\d+$/.test(version) ? version : undefined
  } catch {
    return undefined
  }
}
