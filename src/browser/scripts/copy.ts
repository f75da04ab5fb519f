/* What stands beside a citation to copy it; the citation can be marked and copied without it. */
{
  const refused = () => document.querySelector<HTMLElement>(".cite")?.dataset["refused"] ?? ""
  const copied = () => document.querySelector<HTMLElement>(".cite")?.dataset["copied"] ?? ""

  globalThis.stetCopy = async (words) => {
    try {
      await navigator.clipboard.writeText(words)
      return true
    } catch {
      return copyByHand(words)
    }
  }

  /** For browsers that keep the clipboard from pages opened from a disk, or in a pane. */
  function copyByHand(words: string): boolean {
    const put = (event: ClipboardEvent) => {
      event.clipboardData?.setData("text/plain", words)
      event.preventDefault()
    }
    document.addEventListener("copy", put)
    try {
      return document.execCommand("copy")
    } catch {
      return false
    } finally {
      document.removeEventListener("copy", put)
    }
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>(".cite-styles .copy")) {
    button.hidden = false
    button.addEventListener("click", async () => {
      const words = button.closest("dt")?.nextElementSibling?.textContent ?? ""
      const status = button.parentElement?.querySelector(".copy-status")
      const isDone = await globalThis.stetCopy(words.replace(/\s+/g, " ").trim())
      if (!status) return
      status.textContent = isDone ? copied() : refused()
      setTimeout(() => status.replaceChildren(), 4000)
    })
  }
}
