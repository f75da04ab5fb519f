/*
 * The search page: what the reader typed and chose, kept in the address behind “#”, so that a search can be
 * linked and the browser's way back leads to the search before. Its words come from the page.
 */
{
  const form = document.querySelector<HTMLFormElement>(".search-form")
  if (form) begin(form)

  function begin(form: HTMLFormElement): void {
    const find = <T extends Element>(selector: string) => document.querySelector<T>(selector) as T
    const words = find<HTMLInputElement>("#search-words")
    const where = find<HTMLSelectElement>("#search-in")
    const order = find<HTMLSelectElement>("#search-order")
    const status = find<HTMLElement>("#search-status")
    const list = find<HTMLOListElement>(".results")
    const more = find<HTMLButtonElement>(".more")
    const suggestions = find<HTMLDataListElement>("#search-suggestions")
    const { fields } = stetSearch
    const pageLength = 10
    /** So many documents are looked through for a phrase; more would keep the reader waiting. */
    const phraseLimit = 400

    const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
      (form.getAttribute(`data-${key}`) ?? "").replace(/\{([a-z]+)\}/g, (_, name) =>
        String(values[name] ?? ""),
      )
    const fieldOf = new Map(
      fields.map((field) => [stetSearch.fold(say(`search-field-${field}`)), field] as const),
    )
    const searchedFields: Readonly<Record<string, readonly SearchField[]>> = {
      all: fields,
      text: ["text"],
      struck: ["struck"],
      added: ["added"],
      written: ["written"],
      notes: ["notes"],
      names: ["names", "title"],
    }
    const facets = stetSearchFacets(say, () => search(true))
    let run = 0
    let shown: () => Promise<void> = async () => {}

    readAddress()
    for (const each of document.querySelectorAll<HTMLElement>("[data-needs-script]")) each.hidden = false
    for (const each of document.querySelectorAll<HTMLElement>("[data-without-script]")) each.hidden = true
    find<HTMLDetailsElement>(".facets").open = matchMedia("(min-width: 62rem)").matches
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      search(true)
    })
    let waiting = 0
    words.addEventListener("input", () => {
      clearTimeout(waiting)
      waiting = window.setTimeout(() => {
        search(false)
        suggest()
      }, 250)
    })
    for (const each of [where, order]) each.addEventListener("change", () => search(true))
    more.addEventListener("click", () => void shown())
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) === address()) return
      readAddress()
      search(false)
    })
    search(false)

    function readAddress(): void {
      const said = new URLSearchParams(location.hash.slice(1))
      words.value = said.get("q") ?? ""
      choose(where, said.get("in") ?? "all")
      choose(order, said.get("order") ?? "best")
      facets.readFrom(said)
    }

    function choose(select: HTMLSelectElement, value: string): void {
      select.value = value
      if (select.selectedIndex < 0) select.selectedIndex = 0
    }

    function address(): string {
      const said = new URLSearchParams()
      if (words.value.trim() !== "") said.set("q", words.value.trim())
      if (where.value !== "all") said.set("in", where.value)
      if (order.value !== "best") said.set("order", order.value)
      facets.writeTo(said)
      return said.toString()
    }

    /** Searches anew; `isStep` where the way back of the browser should lead to the search before. */
    async function search(isStep: boolean): Promise<void> {
      const mine = ++run
      const target = `#${address()}`
      if (target !== (location.hash || "#")) history[isStep ? "pushState" : "replaceState"](null, "", target)
      try {
        const clauses = stetSearch.readQuery(words.value, fieldOf)
        const searched = searchedFields[where.value] ?? fields
        const catalogue = await stetSearchIndex.catalogue()
        const found = await stetSearchIndex.find(clauses, searched)
        if (mine !== run) return
        const { documents, said } = await withPhrases(found, clauses, searched, catalogue)
        if (mine !== run) return
        facets.show(documents, catalogue)
        await showDocuments(
          ordered(facets.narrowed(documents, catalogue), clauses, catalogue),
          clauses,
          searched,
          catalogue,
          said,
        )
      } catch {
        if (mine === run) status.textContent = say("search-failed")
      }
    }

    /** Of documents that have all words of a phrase, those that have the phrase. */
    async function withPhrases(
      found: readonly number[],
      clauses: readonly SearchClause[],
      searched: readonly SearchField[],
      { names }: SearchCatalogue,
    ): Promise<{ readonly documents: readonly number[]; readonly said: string }> {
      if (!clauses.some(({ terms, isExcluded }) => terms.length > 1 && !isExcluded))
        return { documents: found, said: "" }
      const looked = found.slice(0, phraseLimit)
      const texts = await Promise.all(looked.map((number) => stetSearchIndex.text(names[number] ?? "")))
      const documents = looked.filter((_, at) => {
        const text = texts[at]
        return text !== undefined && stetSearchResults.hasPhrases(text, clauses, searched)
      })
      const said =
        looked.length < found.length ? say("search-looked", { looked: looked.length, all: found.length }) : ""
      return { documents, said }
    }

    function ordered(found: readonly number[], clauses: readonly SearchClause[], { dates }: SearchCatalogue) {
      if (order.value === "best" && clauses.length > 0) return found
      const inEdition = [...found].sort((one, other) => one - other)
      if (order.value !== "date") return inEdition
      // What has no date comes last.
      const key = (id: number) => dates[id] || "~"
      return inEdition.sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
    }

    async function showDocuments(
      found: readonly number[],
      clauses: readonly SearchClause[],
      searched: readonly SearchField[],
      { names }: SearchCatalogue,
      said: string,
    ): Promise<void> {
      const mine = run
      const isIdle = clauses.length === 0 && !facets.isNarrowing()
      const key = found.length === 1 ? "search-found-one" : "search-found-other"
      const count = found.length === 0 ? say("search-none") : say(key, { count: found.length })
      let at = 0
      const items = document.createDocumentFragment()
      const next = async () => {
        const numbers = found.slice(at, at + pageLength)
        const texts = await Promise.all(numbers.map((number) => stetSearchIndex.text(names[number] ?? "")))
        if (mine !== run) return false
        const chosenOnes = numbers.flatMap((number, index) => {
          const text = texts[index]
          return text ? [{ name: names[number] ?? "", text }] : []
        })
        const batch = document.createElement("ol")
        stetSearchResults.show(batch, chosenOnes, clauses, searched, say)
        items.append(...batch.children)
        at += pageLength
        more.hidden = at >= found.length
        return true
      }
      if (isIdle) {
        list.replaceChildren()
        more.hidden = true
        status.textContent = say("search-start")
        return
      }
      if (!(await next())) return
      list.replaceChildren(items)
      status.textContent = [count, said].filter((each) => each !== "").join(" ")
      shown = async () => {
        if (!(await next())) return
        const first = items.querySelector("a")
        list.append(items)
        first?.focus()
      }
    }

    /** The words of the edition that begin like the last word that is typed. */
    async function suggest(): Promise<void> {
      const typed = words.value
      const last = /[^\s":“”„«»-]*$/.exec(typed)?.[0] ?? ""
      const beginning = stetSearch.fold(last)
      const searched = searchedFields[where.value] ?? fields
      const terms =
        beginning.length < 2 ? [] : await stetSearchIndex.suggest(beginning, searched).catch(() => [])
      if (words.value !== typed) return
      suggestions.replaceChildren(
        ...terms.map((term) => {
          const option = document.createElement("option")
          option.value = typed.slice(0, typed.length - last.length) + term
          return option
        }),
      )
    }
  }
}
