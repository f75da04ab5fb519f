/*
 * The pages that two panes can show. They stand on the page (panes.html), or, in an edition of many documents, in a
 * script, since a page from a disk can fetch nothing else; what is not in this list is never loaded.
 */
{
  const pages = new Map<string, ListedPage>()
  const documents = new Map<string, { readonly title: string; readonly language: string }>()
  const own = new Map<string, ListedPage[]>()
  /** For two documents, the paragraph of the second for each of the first; empty until it is read. */
  const paragraphs = new Map<string, ReadonlyMap<string, string>>()
  const partners = new Map<string, string[]>()
  /** The file that has the paragraphs of two documents, till it is asked for. */
  const unread = new Map<string, string>()

  const main = document.querySelector<HTMLElement>("main.panes")
  const data = main?.dataset["documents"]
  const key = (one: string, other: string) => JSON.stringify([one, other])

  globalThis.stetPanesList = {
    pages,
    documents,
    get firstCompared() {
      return [...partners.keys()][0]
    },
    ready:
      data === undefined ? Promise.resolve(fromPage()) : load("documents", data).then(fromData, () => {}),
    pagesOf: (document) => own.get(document) ?? [],
    comparedWith: (document) => partners.get(document)?.[0],
    paragraphsOf(one, other) {
      const file = unread.get(key(one, other))
      if (file !== undefined) read(file, one, other)
      return paragraphs.get(key(one, other))
    },
  }

  function fromPage(): void {
    for (const item of document.querySelectorAll<HTMLElement>(".pane-pages [data-document]")) {
      const name = item.dataset["document"] ?? ""
      const title = item.querySelector<HTMLElement>(".pane-title")
      documents.set(name, { title: title?.textContent ?? name, language: title?.lang ?? "" })
      for (const link of item.querySelectorAll("a"))
        add(name, link.getAttribute("href") ?? "", link.textContent?.trim() ?? "")
    }
    for (const pair of document.querySelectorAll<HTMLDataElement>(".pane-pair")) {
      const { left = "", right = "" } = pair.dataset
      compared(left, right)
      join(left, right, pair.value.split(" "))
    }
  }

  function fromData(read: unknown): void {
    const { files, documents: all, pairs } = read as import("../../model/panes.js").PanesData
    const called = new Map(
      Array.from(document.querySelectorAll<HTMLDataElement>(".pane-view-name"), (each) => [
        each.value,
        each.textContent ?? "",
      ]),
    )
    const stage = main?.dataset["stage"] ?? "{stage}"
    for (const [name, title, language, lacks = [], stages = []] of all) {
      documents.set(name, { title, language })
      const folder = encodeURIComponent(name)
      for (const [number, file] of files.entries())
        if (!lacks.includes(number)) add(name, `${folder}/${file}`, called.get(file) ?? file)
      for (const [file, what] of stages)
        add(
          name,
          `${folder}/${file}`,
          stage.replace("{stage}", () => what),
        )
    }
    for (const [one, other] of pairs) {
      compared(one, other)
      unread.set(key(one, other), `${one}/${other}`)
      unread.set(key(other, one), `${one}/${other}`)
    }
  }

  function add(document: string, href: string, name: string): void {
    const path = decoded(href)
    const page = { path, href, document, name }
    pages.set(path, page)
    const known = own.get(document)
    if (known) known.push(page)
    else own.set(document, [page])
  }

  function compared(one: string, other: string): void {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = partners.get(a)
      if (known) known.push(b)
      else partners.set(a, [b])
    }
  }

  function join(one: string, other: string, ids: readonly string[]): void {
    const there = new Map<string, string>()
    const back = new Map<string, string>()
    for (let at = 0; at + 1 < ids.length; at += 2) {
      const [a = "", b = ""] = [ids[at], ids[at + 1]]
      if (!there.has(a)) there.set(a, b)
      if (!back.has(b)) back.set(b, a)
    }
    paragraphs.set(key(one, other), there)
    paragraphs.set(key(other, one), back)
  }

  /** Reads the paragraphs of two documents, once. */
  function read(name: string, one: string, other: string): void {
    unread.delete(key(one, other))
    unread.delete(key(other, one))
    const path = `assets/panes/${name.split("/").map(encodeURIComponent).join("/")}.js`
    const isTurned = name !== `${one}/${other}`
    void load(name, path).then(
      (ids) => join(isTurned ? other : one, isTurned ? one : other, ids as readonly string[]),
      () => {},
    )
  }

  function load(name: string, path: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = path
      script.addEventListener("load", () => resolve(globalThis.stetPanesData?.[name]))
      script.addEventListener("error", () => reject(new Error(name)))
      document.head.append(script)
    })
  }

  function decoded(path: string): string {
    try {
      return decodeURIComponent(path)
    } catch {
      return path
    }
  }
}
