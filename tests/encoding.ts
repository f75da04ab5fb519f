import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { SaxesParser } from "saxes"
import type { Diagnostic } from "../src/diagnostics/diagnostic.js"
import { encodeBody } from "../src/encode/body.js"
import { unmarkedText } from "../src/encode/conserve.js"
import type { Decoded } from "../src/encode/decode/decode.js"
import { encodeDocument, openContext } from "../src/encode/encode-document.js"
import type { IdentifiedBlock } from "../src/encode/ids.js"
import { tei } from "../src/encode/tei.js"
import type { Edition, EditionSettings, FrontMatter } from "../src/model/edition.js"
import type { Conventions, Profile } from "../src/model/profile.js"
import { openSourceText } from "../src/model/source-text.js"
import { decodeFile } from "../src/pipeline.js"
import { openProfiles } from "../src/read/edition.js"
import { readProfile } from "../src/read/profile.js"
import { assumedSettings } from "../src/read/raw.js"
import { readRegisters } from "../src/read/registers.js"
import { decodeUtf8 } from "../src/read/source-text.js"
import { readDocument, readTranscription } from "../src/read/transcription.js"
import { serialise } from "../src/xml/serialise.js"
import { folderOf, jpeg, png, text } from "./images.js"

/** A transcription as the stages take it in: read and, where it could be read, encoded. */
export interface Encoded {
  readonly diagnostics: readonly Diagnostic[]
  /** The whole TEI file; undefined where the front matter could not be read. */
  readonly tei: string | undefined
  /** What of the body is no mark-up, as the reader counts it. */
  readonly unmarked: string
  /** The blocks that got ids. */
  readonly blocks: readonly IdentifiedBlock[]
}

export interface Rules {
  readonly kind?: FrontMatter["kind"]
  /** Conventions that the edition states itself; the others are assumed. */
  readonly conventions?: Partial<Conventions>
  /** The profile that the edition names; without it stet's is read, as if the edition had named it. */
  readonly profile?: string
  /** The edition names no profile. */
  readonly unstated?: boolean
  /** A register in YAML. */
  readonly register?: string
}

const profileFolder = fileURLToPath(new URL("../src/profiles/", import.meta.url))

/** The profiles that come with stet, as files. */
export const profileFiles = readdirSync(profileFolder).map((name) => ({
  file: `profiles/${name}`,
  bytes: readFileSync(profileFolder + name),
}))

const profiles = new Map<string, Profile>()

/** A profile that comes with stet. */
export function profileNamed(name: string): Profile {
  const known = profiles.get(name)
  if (known) return known
  const texts = openProfiles(profileFiles)
  const source = texts.get(name)
  const reading = source && readProfile(source, (each) => texts.get(each), [...texts.keys()])
  if (!reading?.value || reading.diagnostics.length > 0)
    throw new Error(`The profile ${name} cannot be read: ${JSON.stringify(reading?.diagnostics)}`)
  profiles.set(name, reading.value)
  return reading.value
}

/** An edition's settings with this profile and these conventions stated. */
export function settingsWith({ conventions = {}, profile, unstated }: Rules = {}): EditionSettings {
  const settings = assumedSettings("An example", profileNamed(profile ?? "stet"))
  return {
    ...settings,
    conventions: { ...settings.conventions, ...conventions },
    stated: new Set([
      ...(Object.keys(conventions) as (keyof Conventions)[]),
      ...(unstated ? [] : (["profile"] as const)),
      // An edition that names its profile states what stands in it.
      ...(profile === undefined ? [] : (["substitution", "falseStart"] as const)),
    ]),
  }
}

export function frontMatterOf(kind: FrontMatter["kind"] = "letter"): FrontMatter {
  return {
    title: "An example",
    kind,
    sender: "Ada Quill",
    recipient: "Ben Folio",
    licence: "unknown",
    hands: [],
    stages: [],
    status: "unknown",
    witnesses: [],
    emendations: [],
    images: [],
  }
}

/** Reads a body without front matter and encodes it as the document “letter”, without a header. */
export function encodeBodyText(body: string, rules: Rules = {}): Encoded {
  const settings = settingsWith(rules)
  const source = openSourceText("letter.md", body)
  const { value, diagnostics } = readTranscription(source, 0, frontMatterOf(rules.kind), settings)
  const context = openContext("letter", value.blocks)
  const divs = encodeBody(value.blocks, context)
  const { blocks } = context.ids
  return { diagnostics, tei: serialise(tei("body", {}, divs)).text, unmarked: unmarkedText(value), blocks }
}

