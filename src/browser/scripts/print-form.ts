/*
 * Run by “stet pdf” in a page before it is printed, never by a page itself. What the styles write round the text (that
 * words are struck, that a gap stands here) is seen on paper, but is no part of a PDF’s text as it is read aloud: it is
 * made text here, looking as it did.
 */
{
  /** Gives the page the form in which it is printed. `styles` are those of this form alone. */
  function toPrintForm(styles: string): void {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets = [sheet]
    const shown = document.getElementById("choice-changes-shown")
    if (shown instanceof HTMLInputElement) shown.checked = true
    writeOut()
    leadOutside()
    // The browser would call them by names that PDF 2.0 has and the PDF that it writes has not.
    for (const each of document.querySelectorAll("strong, em"))
      if (!each.hasAttribute("role")) each.setAttribute("role", "none")
  }

  /** Every text that a style puts before or after an element becomes an element there. */
  function writeOut(): void {
    const sides = ["before", "after"] as const
    const found = [...document.body.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
      if (!element.checkVisibility()) return []
      return sides.flatMap((side) => {
        const style = getComputedStyle(element, `::${side}`)
        const text = writtenBy(style)
        return text === "" ? [] : [{ element, side, written: lookingLike(style, text) }]
      })
    })
    // Only now, or what is put in would change how the next looks.
    for (const { element, side, written } of found) {
      element.dataset[side === "before" ? "writtenBefore" : "writtenAfter"] = ""
      if (side === "before") element.prepend(written)
      else element.append(written)
    }
  }

  /** The text of a pseudo-element; nothing where it has none, shows it to nobody, or has more than strings. */
  function writtenBy(style: CSSStyleDeclaration): string {
    if (style.display === "none" || style.visibility === "hidden" || style.clipPath !== "none") return ""
    const strings = /^((?:"(?:[^"\\]|\\.)*"\s*)+)(?:\/.*)?$/su.exec(style.content)?.[1] ?? ""
    const text = [...strings.matchAll(/"((?:[^"\\]|\\.)*)"/gsu)]
      .map(([, inner = ""]) => unescaped(inner))
      .join("")
    return text.trim() === "" ? "" : text
  }

  const unescaped = (text: string): string =>
    text.replace(
      /\\(?:([0-9a-f]{1,6})\s?|(.))/gisu,
      (_, code: string | undefined, sign: string | undefined) =>
        code === undefined ? (sign ?? "") : String.fromCodePoint(Number.parseInt(code, 16)),
    )

  const looks = [
    "color",
    "display",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "inset-block-start",
    "letter-spacing",
    "line-height",
    "margin-inline",
    "overflow-wrap",
    "padding-inline",
    "position",
    "text-indent",
    "vertical-align",
    "white-space",
  ]

  function lookingLike(style: CSSStyleDeclaration, text: string): HTMLElement {
    const written = document.createElement("span")
    written.className = "written-out"
    written.textContent = text
    for (const look of looks) written.style.setProperty(look, style.getPropertyValue(look))
    return written
  }

  /** Links lead to where the edition stands on the web, not to this machine; where that is not said they lead nowhere. */
  function leadOutside(): void {
    const permalink = document.querySelector<HTMLMetaElement>('meta[name="citation_public_url"]')?.content
    for (const link of document.querySelectorAll("a[href]")) {
      const address = link.getAttribute("href") ?? ""
      if (address.startsWith("#") || /^(?:https?|mailto):/i.test(address)) continue
      if (permalink === undefined) link.removeAttribute("href")
      else link.setAttribute("href", new URL(address, permalink).href)
    }
  }

  Object.assign(globalThis, { toPrintForm })
}
