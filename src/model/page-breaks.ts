import type { PageBreak } from "./facsimile.js"
import type { SourceSpan } from "./source-span.js"
import type { Block } from "./transcription.js"
import { visitInline } from "./walk.js"

/** The signs for new pages in a transcription, in order. */
export function pageBreaksIn(
  blocks: readonly Block[],
): readonly (PageBreak & { readonly span: SourceSpan })[] {
  const found: (PageBreak & { readonly span: SourceSpan })[] = []
  visitInline(blocks, (child) => {
    if (child.kind !== "mark" || child.name !== "page") return
    const { n, image } = child.attributes
    found.push({ n, images: image?.split(/ +/), span: child.span })
  })
  return found
}

/** Whether words stand before the first sign for a new page, on a page for which there is no sign. */
export function beginsUnmarked(blocks: readonly Block[]): boolean {
  let begins: boolean | undefined
  visitInline(blocks, (child) => {
    if (child.kind !== "text" || child.text.trim() !== "")
      begins ??= !(child.kind === "mark" && child.name === "page")
  })
  return begins ?? true
}
