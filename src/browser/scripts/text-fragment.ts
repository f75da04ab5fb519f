/*
 * How an address leads to words of the page: by a text fragment (URL Fragment Text Directives, W3C). A browser looks for
 * the words from the page's beginning, whole words only and each term within one block; so this reads the page as a
 * browser does, and says what stands before and behind the words where they alone would lead elsewhere.
 */
{
  interface Piece {
    readonly node: Text
    /** Where it begins in the page's text. */
    readonly from: number
  }
  interface PageText {
    /** Blanks are blanks, line feeds stand between blocks. */
    readonly text: string
    readonly pieces: readonly Piece[]
  }

  /** Longer words are told by their beginning and their end. */
  const longest = 300
  const fewWords = 6
  const mostContext = 16

  globalThis.stetTextFragment = (range, within) => {
    const page = readPage()
    const marked = page.pieces.flatMap(({ node, from }) => {
      if (!within.contains(node) || !range.intersectsNode(node)) return []
      const begin = from + (node === range.startContainer ? range.startOffset : 0)
      const end = from + (node === range.endContainer ? range.endOffset : node.length)
      return /\S/.test(page.text.slice(begin, end)) ? [{ node, begin, end }] : []
    })
    const [first, last] = [marked[0], marked.at(-1)]
    if (!first || !last) return undefined
    const [begin, end] = wholeWords(page.text, first.begin, last.end)
    const words = plain(page.text.slice(begin, end))
    return /[\p{L}\p{N}]/u.test(words)
      ? { words, directive: directiveOf(page.text, begin, end), first: first.node }
      : undefined
  }

  function readPage(): PageText {
    const pieces: Piece[] = []
    const blocks = new Map<Element, Element>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    let text = ""
    let block: Element | undefined
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (node instanceof HTMLBRElement) text += " "
      if (!(node instanceof Text) || !parent?.checkVisibility()) continue
      const own = blockOf(parent, blocks)
      if (block !== own) text += "\n"
      block = own
      pieces.push({ node, from: text.length })
      text += node.data.replace(/\s/g, " ")
    }
    return { text, pieces }
  }

  function blockOf(element: Element, known: Map<Element, Element>): Element {
    const found = known.get(element)
    if (found) return found
    const isInline = /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display)
    const block = isInline && element.parentElement ? blockOf(element.parentElement, known) : element
    known.set(element, block)
    return block
  }

  /** The words that are touched, without the blanks about them. */
  function wholeWords(text: string, begin: number, end: number): readonly [number, number] {
    const from = begin + (/^\s*/.exec(text.slice(begin, end))?.[0].length ?? 0)
    const to = end - (/\s*$/.exec(text.slice(begin, end))?.[0].length ?? 0)
    const [first, last] = [blockAt(text, from), blockAt(text, Math.max(from, to - 1))]
    const opening = wordsIn(text, first).find((word) => word.begin < from && from < word.end)
    const closing = wordsIn(text, last).find((word) => word.begin < to && to < word.end)
    return [opening?.begin ?? from, closing?.end ?? to]
  }

  const blockAt = (text: string, at: number): readonly [number, number] => {
    const end = text.indexOf("\n", at)
    return [text.lastIndexOf("\n", at) + 1, end < 0 ? text.length : end]
  }

  function wordsIn(text: string, [from, to]: readonly [number, number]) {
    const language = document.documentElement.lang || "en"
    const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text.slice(from, to))
    return [...segments]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({ begin: from + index, end: from + index + segment.length }))
  }

  /** Nothing where the same words stand before, with the same ones about them. */
  function directiveOf(text: string, begin: number, end: number): string {
    const whole = text.slice(begin, end)
    const isShort = whole.length <= longest && !whole.includes("\n")
    const terms = isShort ? [whole] : [beginningOf(text, begin, end), endOf(text, begin, end)]
    // Behind the beginning of longer words nothing can be said: what follows it stands between the two terms.
    const context = contextOf(text, begin, isShort ? end : begin + (terms[0]?.length ?? 0), isShort)
    if (!context) return ""
    const [before, behind] = [
      plain(text.slice(context.from, begin)),
      isShort ? plain(text.slice(end, context.to)) : "",
    ]
    const parts = [
      ...(before === "" ? [] : [`${encoded(before)}-`]),
      ...terms.map(encoded),
      ...(behind === "" ? [] : [`-${encoded(behind)}`]),
    ]
    return `:~:text=${parts.join(",")}`
  }

  function beginningOf(text: string, begin: number, end: number): string {
    const [, blockEnd] = blockAt(text, begin)
    const words = wordsIn(text, [begin, Math.min(end, blockEnd)]).slice(0, fewWords)
    return text.slice(begin, words.at(-1)?.end ?? Math.min(end, blockEnd))
  }

  function endOf(text: string, begin: number, end: number): string {
    const [blockBegin] = blockAt(text, end - 1)
    const words = wordsIn(text, [Math.max(begin, blockBegin), end]).slice(-fewWords)
    return text.slice(words[0]?.begin ?? Math.max(begin, blockBegin), end)
  }

  /**
   * So many words before and behind, each within one block, that they stand there alone on the page; if they do so
   * nowhere, so many that a browser comes to this place first.
   */
  function contextOf(text: string, begin: number, end: number, hasBehind: boolean) {
    const page = plain(text).toLowerCase()
    const blockBefore = blockAt(text, lastSign(text, begin))
    const before = wordsIn(text, [blockBefore[0], Math.min(begin, blockBefore[1])])
    const blockBehind = blockAt(text, firstSign(text, end))
    const behind = hasBehind ? wordsIn(text, [Math.max(end, blockBehind[0]), blockBehind[1]]) : []
    const contexts = Array.from({ length: mostContext + 1 }, (_, count) => {
      const from = count === 0 ? begin : (before.at(-count)?.begin ?? before[0]?.begin ?? begin)
      const to = count === 0 ? end : (behind[count - 1]?.end ?? behind.at(-1)?.end ?? end)
      const sought = plain(text.slice(from, to)).toLowerCase()
      // Some capitals are two signs as small letters.
      const place = plain(`${text.slice(0, from)}.`).toLowerCase().length - 1
      const isFirst = page.indexOf(sought) === place
      return { from, to, isFirst, isAlone: isFirst && page.lastIndexOf(sought) === place }
    })
    return contexts.find(({ isAlone }) => isAlone) ?? contexts.find(({ isFirst }) => isFirst)
  }

  /** The last sign before a place that is no blank, and the first from it on. */
  const lastSign = (text: string, at: number) => text.slice(0, at).search(/\S\s*$/)
  const firstSign = (text: string, at: number) => at + Math.max(0, text.slice(at).search(/\S/))

  const plain = (text: string) => text.replace(/\s+/g, " ").trim()

  /** Hyphens, commas and ampersands part a directive; a full stop at its end would be taken for the sentence's. */
  const encoded = (words: string) =>
    encodeURIComponent(plain(words)).replace(
      /[-!'()*.~]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    )
}
