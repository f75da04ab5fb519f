/** Those who turn a transcription into a document; each is loaded only when it is asked for. */
export type Conversion = (text: string) => string

/** The bytes of a transcription to TEI, by stet, everything done but the validation. */
export async function openStet(): Promise<Conversion> {
  const { openTranscriber } = await import("./bench-transcribe.js")
  const transcribe = await openTranscriber()
  const encoder = new TextEncoder()
  return (text) => {
    const { tei, diagnostics } = transcribe(encoder.encode(text))
    const error = diagnostics.find((each) => each.severity === "error")
    // A fast encoding that fails would prove nothing.
    if (error || tei === "") throw new Error(`stet: ${error?.message ?? "there is no TEI"}`)
    return tei
  }
}

/** Markdown to HTML, by remark and rehype. */
export async function openRemark(): Promise<Conversion> {
  const { unified } = await import("unified")
  const { default: remarkParse } = await import("remark-parse")
  const { default: remarkGfm } = await import("remark-gfm")
  const { default: remarkRehype } = await import("remark-rehype")
  const { default: rehypeStringify } = await import("rehype-stringify")
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze()
  return (text) => String(processor.processSync(text))
}
