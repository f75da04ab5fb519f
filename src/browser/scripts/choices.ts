/*
 * A reader's choices on one page, by checkbox or radio button, hold on all pages of the site.
 * Each such input has its name in data-choice; nothing else is kept, and only in the reader's own browser.
 */
{
  const inputs = [...document.querySelectorAll<HTMLInputElement>("input[data-choice]")]
  const keyOf = (input: HTMLInputElement) => `stet ${input.dataset["choice"]}`

  for (const input of inputs) {
    const kept = readChoice(keyOf(input))
    if (kept !== undefined) input.checked = input.type === "radio" ? input.value === kept : kept === "on"
    input.addEventListener("change", () =>
      keepChoice(keyOf(input), input.type === "radio" ? input.value : input.checked ? "on" : "off"),
    )
  }

  // A browser may refuse to keep anything: then a choice holds for the page.
  function readChoice(key: string): string | undefined {
    try {
      return localStorage.getItem(key) ?? undefined
    } catch {
      return undefined
    }
  }

  function keepChoice(key: string, value: string): void {
    try {
      localStorage.setItem(key, value)
    } catch {}
  }
}