/** The images that examples may name: two letters of 1200 by 1800 pixels, a PNG, and files that are no images. */
export const exampleImages = folderOf({
  "images/letter-1.jpg": jpeg(1200, 1800),
  "images/letter-2.jpg": jpeg(1200, 1800),
  "images/letter-3.png": png(600, 900),
  "images/scan.txt": png(600, 900),
  "images/page.jpg": text("<!doctype html><script>alert(1)</script>"),
  "images/drawing.svg": text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
})

/** Reads and encodes a whole file, from its bytes on. */
export function encodeFile(bytes: Uint8Array, rules: Rules = {}): Encoded {
  const settings = settingsWith(rules)
  const source = decodeUtf8(bytes, "letter.md")
  const registers = readRegisters(
    rules.register === undefined
      ? []
      : [{ file: "registers.yaml", bytes: new TextEncoder().encode(rules.register) }],
  )
  const reading = readDocument(source.value, "letter", settings, registers.value, exampleImages)
  const diagnostics = [...source.diagnostics, ...reading.diagnostics]
  const document = reading.value
  if (!document || source.diagnostics.some((each) => each.severity === "error"))
    return { diagnostics, tei: undefined, unmarked: "", blocks: [] }
  const edition: Edition = { settings, documents: [document] }
  const encoded = encodeDocument(document, edition, "0.0.0")
  return {
    diagnostics: [...diagnostics, ...encoded.diagnostics],
    tei: encoded.value.text,
    unmarked: unmarkedText(document.transcription),
    blocks: encoded.value.blocks,
  }
}

/** What stands inside the body's div, without the ids. */
export function divOf(tei: string): string {
  const found = /<body><div [^>]*?(?:\/>|>([\s\S]*)<\/div>)<\/body>/.exec(tei)
  return (found?.[1] ?? "").replace(/ xml:id="[^"]*"/g, "")
}

/**
 * The source's characters as any XML parser finds them in a TEI file: the text of the body, with a
 * separator's signs from milestone/@n, without what the editor put beside it (corr, reg, expan, figDesc, the
 * anchors of notes, notes on the text).
 */
export function sourceTextIn(tei: string): string {
  const parser = new SaxesParser({ xmlns: false })
  const parts: string[] = []
  const open: { readonly name: string; readonly added: boolean }[] = []
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ name, attributes }) => {
    const within = open.at(-1)?.added === true
    const added =
      within ||
      ["corr", "reg", "figDesc"].includes(name) ||
      (name === "expan" && open.at(-1)?.name === "choice") ||
      (name === "note" && attributes["type"] === "textConst") ||
      (name === "ref" && attributes["type"] === "note")
    open.push({ name, added })
    if (name === "milestone") parts.push(String(attributes["n"] ?? ""))
  })
  parser.on("closetag", () => {
    open.pop()
  })
  parser.on("text", (text) => {
    if (open.some((each) => each.name === "body") && open.at(-1)?.added === false) parts.push(text)
  })
  parser.write(tei).close()
  return parts.join("")
}

/** The transcription that a TEI file or a body by itself stands for; undefined where it can't be told. */
export function decodeAgain(tei: string, rules: Rules = {}): Decoded | undefined {
  return decodeFile({ file: "letter.xml", bytes: new TextEncoder().encode(tei) }, settingsWith(rules)).value
}

/** Encodes what decoding gives; undefined where nothing could be decoded. */
export function encodeAgain(tei: string, rules: Rules = {}): string | undefined {
  const decoded = decodeAgain(tei, rules)
  if (decoded === undefined) return undefined
  if (decoded.frontMatter === undefined) return encodeBodyText(decoded.body, rules).tei
  return encodeFile(new TextEncoder().encode(decoded.text), rules).tei
}

export const codesOf = (outcome: { readonly diagnostics: readonly Diagnostic[] }): readonly string[] =>
  outcome.diagnostics.map((each) => each.code)

/** “line:column code” of each problem, as examples give them. */
export const placesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, span }) => (span ? `${span.start.line}:${span.start.column} ${code}` : code))
