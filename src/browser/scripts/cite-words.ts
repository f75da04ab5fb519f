/* Beside words of the text that a reader marks stands a way to copy their citation: the document's, with their address. */
{
  const section = document.querySelector<HTMLElement>(".cite")
  const offer = document.querySelector<HTMLElement>(".cite-words")
  const button = offer?.querySelector("button")
  const status = offer?.querySelector(".copy-status")
  // The view of the source shows no words of the text, but its encoding.
  const text = document.querySelector(".transcription#text")

  if (section && offer && button && status && text) {
    document.body.append(offer)
    let waiting: ReturnType<typeof setTimeout> | undefined
    let offered = ""

    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting)
      waiting = setTimeout(show, 250)
    })
    document.addEventListener("scroll", place, { passive: true })
    addEventListener("resize", place)
    // The words stay marked while the button is pressed.
    offer.addEventListener("pointerdown", (event) => event.preventDefault())
    offer.addEventListener("mousedown", (event) => event.preventDefault())
    document.addEventListener("keydown", (event) => {
      if (offer.hidden || offer.style.visibility === "hidden" || event.defaultPrevented) return
      if (event.key === "Escape") hide()
      // From the words, wherever the page had the focus last, the next step of the keyboard leads to what is offered.
      else if (event.key === "Tab" && !event.shiftKey && document.activeElement === document.body) {
        event.preventDefault()
        button.focus()
      }
    })
    button.addEventListener("click", async () => {
      const range = marked()
      if (!range) return
      const cited = citationOf(range)
      const isDone = cited !== undefined && (await globalThis.stetCopy(cited))
      status.textContent = (isDone ? section.dataset["copied"] : section.dataset["refused"]) ?? ""
    })

    function marked(): Range | undefined {
      const selection = getSelection()
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
      const range = selection.getRangeAt(0)
      return text?.contains(selection.anchorNode) && /\S/.test(range.toString()) ? range : undefined
    }

    function show(): void {
      const range = marked()
      if (!range) {
        // What is offered may have the focus though nothing is marked any more.
        if (offer && !offer.contains(document.activeElement)) hide()
        return
      }
      const words = range.toString()
      // A browser may tell of the same words twice.
      if (words !== offered) status?.replaceChildren()
      offered = words
      if (offer) offer.hidden = false
      place()
    }

    /** Under the end of the words, or where the window ends. */
    function place(): void {
      const range = marked()
      if (!offer || offer.hidden || !range) return
      const rects = range.getClientRects()
      const end = rects[rects.length - 1] ?? range.getBoundingClientRect()
      const { top: from, bottom: to } = range.getBoundingClientRect()
      // What is scrolled out of sight takes with it what is offered.
      offer.style.setProperty("visibility", to < 0 || from > innerHeight ? "hidden" : "visible")
      const { width, height } = offer.getBoundingClientRect()
      const { left: edge = 0 } = text?.getBoundingClientRect() ?? {}
      const most = document.documentElement.clientWidth - width - 8
      const left = Math.max(8, Math.min(Math.max(edge, end.right - width / 2), most))
      const top = Math.max(8, Math.min(end.bottom + 8, innerHeight - height - 8))
      offer.style.setProperty("left", `${left + scrollX}px`)
      offer.style.setProperty("top", `${top + scrollY}px`)
    }

    function hide(): void {
      offered = ""
      if (offer) offer.hidden = true
      status?.replaceChildren()
    }

    function citationOf(range: Range): string | undefined {
      const found = text && globalThis.stetTextFragment(range, text)
      const citation = section?.querySelector(".citation")
      if (!found || !citation) return undefined
      const own =
        citation.querySelector(".address a")?.getAttribute("href") ?? location.href.replace(/#.*$/, "")
      const fragment = `${idOf(found.first)}${found.directive}`
      const address = fragment === "" ? own : `${own}#${fragment}`
      const copy = citation.cloneNode(true) as Element
      const place = copy.querySelector(".address")
      if (place) place.textContent = address
      const sentence = (copy.textContent ?? "").replace(/\s+/g, " ").trim()
      const whole = place ? sentence : `${sentence.replace(/\.$/, "")}, ${address}.`
      return `${quoted(found.words)}, ${whole}`
    }

    const quoted = (words: string) =>
      (section?.dataset["quoted"] ?? "{words}").replace("{words}", () => words)

    /** The passage in which the words begin, by the id that the edition keeps; it may stand beside them in the row. */
    function idOf(node: Text): string {
      const blocks = ":is(p, h1, h2, h3, h4, h5, h6, div, table, blockquote)[id]"
      const own = node.parentElement?.closest(blocks)
      const block =
        own && own !== text && text?.contains(own)
          ? own
          : node.parentElement?.closest("tr")?.querySelector(blocks)
      return block ? encodeURIComponent(block.id) : ""
    }
  }
}
