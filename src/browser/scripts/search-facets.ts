/*
 * What a search is narrowed by: years, correspondents, places, kinds, languages, each value with the number of
 * documents that would be left if it were chosen too.
 */
{
  const shownAtOnce = 6

  globalThis.stetSearchFacets = (say, changed) => {
    const { facetNames } = stetSearch
    const find = <T extends Element>(selector: string) => document.querySelector<T>(selector) as T
    const from = find<HTMLInputElement>("#search-from")
    const to = find<HTMLInputElement>("#search-to")
    const clear = find<HTMLButtonElement>(".clear")
    const chosen = new Map<SearchFacetName, Set<string>>(facetNames.map((name) => [name, new Set()]))
    const wholeLists = new Set<SearchFacetName>()

    for (const each of [from, to]) each.addEventListener("change", changed)
    clear.addEventListener("click", () => {
      for (const values of chosen.values()) values.clear()
      from.value = ""
      to.value = ""
      changed()
      find<HTMLElement>("#search-words").focus()
    })

    function narrowed(
      found: readonly number[],
      catalogue: SearchCatalogue,
      without?: string,
    ): readonly number[] {
      const tests = facetNames.flatMap((name) => {
        const values = chosen.get(name)
        if (name === without || !values || values.size === 0) return []
        const numbers = new Set([...values].map((value) => catalogue.facets[name].values.indexOf(value)))
        return [(id: number) => catalogue.facets[name].of[id]?.some((each) => numbers.has(each)) ?? false]
      })
      const yearOf = (id: number) => Number.parseInt(catalogue.dates[id] ?? "", 10)
      if (from.value !== "") tests.push((id) => yearOf(id) >= Number(from.value))
      if (to.value !== "") tests.push((id) => yearOf(id) <= Number(to.value))
      return found.filter((id) => tests.every((test) => test(id)))
    }

    const isNarrowing = () =>
      from.value !== "" || to.value !== "" || [...chosen.values()].some(({ size }) => size > 0)

    function show(found: readonly number[], catalogue: SearchCatalogue): void {
      for (const name of facetNames) showOne(name, found, catalogue)
      find<HTMLElement>('[data-facet="years"]').hidden = catalogue.dates.every((date) => date === "")
      clear.hidden = !isNarrowing()
    }

    function showOne(name: SearchFacetName, found: readonly number[], catalogue: SearchCatalogue): void {
      const box = find<HTMLElement>(`[data-facet="${name}"]`)
      const list = box.querySelector("ul") as HTMLUListElement
      const all = box.querySelector("button") as HTMLButtonElement
      const { values, of } = catalogue.facets[name]
      const ticked = chosen.get(name) ?? new Set()
      const counts = new Map<string, number>()
      for (const id of narrowed(found, catalogue, name))
        for (const number of of[id] ?? []) {
          const value = values[number] ?? ""
          counts.set(value, (counts.get(value) ?? 0) + 1)
        }
      for (const value of ticked) if (!counts.has(value)) counts.set(value, 0)
      const entries = [...counts].sort(([, one], [, other]) => other - one)
      const few = entries.filter(
        ([value], index) => wholeLists.has(name) || index < shownAtOnce || ticked.has(value),
      )
      box.hidden = entries.length === 0 || (values.length < 2 && ticked.size === 0)

      // The boxes are made anew under the reader's hand, who goes on from where they were.
      const held = list.contains(document.activeElement)
        ? document.activeElement?.getAttribute("data-value")
        : undefined
      list.replaceChildren(...few.map(([value, count]) => choiceOf(name, value, count, ticked.has(value))))
      for (const input of list.querySelectorAll("input"))
        if (input.getAttribute("data-value") === held) input.focus()

      all.hidden = few.length === entries.length
      all.textContent = say("search-facet-all", { count: entries.length })
      all.onclick = () => {
        wholeLists.add(name)
        showOne(name, found, catalogue)
        list.querySelectorAll("input")[few.length]?.focus()
      }
    }

    function choiceOf(name: SearchFacetName, value: string, count: number, isTicked: boolean): Element {
      const input = document.createElement("input")
      input.type = "checkbox"
      input.checked = isTicked
      input.setAttribute("data-value", value)
      input.addEventListener("change", () => {
        if (input.checked) chosen.get(name)?.add(value)
        else chosen.get(name)?.delete(value)
        changed()
      })
      const number = document.createElement("span")
      number.className = "count"
      number.textContent = String(count)
      const label = document.createElement("label")
      label.append(input, " ", value, " ", number)
      const item = document.createElement("li")
      item.append(label)
      return item
    }

    return {
      narrowed,
      isNarrowing,
      show,
      readFrom(address) {
        from.value = address.get("from") ?? ""
        to.value = address.get("to") ?? ""
        for (const [name, values] of chosen) {
          values.clear()
          for (const each of address.getAll(name)) values.add(each)
        }
      },
      writeTo(address) {
        if (from.value !== "") address.set("from", from.value)
        if (to.value !== "") address.set("to", to.value)
        for (const [name, values] of chosen) for (const value of values) address.append(name, value)
      },
    }
  }
}
