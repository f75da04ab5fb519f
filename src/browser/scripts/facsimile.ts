/*
 * The images of a facsimile larger and smaller, by buttons, keys, the wheel with Ctrl, or two fingers; and a zone
 * lights its words while a reader points at it, as the words light their zone. How large the steps are
 * is for facsimile.css to say, where an image is moved by scrolling.
 */
{
  const steps = 6

  for (const figure of document.querySelectorAll<HTMLElement>(".page-image")) openZoom(figure)
  for (const words of document.querySelectorAll<HTMLElement>("[data-zone]")) {
    const shapes = (words.dataset["zone"] ?? "").split(" ").map((id) => document.getElementById(id))
    for (const shape of shapes) {
      if (shape === null) continue
      lightTogether(shape, words, shape)
      lightTogether(words, words, shape)
    }
  }

  function openZoom(figure: HTMLElement): void {
    const frame = figure.querySelector<HTMLElement>(".frame")
    const tools = figure.querySelector<HTMLElement>(".zoom")
    if (frame === null || tools === null) return
    const button = (name: string) => tools.querySelector<HTMLButtonElement>(`[data-zoom-to="${name}"]`)
    const [larger, smaller, whole] = [button("larger"), button("smaller"), button("whole")]
    let step = 0

    /** Keeps what lies under a point of the frame where it is. */
    const zoomTo = (wanted: number, x = frame.clientWidth / 2, y = frame.clientHeight / 2) => {
      const next = Math.min(steps, Math.max(0, wanted))
      if (next === step) return
      const [across, down] = [
        (frame.scrollLeft + x) / frame.scrollWidth,
        (frame.scrollTop + y) / frame.scrollHeight,
      ]
      step = next
      if (step === 0) delete frame.dataset["step"]
      else frame.dataset["step"] = String(step)
      frame.scrollLeft = across * frame.scrollWidth - x
      frame.scrollTop = down * frame.scrollHeight - y
      // A button that can be pressed no longer would lose the focus to the page.
      larger?.setAttribute("aria-disabled", String(step === steps))
      for (const each of [smaller, whole]) each?.setAttribute("aria-disabled", String(step === 0))
    }
    const within = (clientX: number, clientY: number): [number, number] => {
      const { left, top } = frame.getBoundingClientRect()
      return [clientX - left, clientY - top]
    }

    larger?.addEventListener("click", () => zoomTo(step + 1))
    smaller?.addEventListener("click", () => zoomTo(step - 1))
    whole?.addEventListener("click", () => zoomTo(0))
    frame.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isArrow = event.key.startsWith("Arrow")
      if (event.key === "+" || event.key === "=") zoomTo(step + 1)
      else if (event.key === "-") zoomTo(step - 1)
      else if (event.key === "0") zoomTo(0)
      else if (!(isArrow && step > 0)) return
      // Arrows move the image by scrolling it; they lead to no other page meanwhile.
      event.stopPropagation()
      if (!isArrow) event.preventDefault()
    })
    frame.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return
        event.preventDefault()
        zoomTo(step + (event.deltaY < 0 ? 1 : -1), ...within(event.clientX, event.clientY))
      },
      { passive: false },
    )
    openPinch(frame, (by, x, y) => zoomTo(step + by, ...within(x, y)))
    openDrag(frame, () => step > 0)
    frame.tabIndex = 0
    for (const each of [smaller, whole]) each?.setAttribute("aria-disabled", "true")
    tools.hidden = false
  }

  /** Two fingers that part by half as much again are a step. */
  function openPinch(frame: HTMLElement, onStep: (by: number, x: number, y: number) => void): void {
    let apart = 0
    frame.addEventListener(
      "touchmove",
      (event) => {
        const [first, second] = event.touches
        if (first === undefined || second === undefined) return
        event.preventDefault()
        const now = Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY)
        const x = (first.clientX + second.clientX) / 2
        const y = (first.clientY + second.clientY) / 2
        if (apart === 0) apart = now
        else if (now > apart * 1.5 || now < apart / 1.5) {
          onStep(now > apart ? 1 : -1, x, y)
          apart = now
        }
      },
      { passive: false },
    )
    for (const name of ["touchend", "touchcancel"] as const)
      frame.addEventListener(name, () => {
        apart = 0
      })
  }

  /** A larger image is moved by the mouse as well; a click on a zone stays a click. */
  function openDrag(frame: HTMLElement, isLarger: () => boolean): void {
    let from:
      | { readonly x: number; readonly y: number; readonly left: number; readonly top: number }
      | undefined
    let moved = false
    frame.addEventListener("dragstart", (event) => event.preventDefault())
    frame.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "mouse" || event.button !== 0 || !isLarger()) return
      from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop }
      moved = false
    })
    frame.addEventListener("pointermove", (event) => {
      if (from === undefined) return
      if (event.buttons === 0) {
        from = undefined
        return
      }
      moved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4
      frame.scrollLeft = from.left + from.x - event.clientX
      frame.scrollTop = from.top + from.y - event.clientY
    })
    frame.addEventListener(
      "click",
      (event) => {
        from = undefined
        if (moved) event.preventDefault()
        moved = false
      },
      true,
    )
  }

  function lightTogether(pointed: Element, words: Element, shape: Element): void {
    const light = (isLit: boolean) => () => {
      for (const each of [words, shape]) each.toggleAttribute("data-lit", isLit)
    }
    for (const name of ["pointerenter", "focusin"]) pointed.addEventListener(name, light(true))
    for (const name of ["pointerleave", "focusout"]) pointed.addEventListener(name, light(false))
  }
}
