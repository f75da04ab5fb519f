/*
 * On pages of a preview only: listens to “stet serve”. Errors are shown over the page; where this page has
 * changed it is loaded anew, and the reader finds himself where he was. Its words stand at its own script element.
 */
{
  interface Place {
    readonly place?: string
    readonly lines?: readonly string[]
    readonly message: string
  }
  interface Problem extends Place {
    readonly code: string
    readonly hint?: string
    readonly page?: string
    readonly related: readonly Place[]
  }
  interface Told {
    /** Which version of this page there is now. */
    readonly page: string
    readonly problems: { readonly count: number; readonly first: readonly Problem[] }
  }

  const { dataset: words } = document.currentScript ?? document.createElement("script")
  const say = (key: string, count = 0) => (words[key] ?? "").replace("{count}", String(count))

  const live = made("div", "preview")
  live.setAttribute("role", "status")
  live.setAttribute("aria-live", "polite")
  live.setAttribute("aria-atomic", "false")
  // The way to the text remains the first that the keyboard reaches.
  const skip = document.querySelector(".skip")
  if (skip) skip.after(live)
  else document.body.prepend(live)
  const opener = made("button", "preview-opener")
  opener.setAttribute("type", "button")
  const closedKey = "stet preview closed"

  let loaded = versionLoaded()
  let problems: Told["problems"] = { count: 0, first: [] }

  // A browser opens six connections to one server and no more, so that pages out of sight must not hold any.
  let events: EventSource | undefined
  const listen = () => {
    if (document.visibilityState === "hidden") {
      events?.close()
      events = undefined
    } else if (!events) {
      events = new EventSource(`/.preview/events${location.pathname}`)
      events.addEventListener("message", ({ data }) => hear(JSON.parse(String(data)) as Told))
      events.addEventListener("error", () => status(say("stopped")))
      events.addEventListener("open", () => status(""))
    }
  }
  document.addEventListener("visibilitychange", listen)
  listen()

  function hear(told: Told): void {
    loaded ??= told.page
    if (told.page !== loaded) {
      // Not twice, should the server not say which version it gives.
      loaded = told.page
      window.dispatchEvent(new Event("stet-leave"))
      history.scrollRestoration = "manual"
      location.reload()
      return
    }
    const were = problems.count
    problems = told.problems
    if (problems.count === 0) {
      live.replaceChildren()
      sessionStorage.removeItem(closedKey)
      if (were > 0) status(say("mended"))
    } else if (sessionStorage.getItem(closedKey) === JSON.stringify(problems)) showOpener()
    else open()
  }

  /** The server says with every page which version of it this is. */
  function versionLoaded(): string | undefined {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
    return navigation?.serverTiming?.find(({ name }) => name === "page")?.description
  }

  function open(): void {
    const panel = made("section", "preview-problems")
    const heading = made("h2", "", problems.count === 1 ? say("oneError") : say("errors", problems.count))
    heading.id = "preview-problems"
    panel.setAttribute("aria-labelledby", heading.id)
    const close = made("button", "", say("close"))
    close.setAttribute("type", "button")
    close.addEventListener("click", shut)
    const head = made("div", "preview-head")
    head.append(heading, close)
    const list = made("ol")
    // It may be longer than its room, and is then scrolled by the keyboard too.
    list.tabIndex = 0
    list.setAttribute("aria-labelledby", heading.id)
    list.append(...problems.first.map(shown))
    panel.append(head, list)
    const more = problems.count - problems.first.length
    if (more > 0) panel.append(made("p", "", say("more", more)))
    live.replaceChildren(panel)
  }

  function shut(): void {
    const hadFocus = live.contains(document.activeElement)
    sessionStorage.setItem(closedKey, JSON.stringify(problems))
    showOpener()
    if (hadFocus) opener.focus()
  }

  function showOpener(): void {
    opener.textContent = say("show", problems.count)
    live.replaceChildren(opener)
  }
  opener.addEventListener("click", () => {
    sessionStorage.removeItem(closedKey)
    open()
    live.querySelector("button")?.focus()
  })
  document.addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key === "Escape" && !defaultPrevented && live.querySelector(".preview-problems")) shut()
  })

  function shown(problem: Problem): HTMLElement {
    const item = made("li")
    item.append(...placed(problem), made("p", "preview-message", problem.message))
    if (problem.lines?.length) item.append(excerpt(problem.lines))
    for (const each of problem.related) {
      item.append(...placed(each), made("p", "preview-related", each.message))
      if (each.lines?.length) item.append(excerpt(each.lines))
    }
    if (problem.hint) item.append(made("p", "preview-hint", problem.hint))
    item.append(made("p", "preview-code", problem.code))
    return item
  }

  function placed({ place, page }: Place & { readonly page?: string }): readonly HTMLElement[] {
    if (place === undefined) return []
    const line = made("p", "preview-place", page === undefined ? place : "")
    if (page !== undefined) {
      const link = made("a", "", place)
      link.setAttribute("href", page)
      line.append(link)
    }
    return [line]
  }

  function excerpt(lines: readonly string[]): HTMLElement {
    const shown = made("pre", "", lines.join("\n"))
    shown.tabIndex = 0
    shown.dir = "ltr"
    return shown
  }

  /** A line that comes and goes; it is said to those who hear the page. */
  function status(text: string): void {
    live.querySelector(".preview-status")?.remove()
    if (text === "") return
    live.append(made("p", "preview-status", text))
    if (text === say("mended")) setTimeout(() => status(""), 4000)
  }

  function made(name: string, className = "", text = ""): HTMLElement {
    const element = document.createElement(name)
    if (className !== "") element.className = className
    if (text !== "") element.textContent = text
    return element
  }
}
