/*
 * Two pages beside each other, scrolling together. Which they are stands in the address (#left=…&right=…), and is shown only
 * if it is in the list (panes-list.ts). A page in a pane tells its place by messages; they are taken from the two
 * panes alone, and only as places.
 */
{
  type Side = "left" | "right"
  type Seen = readonly [id: string, top: number, height: number]
  interface Place {
    readonly blocks: readonly Seen[]
    readonly part: number
  }

  const sides = ["left", "right"] as const
  const main = document.querySelector<HTMLElement>("main.panes")
  const together = document.querySelector<HTMLInputElement>("#choice-together")
  const refused = document.querySelector<HTMLElement>(".panes-refused")
  const list = globalThis.stetPanesList
  /** What each pane shows; nothing while a reader has gone to a page that is not in the list. */
  const shown: { left: ListedPage | undefined; right: ListedPage | undefined } = {
    left: undefined,
    right: undefined,
  }

  /** The address that this script has written. */
  let told: string | undefined

  const at = <Found extends Element>(selector: string) => document.querySelector<Found>(selector)
  const frameOf = (side: Side) => at<HTMLIFrameElement>(`iframe[data-pane="${side}"]`)
  const documentsOf = (side: Side) => at<HTMLSelectElement>(`fieldset[data-pane="${side}"] .pane-document`)
  const viewsOf = (side: Side) => at<HTMLSelectElement>(`fieldset[data-pane="${side}"] .pane-view`)
  const otherOf = (side: Side): Side => (side === "left" ? "right" : "left")

  void list.ready.then(() => {
    if (main && list.pages.size > 0) open(main)
  })

  function open(main: HTMLElement): void {
    for (const hidden of main.querySelectorAll<HTMLElement>(".pane-choices, .pane-frames"))
      hidden.hidden = false
    main.classList.add("open")
    for (const side of sides) {
      const documents = documentsOf(side)
      for (const [name, { title, language }] of list.documents) {
        const option = new Option(title, name)
        if (language) option.lang = language
        documents?.append(option)
      }
      documents?.addEventListener("change", () => choose(side, pageLike(shown[side], documents.value)))
      const views = viewsOf(side)
      views?.addEventListener("change", () => choose(side, list.pages.get(views.value)))
    }
    together?.addEventListener("change", () => align("left"))
    window.addEventListener("message", hear)
    window.addEventListener("hashchange", fromAddress)
    fromAddress()
  }

  /** The same view of another document, or its first. */
  function pageLike(page: ListedPage | undefined, name: string): ListedPage | undefined {
    const own = list.pagesOf(name)
    const file = page?.path.slice(page.path.indexOf("/") + 1)
    return own.find(({ path }) => path.slice(path.indexOf("/") + 1) === file) ?? own[0]
  }

  function choose(side: Side, page: ListedPage | undefined): void {
    if (page === undefined) return
    show(side, page)
    toAddress()
  }

  function show(side: Side, page: ListedPage): void {
    const frame = frameOf(side)
    if (!frame) return
    if (shown[side]?.path !== page.path) {
      // In the place of the page before, so that the way back leads out of here.
      if (frame.hasAttribute("src")) frame.contentWindow?.location.replace(new URL(page.href, location.href))
      else frame.src = page.href
    }
    tellShown(side, page)
  }

  /** Brings the fields up to what a pane shows. */
  function tellShown(side: Side, page: ListedPage): void {
    const [documents, views, frame] = [documentsOf(side), viewsOf(side), frameOf(side)]
    if (!documents || !views || !frame) return
    shown[side] = page
    documents.value = page.document
    const own = list.pagesOf(page.document)
    views.replaceChildren(...own.map(({ path, name }) => new Option(name, path)))
    views.value = page.path
    frame.title = `${list.documents.get(page.document)?.title ?? page.document}: ${page.name}`
  }

  /** What the address names; where it names nothing, two pages that go together. */
  function fromAddress(): void {
    if (location.hash === told) return
    const named = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"))
    const known = (side: Side) => list.pages.get(named.get(side) ?? "")
    if (refused) refused.hidden = !sides.some((side) => named.has(side) && known(side) === undefined)
    const [first] = list.pages.values()
    const left = known("left") ?? list.pagesOf(list.firstCompared ?? "")[0] ?? first
    if (left === undefined) return
    const right = known("right") ?? partnerOf(left)
    show("left", left)
    show("right", right)
  }

  /** The witness with which a document is compared; else another view of itself. */
  function partnerOf(left: ListedPage): ListedPage {
    const witness = list.comparedWith(left.document)
    const own = list.pagesOf(left.document)
    return (
      (witness === undefined ? undefined : pageLike(left, witness)) ??
      own.find(({ path }) => path !== left.path) ??
      left
    )
  }

  function toAddress(): void {
    const { left, right } = shown
    if (!left || !right) return
    const written = (path: string) => path.split("/").map(encodeURIComponent).join("/")
    const address = `#left=${written(left.path)}&right=${written(right.path)}`
    told = address
    if (location.hash !== address) location.replace(address)
  }

  function hear({ source, data }: MessageEvent<unknown>): void {
    const side = sides.find((each) => source !== null && source === frameOf(each)?.contentWindow)
    if (side === undefined || typeof data !== "object" || data === null) return
    const { stet, page, ...said } = data as Readonly<Record<string, unknown>>
    if (stet === "here") {
      const now = typeof page === "string" ? list.pages.get(decoded(page)) : undefined
      if (now === undefined) shown[side] = undefined
      else {
        tellShown(side, now)
        toAddress()
      }
      align(otherOf(side))
    }
    const place = placeIn(said)
    if (stet === "place" && place && together?.checked) follow(side, place)
  }

  function placeIn({ blocks, part }: Readonly<Record<string, unknown>>): Place | undefined {
    if (!Array.isArray(blocks) || typeof part !== "number" || !(part >= 0 && part <= 1)) return undefined
    const seen = blocks
      .slice(0, 12)
      .filter(
        (each): each is Seen =>
          Array.isArray(each) &&
          typeof each[0] === "string" &&
          Number.isFinite(each[1]) &&
          Number.isFinite(each[2]),
      )
    return { blocks: seen, part }
  }

  /** The other pane goes to the same paragraph, or to that which belongs to it; else as far down as this one. */
  function follow(side: Side, { blocks, part }: Place): void {
    const [here, there] = [shown[side], shown[otherOf(side)]]
    if (!here || !there) return
    const pairs = list.paragraphsOf(here.document, there.document)
    const wanted =
      here.document === there.document
        ? blocks
        : blocks.flatMap(([id, top, height]) => {
            const other = pairs?.get(id)
            return other === undefined ? [] : [[other, top, height] as const]
          })
    // A page from a disk has no origin that could be named; what is said is only where a paragraph stands.
    frameOf(otherOf(side))?.contentWindow?.postMessage({ stet: "go", blocks: wanted, part }, "*")
  }

  /** Asks a pane where it stands, so that the other can follow. */
  function align(leader: Side): void {
    frameOf(leader)?.contentWindow?.postMessage({ stet: "tell" }, "*")
  }

  function decoded(path: string): string {
    try {
      return decodeURIComponent(path)
    } catch {
      return path
    }
  }
}
