/*
 * On pages of a preview only: before a page is loaded anew, keeps where its reader is, and finds the place again.
 * The place is that of the paragraphs by their ids, not of the pixels, which shift when something is typed above.
 */
{
  /** An element among those that look the same: its looks, and its number. */
  type Mark = readonly [looks: string, number: number]

  interface Kept {
    readonly top: number
    /** Ids with the distance of their element from the window's top edge, the nearest first. */
    readonly anchors: readonly (readonly [id: string, top: number])[]
    readonly details: readonly (readonly [Mark, boolean])[]
    readonly fields: readonly (readonly [Mark, string | boolean])[]
    readonly scrolled: readonly (readonly [Mark, number, number])[]
    readonly focus: Mark | undefined
  }

  type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

  const key = `stet preview place ${location.pathname}`
  const mostAnchors = 50
  const inPreview = ".preview"

  window.addEventListener("stet-leave", () => {
    const nth = numbering()
    const all = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
      (each) => !each.closest(inPreview),
    )
    const marks = new Map(all.map((each) => [each, nth(each)]))
    const marked = <Found extends Element>(found: readonly Found[]) =>
      found.flatMap((each) => {
        const mark = marks.get(each as unknown as HTMLElement)
        return mark ? [[mark, each] as const] : []
      })
    const anchors = all
      .filter((each) => each.id !== "" && each.getClientRects().length > 0)
      .map((each) => [each.id, each.getBoundingClientRect().top] as const)
      .sort(([, one], [, other]) => Math.abs(one) - Math.abs(other))
      .slice(0, mostAnchors)
    const focused = document.activeElement
    const kept: Kept = {
      top: scrollY,
      anchors,
      details: marked(all.filter((each) => each instanceof HTMLDetailsElement)).map(([mark, each]) => [
        mark,
        each.open,
      ]),
      fields: marked(all.filter(isField)).map(([mark, each]) => [mark, stateOf(each)]),
      scrolled: marked(all.filter((each) => each.scrollTop > 0 || each.scrollLeft !== 0)).map(
        ([mark, each]) => [mark, each.scrollTop, each.scrollLeft],
      ),
      focus: focused instanceof HTMLElement ? marks.get(focused) : undefined,
    }
    sessionStorage.setItem(key, JSON.stringify(kept))
  })

  const said = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  if (said !== null) {
    const kept = JSON.parse(said) as Kept
    restore(kept)
    // What is loaded after the text, pictures above all, shifts it once more; and the browser then has its own idea of the place.
    window.addEventListener("load", () => {
      toPlace(kept)
      requestAnimationFrame(() => {
        toPlace(kept)
        history.scrollRestoration = "auto"
      })
    })
  }

  function restore(kept: Kept): void {
    const nth = numbering()
    const found = new Map<string, HTMLElement>()
    for (const each of document.body.querySelectorAll<HTMLElement>("*"))
      if (!each.closest(inPreview)) found.set(nth(each).join(" "), each)
    const at = (mark: Mark) => found.get(mark.join(" "))
    for (const [mark, open] of kept.details) {
      const details = at(mark)
      if (details instanceof HTMLDetailsElement) details.open = open
    }
    for (const [mark, state] of kept.fields) {
      const field = at(mark)
      if (field && isField(field) && stateOf(field) !== state) setState(field, state)
    }
    for (const [mark, top, left] of kept.scrolled) at(mark)?.scrollTo({ top, left, behavior: "instant" })
    if (kept.focus) at(kept.focus)?.focus({ preventScroll: true })
    toPlace(kept)
  }

  /** The first of the ids that is still there comes to stand where it stood; at the top of a page that is the top. */
  function toPlace({ top, anchors }: Kept): void {
    if (top === 0) return
    for (const [id, stood] of anchors) {
      const element = document.getElementById(id)
      if (!element || element.getClientRects().length === 0) continue
      scrollBy({ top: element.getBoundingClientRect().top - stood, behavior: "instant" })
      return
    }
    scrollTo({ top, behavior: "instant" })
  }

  /** Numbers elements that look the same, in the order in which it is asked. */
  function numbering(): (element: HTMLElement) => Mark {
    const counts = new Map<string, number>()
    return (element) => {
      const attributes = ["id", "class", "name", "type", "href", "data-choice"]
      const said = /^(?:A|BUTTON|SUMMARY)$/.test(element.tagName) ? element.textContent : ""
      const value = element instanceof HTMLInputElement && element.type === "radio" ? element.value : ""
      const looks = JSON.stringify([
        element.tagName,
        ...attributes.map((each) => element.getAttribute(each)),
        said,
        value,
      ])
      const number = (counts.get(looks) ?? 0) + 1
      counts.set(looks, number)
      return [looks, number]
    }
  }

  function isField(element: Element): element is Field {
    return (
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    )
  }

  function isSwitch(field: Field): field is HTMLInputElement {
    return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")
  }

  function stateOf(field: Field): string | boolean {
    return isSwitch(field) ? field.checked : field.value
  }

  /** As if the reader did it, so that the page's other scripts follow. */
  function setState(field: Field, state: string | boolean): void {
    if (isSwitch(field)) field.checked = state === true
    else field.value = String(state)
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }))
  }
}
