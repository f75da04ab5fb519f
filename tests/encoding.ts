import { SaxesParser } from "saxes"
import type { Diagnostic } from "../src/diagnostics/diagnostic.js"
import { encodeBody } from "../src/encode/body.js"
import { unmarkedText } from "../src/encode/conserve.js"
import { decodeBody } from "../src/encode/decode.js"
import { encodeDocument } from "../src/encode/encode-document.js"
import { openIdentifiers } from "../src/encode/ids.js"
import { tei } from "../src/encode/tei.js"
import {
  type Conventions,
  defaultConventions,
  type Edition,
  type EditionSettings,
  type FrontMatter,
} from "../src/model/edition.js"
import { isRevised } from "../src/model/transcription.js"
import { assumedSettings } from "../src/read/raw.js"
import { decodeUtf8, openSourceText } from "../src/read/source-text.js"
import { readDocument, readTranscription } from "../src/read/transcription.js"
import { serialise } from "../src/xml/serialise.js"

/** A transcription as the stages take it in: read and, where it could be read, encoded. */
export interface Encoded {
  readonly diagnostics: readonly Diagnostic[]
  /** The whole TEI file; undefined where the front matter could not be read. */
  readonly tei: string | undefined
  /** What of the body is no mark-up, as the reader counts it. */
  readonly unmarked: string
}

export interface Rules {
  readonly kind?: FrontMatter["kind"]
  /** Conventions that the edition states itself; the others are assumed. */
  readonly conventions?: Partial<Conventions>
}

/** An edition's settings with these conventions stated. */
export function settingsWith(conventions: Partial<Conventions> = {}): EditionSettings {
  return {
    ...assumedSettings("An example"),
    conventions: { ...defaultConventions, ...conventions },
    stated: new Set(Object.keys(conventions) as (keyof Conventions)[]),
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
    status: "unknown",
    witnesses: [],
    emendations: [],
  }
}

/** Reads a body without front matter and encodes it as the document “letter”, without a header. */
export function encodeBodyText(body: string, rules: Rules = {}): Encoded {
  const settings = settingsWith(rules.conventions)
  const source = openSourceText("letter.md", body)
  const { value, diagnostics } = readTranscription(source, 0, frontMatterOf(rules.kind), settings)
  const div = encodeBody(value.blocks, {
    divType: "letter",
    divId: "letter.text",
    ids: openIdentifiers("letter"),
    editor: "#letter.ed1",
    ...(isRevised(value.blocks) ? { stage: "#letter.revised" } : {}),
  })
  return { diagnostics, tei: serialise(tei("body", {}, [div])).text, unmarked: unmarkedText(value) }
}

/** Reads and encodes a whole file, from its bytes on. */
export function encodeFile(bytes: Uint8Array, rules: Rules = {}): Encoded {
  const settings = settingsWith(rules.conventions)
  const source = decodeUtf8(bytes, "letter.md")
  const reading = readDocument(source.value, "letter", settings)
  const diagnostics = [...source.diagnostics, ...reading.diagnostics]
  const document = reading.value
  if (!document || source.diagnostics.some((each) => each.severity === "error"))
    return { diagnostics, tei: undefined, unmarked: "" }
  const edition: Edition = { settings, documents: [document] }
  const encoded = encodeDocument(document, edition, "0.0.0")
  return {
    diagnostics: [...diagnostics, ...encoded.diagnostics],
    tei: encoded.value.text,
    unmarked: unmarkedText(document.transcription),
  }
}

/** What stands inside the body's div, without the ids. */
export function divOf(tei: string): string {
  const found = /<body><div [^>]*?(?:\/>|>([\s\S]*)<\/div>)<\/body>/.exec(tei)
  return (found?.[1] ?? "").replace(/ xml:id="[^"]*"/g, "")
}

/**
 * The source's characters as any XML parser finds them in a TEI file: the text of the body, with a
 * separator's signs from milestone/@n, without corr and the editor's notes on the text.
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
    const added = within || name === "corr" || (name === "note" && attributes["type"] === "textConst")
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

/** Encodes what decoding gives; undefined where nothing could be decoded. */
export function encodeAgain(tei: string, rules: Rules = {}): string | undefined {
  const body = decodeBody(tei)
  return body === undefined ? undefined : encodeBodyText(body, rules).tei
}

export const codesOf = (outcome: { readonly diagnostics: readonly Diagnostic[] }): readonly string[] =>
  outcome.diagnostics.map((each) => each.code)

/** “line:column code” of each problem, as examples give them. */
export const placesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, span }) => (span ? `${span.start.line}:${span.start.column} ${code}` : code))
