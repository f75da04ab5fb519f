/*
 * Two witnesses side by side: pointing at a difference, or coming to it by keyboard, lights its partner on the
 * other side; buttons and the keys j and k step from one to the next. Without this, the numbers are links.
 */
{
  const marks = [
    ...document.querySelectorAll<HTMLElement>(".passages [data-n]:is(.difference, .difference-mark)"),
  ]
  const byNumber = new Map<string, HTMLElement[]>()
  for (const mark of marks) {
    const n = mark.dataset["n"] ?? ""
    byNumber.set(n, [...(byNumber.get(n) ?? []), mark])
  }
  let lit: readonly HTMLElement[] = []

  const light = (target: EventTarget | null) => {
    const mark =
      target instanceof Element ? target.closest<HTMLElement>(".difference, .difference-mark") : null
    const next = (mark && byNumber.get(mark.dataset["n"] ?? "")) || []
    for (const each of lit) each.classList.remove("lit")
    for (const each of next) each.classList.add("lit")
    lit = next
  }
  document.addEventListener("pointerover", ({ target }) => light(target))
  document.addEventListener("focusin", ({ target }) => light(target))

  const steps = document.querySelector<HTMLElement>(".steps")
  const output = steps?.querySelector("output")
  const numbers = [...byNumber.keys()].sort((one, other) => Number(one) - Number(other))
  if (steps && output && numbers.length > 0) {
    let current = -1
    steps.hidden = false
    const show = () => {
      output.textContent = (steps.dataset["place"] ?? "")
        .replace("{n}", current < 0 ? "–" : String(current + 1))
        .replace("{count}", String(numbers.length))
    }
    show()
    // Where one came to by a link or by tabbing is where the next step starts.
    document.addEventListener("focusin", ({ target }) => {
      const n =
        target instanceof HTMLElement && target.matches(".difference-mark") ? target.dataset["n"] : undefined
      if (n === undefined) return
      current = numbers.indexOf(n)
      show()
    })
    const step = (by: 1 | -1) => {
      if (current < 0 && by < 0) current = 0
      // A difference whose mark is not shown at present is passed over.
      for (let tried = 0; tried < numbers.length; tried++) {
        current = (current + by + numbers.length) % numbers.length
        const mark = byNumber.get(numbers[current] ?? "")?.find((each) => each.matches(".difference-mark"))
        if (mark && mark.getClientRects().length > 0) {
          mark.focus({ preventScroll: true })
          mark.scrollIntoView({ block: "center" })
          break
        }
      }
      show()
    }
    steps.querySelector(".previous")?.addEventListener("click", () => step(-1))
    steps.querySelector(".next")?.addEventListener("click", () => step(1))
    // The keys count only where the reader is among the passages or at the buttons.
    document.addEventListener("keydown", (event) => {
      const { key, target } = event
      if (event.ctrlKey || event.altKey || event.metaKey || (key !== "j" && key !== "k")) return
      if (!(target instanceof Element) || !target.closest(".passages, .steps")) return
      event.preventDefault()
      step(key === "j" ? 1 : -1)
    })
  }
}
