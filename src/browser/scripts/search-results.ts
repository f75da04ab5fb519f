/*
 * What was found: the documents, and in each the passages with the words in their context. A passage where
 * a word is struck, or not spelt as it is read, leads to the diplomatic view, others to the reading view.
 */
{
  type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string
  const { contextOf, hitsIn, matches, passageOf, passageFields, wordsIn } = stetSearch
  const shownAtOnce = 3

  globalThis.stetSearchResults = {
    show(list, found, clauses, searched, say) {
      for (const { name, text } of found) list.append(resultOf(name, text, clauses, searched, say))
    },
    hasPhrases(text, clauses, searched) {
      const phrases = clauses.filter(({ terms, isExcluded }) => terms.length > 1 && !isExcluded)
      const passages = text.passages.map(passageOf)
      return phrases.every(
        (phrase) =>
          passages.some((passage) => hitsIn(passage, [phrase], new Set(searched)).length > 0) ||
          isSaid(text.title, phrase, "title", searched) ||
          namesOf(text).some((name) => isSaid(name, phrase, "names", searched)),
      )
    },
  }

  const namesOf = ({ from, to, names }: SearchedText) =>
    [...new Set([from, to, ...names])].filter((each) => each !== "")

  function isSaid(said: string, clause: SearchClause, field: SearchField, searched: readonly SearchField[]) {
    if (
      clause.isExcluded ||
      (clause.field === undefined ? !searched.includes(field) : clause.field !== field)
    )
      return false
    return placesIn(said, clause).length > 0
  }

  /** Where a title or a name has what a clause asks for: offsets. */
  function placesIn(
    said: string,
    clause: SearchClause,
  ): readonly { readonly from: number; readonly to: number }[] {
    const words = wordsIn(said)
    return words.flatMap(({ from }, start) => {
      const found = words.slice(start, start + clause.terms.length)
      const last = found.at(-1)
      const isFound =
        found.length === clause.terms.length && found.every(({ terms }, at) => matches(terms, clause, at))
      return isFound && last ? [{ from, to: last.to }] : []
    })
  }

  function resultOf(
    name: string,
    text: SearchedText,
    clauses: readonly SearchClause[],
    searched: readonly SearchField[],
    say: Say,
  ): Element {
    const address = name.split("/").map(encodeURIComponent).join("/")
    const result = make("li", "result")
    const title = make("a", "", text.language)
    title.href = `${address}/index.html`
    marked(title, text.title || name, clauses, "title", searched)
    result.append(make("h3", "", "", title))
    const about = [text.date, [text.from, text.to && `→ ${text.to}`].filter(Boolean).join(" ")].filter(
      Boolean,
    )
    if (about.length > 0) result.append(make("p", "about", "", about.join(" · ")))

    const named = namesOf(text).filter((each) =>
      clauses.some((clause) => isSaid(each, clause, "names", searched)),
    )
    if (named.length > 0) {
      const line = make("p", "named", "", make("span", "where", "", say("search-named")), " ")
      named.slice(0, shownAtOnce).forEach((each, index) => {
        if (index > 0) line.append("; ")
        marked(line, each, clauses, "names", searched)
      })
      result.append(line)
    }

    const passages = text.passages.map(passageOf).flatMap((passage) => {
      const hits = hitsIn(passage, clauses, new Set(searched))
      return hits.length === 0 ? [] : [{ passage, hits }]
    })
    const items = passages.map(({ passage, hits }) => {
      const field = passageFields.find((each) => hits.some((hit) => hit.field === each)) ?? "text"
      // The diplomatic view has all of them.
      const isInReading = !hits.some((hit) => hit.field === "struck" || hit.field === "written")
      const link = make("a", "", text.language)
      const fragment = passage.id === "" ? "" : `#${encodeURIComponent(passage.id)}`
      link.href = `${address}/${isInReading ? "index.html" : "diplomatic.html"}${fragment}`
      const { parts, isCutBefore, isCutAfter } = contextOf(passage, hits)
      if (isCutBefore) link.append("… ")
      for (const part of parts) link.append(partOf(part))
      if (isCutAfter) link.append(" …")
      const item = make("li", `hit ${field}`)
      if (field !== "text") item.append(make("span", "where", "", say(`search-hit-${field}`)), " ")
      item.append(link)
      return item
    })
    if (items.length > 0) result.append(make("ul", "hits", "", ...items.slice(0, shownAtOnce)))
    const rest = items.slice(shownAtOnce)
    if (rest.length > 0) {
      const key = rest.length === 1 ? "search-passages-one" : "search-passages-other"
      const summary = make("summary", "", "", say(key, { count: rest.length }))
      result.append(make("details", "", "", summary, make("ul", "hits", "", ...rest)))
    }
    return result
  }

  function partOf({ text, ways, isHit }: ReturnType<typeof contextOf>["parts"][number]): Node {
    let node: Node = document.createTextNode(text)
    if (isHit) node = make("mark", "", "", node)
    if (ways & stetSearch.added) node = make("ins", "", "", node)
    if (ways & stetSearch.struck) node = make("del", "", "", node)
    return node
  }

  /** Puts a title or a name into an element, what was sought in it marked. */
  function marked(
    into: Element,
    said: string,
    clauses: readonly SearchClause[],
    field: SearchField,
    searched: readonly SearchField[],
  ): void {
    const places = clauses.flatMap((each) =>
      isSaid(said, each, field, searched) ? placesIn(said, each) : [],
    )
    let at = 0
    for (const { from, to } of places.sort((one, other) => one.from - other.from)) {
      if (from < at) continue
      into.append(said.slice(at, from), make("mark", "", "", said.slice(from, to)))
      at = to
    }
    into.append(said.slice(at))
  }

  function make<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    className = "",
    language = "",
    ...children: readonly (Node | string)[]
  ): HTMLElementTagNameMap[Name] {
    const made = document.createElement(name)
    if (className !== "") made.className = className
    if (language !== "") made.lang = language
    made.append(...children)
    return made
  }
}
