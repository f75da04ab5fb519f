/*
 * The stages of writing on a slider, above the links to their pages. Letting it go leads to the page of the stage,
 * in the place of this one, so that the way back leads out; there, the same paragraph stands where it stood, and the
 * slider has the focus, so that a reader goes through the stages by the arrow keys.
 */
{
  interface Place {
    /** Whether the reader came by the slider. */
    readonly slider: boolean
    /** Paragraphs on the screen, with the distance of each from its upper edge. */
    readonly blocks: readonly (readonly [id: string, top: number])[]
    readonly top: number
  }

  const key = "stet stage"
  const nav = document.querySelector<HTMLElement>(".stage-pages")
  const links = [...(nav?.querySelectorAll<HTMLAnchorElement>("ol a") ?? [])]
  const here = links.findIndex((link) => link.getAttribute("aria-current") === "page")
  const list = nav?.querySelector("ol")
  if (nav && list && links.length > 1) openSlider(nav, list)

  function openSlider(nav: HTMLElement, list: Element): void {
    const label = document.createElement("label")
    label.className = "stage-slider"
    label.textContent = nav.dataset["slider"] ?? ""
    const slider = document.createElement("input")
    slider.type = "range"
    slider.min = "1"
    slider.max = String(links.length)
    slider.step = "1"
    // From the genetic view, where no stage is shown, it starts at the last.
    slider.value = String(here < 0 ? links.length : here + 1)
    const told = document.createElement("output")
    const tell = () => {
      const name = links[Number(slider.value) - 1]?.textContent?.trim() ?? ""
      told.textContent = name
      slider.setAttribute("aria-valuetext", name)
    }
    tell()
    slider.addEventListener("input", tell)
    slider.addEventListener("change", () => leadTo(links[Number(slider.value) - 1]))
    label.append(slider, told)
    list.before(label)
    restorePlace(slider)
  }

  function leadTo(link: HTMLAnchorElement | undefined): void {
    if (link === undefined || link.getAttribute("aria-current") === "page") return
    keepPlace()
    if (here < 0) location.assign(link.href)
    else location.replace(link.href)
  }

  // A browser may refuse to keep anything: then the page of the stage begins at its top.
  function keepPlace(): void {
    const blocks = [...document.querySelectorAll<HTMLElement>("#text [id]")]
      .map((block) => [block.id, block.getBoundingClientRect().top] as const)
      .filter(([, top]) => top > -innerHeight && top < innerHeight)
      .sort(([, one], [, other]) => Math.abs(one) - Math.abs(other))
      .slice(0, 20)
    const place: Place = { slider: true, blocks, top: scrollY }
    try {
      sessionStorage.setItem(key, JSON.stringify(place))
    } catch {}
  }

  function restorePlace(slider: HTMLInputElement): void {
    let place: Place | undefined
    try {
      const kept = sessionStorage.getItem(key)
      sessionStorage.removeItem(key)
      if (kept !== null) place = JSON.parse(kept) as Place
    } catch {}
    if (place === undefined || here < 0) return
    slider.focus({ preventScroll: true })
    // As long as the slider is on the screen, the page stays as it is.
    scrollTo({ top: place.top, behavior: "instant" })
    if (slider.getBoundingClientRect().bottom > 0) return
    const found = place.blocks.find(([id]) => document.getElementById(id) !== null)
    if (found === undefined) return
    const [id, top] = found
    const block = document.getElementById(id)
    if (block) scrollBy({ top: block.getBoundingClientRect().top - top, behavior: "instant" })
  }
}
