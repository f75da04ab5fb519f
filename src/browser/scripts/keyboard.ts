/*
 * Single keys that lead through the edition, for readers who have switched them on (WCAG 2.1.4): the box
 * in the reading options is shown by this script, and what each key does is told under it.
 */
{
  const switched = document.querySelector<HTMLInputElement>("#choice-keys")
  const places = [
    ...document.querySelectorAll<HTMLElement>(
      "#text :is(del, ins, .restore, .change-mark, .note-mark, a.note-ref)",
    ),
  ].filter((place) => place.parentElement?.closest("del, ins") === null)
  const acts: Readonly<Record<string, () => void>> = {
    n: () => follow("[rel=next]"),
    p: () => follow("[rel=prev]"),
    j: () => step(1),
    k: () => step(-1),
    v: () => nextView(),
    "?": () => showHelp(),
  }

  switched?.closest("fieldset")?.removeAttribute("hidden")
  document.addEventListener("keydown", (event) => {
    if (switched?.checked !== true || event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined
    if (act === undefined) return
    event.preventDefault()
    act()
  })

  /** Whether the key belongs to a field: there it is a letter. A radio button or a box takes no letters. */
  function isTyping(target: EventTarget | null): boolean {
    return (
      target instanceof HTMLElement &&
      (target.isContentEditable ||
        target.matches("textarea, select, input:not([type=radio], [type=checkbox])"))
    )
  }

  function follow(selector: string): void {
    document.querySelector<HTMLAnchorElement>(`a${selector}`)?.click()
  }

  /** To the next place from where the reader is: from the place that has the focus, else from what is to be seen. */
  function step(by: 1 | -1): void {
    const here = places.indexOf(document.activeElement as HTMLElement)
    const beyond = (place: HTMLElement) => {
      const { top } = place.getBoundingClientRect()
      return by === 1 ? top >= 0 : top < 0
    }
    const next =
      here >= 0 ? places[here + by] : by === 1 ? places.find(beyond) : [...places].reverse().find(beyond)
    if (next === undefined) return
    if (!next.matches("a[href]")) next.tabIndex = -1
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: "center" })
  }

  function nextView(): void {
    const views = [
      ...document.querySelectorAll<HTMLAnchorElement>(".views li:not(.to-panes) > a[href$='.html']"),
    ]
    const here = views.findIndex((view) => view.hasAttribute("aria-current"))
    views[(here + 1) % views.length]?.click()
  }

  function showHelp(): void {
    const options = document.querySelector<HTMLDetailsElement>("details.options")
    if (options === null) return
    options.open = true
    options.querySelector<HTMLElement>(".shortcuts")?.focus()
  }
}
