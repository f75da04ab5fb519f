import { diagnose } from "../diagnostics/diagnostic.js"
import { readBytes } from "../files.js"
import { startOfFile } from "../model/source-span.js"
import { decodeBody } from "../pipeline.js"
import type { Console } from "./console.js"

/** `stet decode`: the body of a TEI file of stet's, as a transcription in normal form. */
export async function decodeCommand(console: Console, file: string): Promise<number> {
  const read = await readBytes(file)
  if (!read.value) return console.finish(read.diagnostics, () => undefined, {})
  const body = decodeBody(new TextDecoder().decode(read.value))
  if (body === undefined) {
    const problem = diagnose(
      "tei-not-well-formed",
      { problem: "it is no TEI file with a body of elements that stet writes" },
      startOfFile(file),
    )
    return console.finish([problem], () => undefined, {})
  }
  console.say(body.replace(/\n$/, ""))
  return console.finish([], () => undefined, { body })
}
