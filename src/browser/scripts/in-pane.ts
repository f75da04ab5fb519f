/*
 * A document's page in one of two panes (panes.html): it tells the page round it where it stands, and goes where that
 * page says. Places are paragraphs by their ids; what a message says is looked up and measured here, never trusted.
 */
if (window.parent !== window) {
  /** A paragraph: its id, the distance of its upper edge from the window's, its height. */
  type Seen = readonly [id: string, top: number, height: number]

  const outer = window.parent
  const most = 12
  /** Where this page was put last: a scroll to there is none of the reader's. */
  let put: number | undefined

  document.documentElement.classList.add("in-pane")
  // The panes load no page of another site.
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href^='http']")) {
    link.target = "_blank"
    link.rel = "noopener external"
  }

  const tell = (what: "here" | "place") => {
    const page = location.pathname.split("/").slice(-2).join("/")
    const room = document.documentElement.scrollHeight - innerHeight
    const part = room <= 0 ? 0 : Math.min(1, Math.max(0, scrollY / room))
    outer.postMessage({ stet: what, page, blocks: seen(), part }, "*")
  }

  /** The paragraph at the upper edge, those that follow, then those before it. */
  function seen(): readonly Seen[] {
    const all = blocks().map(([id, block]): Seen => {
      const { top, height } = block.getBoundingClientRect()
      return [id, top, height]
    })
    // A last line that is all but gone counts no more.
    const first = all.findIndex(([, top, height]) => top + height > Math.min(4, height / 2))
    if (first < 0) return all.slice(-most).reverse()
    return [
      ...all.slice(first, first + most / 2),
      ...all.slice(Math.max(0, first - most / 2), first).reverse(),
    ]
  }

  /** Paragraphs and what else stands for itself, but not what only holds them; in the TEI, the ids. */
  function blocks(): readonly (readonly [id: string, block: Element])[] {
    const block = ":is(p, h1, h2, h3, h4, h5, h6, div, table, blockquote)[id]"
    const source = [...document.querySelectorAll("pre#text [id]:not(.line)")]
    const found =
      source.length > 0
        ? source
        : [...document.querySelectorAll(`#text ${block}`)].filter((each) => !each.querySelector(block))
    return found.map((each) => [each.id, each] as const)
  }

  function goTo(wanted: readonly Seen[], part: number): void {
    const known = new Map(blocks())
    const found = wanted.find(([id]) => known.has(id))
    const block = found && known.get(found[0])
    const room = document.documentElement.scrollHeight - innerHeight
    let to = part * room
    // At the very top and the very bottom both pages are there.
    if (found && block && part > 0 && part < 1) {
      const [, top, height] = found
      const own = block.getBoundingClientRect()
      to = scrollY + own.top - (top < 0 && height > 0 ? (top / height) * own.height : top)
    }
    scrollTo({ top: to, behavior: "instant" })
    put = scrollY
  }

  let told = false
  document.addEventListener("scroll", () => {
    if (put !== undefined && Math.abs(scrollY - put) < 2) return
    put = undefined
    if (told) return
    told = true
    requestAnimationFrame(() => {
      told = false
      tell("place")
    })
  })

  window.addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== outer || typeof data !== "object" || data === null) return
    const { stet, blocks: wanted, part } = data as Readonly<Record<string, unknown>>
    if (stet === "tell") tell("place")
    if (stet !== "go" || !Array.isArray(wanted) || typeof part !== "number" || !(part >= 0 && part <= 1))
      return
    goTo(wanted.slice(0, most).filter(isSeen), part)
  })

  function isSeen(each: unknown): each is Seen {
    return (
      Array.isArray(each) &&
      typeof each[0] === "string" &&
      Number.isFinite(each[1]) &&
      Number.isFinite(each[2])
    )
  }

  tell("here")
}
