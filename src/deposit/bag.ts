import { createHash } from "node:crypto"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"

/** A file of a bag, by its path in the bag's folder. */
export interface BagFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** What bag-info.txt says, in its order; a label may be there several times. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

const declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
const digestOf = (content: string | Uint8Array) => createHash("sha512").update(content).digest("hex")
const sizeOf = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content).length : content.length

/**
 * A bag (RFC 8493) of these files, which lie in data/: what it is, what it says of itself, and the SHA-512 of everything.
 *
 * The same files and words give the same bag.
 */
export function bagOf(payload: readonly BagFile[], info: BagInfo): readonly BagFile[] {
  const data = payload.map(({ path, content }) => ({ path: `data/${path}`, content }))
  const bytes = data.reduce((sum, { content }) => sum + sizeOf(content), 0)
  const said: BagInfo = [...info, ["Payload-Oxum", `${bytes}.${data.length}`]]
  const tags = [
    { path: "bagit.txt", content: declaration },
    { path: "bag-info.txt", content: said.map(infoLine).join("") },
    { path: "manifest-sha512.txt", content: manifest(data) },
  ]
  return [...tags, { path: "tagmanifest-sha512.txt", content: manifest(tags) }, ...data]
}

/** “Label: value”; a line that is too long for some readers goes on in the next, which begins with a blank. */
const infoLine = ([label, value]: BagInfo[number]) => `${label}: ${value.replace(/\s+/g, " ").trim()}\n`

const manifest = (files: readonly BagFile[]) =>
  files
    .map(({ path, content }) => [escaped(path), digestOf(content)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join("")

const escaped = (path: string) =>
  path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
const unescaped = (path: string) =>
  path.replace(/%(25|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/**
 * The payload of a bag, by its paths in data/. Everything is checked: the declaration, that each file is in the
 * manifests with the SHA-512 it has, and that no path leads out. `files` are those of the bag's folder.
 */
export function readBag(files: ReadonlyMap<string, Uint8Array>): Outcome<ReadonlyMap<string, Uint8Array>> {
  const diagnostics: Diagnostic[] = []
  const textOf = (path: string) => {
    const bytes = files.get(path)
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }
  const fail = (problem: string) => diagnostics.push(diagnose("bag-unusable", { problem }))
  for (const path of files.keys()) if (!isPlain(path)) fail(`the path ${path} leads out of it`)
  if (
    !/^BagIt-Version: (?:0\.97|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(
      textOf("bagit.txt") ?? "",
    )
  )
    fail("bagit.txt does not say that it is one, in UTF-8")
  for (const [name, isOfPayload] of [
    ["manifest-sha512.txt", true],
    ["tagmanifest-sha512.txt", false],
  ] as const) {
    const text = textOf(name)
    if (text === undefined) {
      fail(`it has no ${name}`)
      continue
    }
    const listed = new Map<string, string>()
    for (const line of text.split(/\r\n|[\r\n]/)) {
      if (line === "") continue
      const [, digest = "", path = ""] = /^([0-9a-fA-F]{128})[ \t]+\*?(.+)$/.exec(line) ?? []
      if (path === "") fail(`${name} has a line that is none: ${line.slice(0, 40)}`)
      else if (listed.has(unescaped(path))) fail(`${name} has ${path} twice`)
      else listed.set(unescaped(path), digest.toLowerCase())
    }
    for (const [path, digest] of listed) {
      const content = files.get(path)
      if (content === undefined) fail(`${path} is missing`)
      else if (digestOf(content) !== digest) fail(`${path} is not the file that was put in`)
    }
    if (isOfPayload)
      for (const path of files.keys())
        if (path.startsWith("data/") && !listed.has(path)) fail(`${path} is in no manifest`)
  }
  const payload = [...files].flatMap(([path, content]) =>
    path.startsWith("data/") ? [[path.slice("data/".length), content] as const] : [],
  )
  return { value: new Map(payload), diagnostics }
}

const isPlain = (path: string) =>
  path.split("/").every((step) => step !== "" && step !== "." && step !== "..") &&
  !/[\\\0]|^[a-z]:|^~/i.test(path)
