/*
 * The index of the search, of which a query loads only the shards of its words.
 *
 * A page that is opened from a disk may not fetch files; but it may name scripts, and so the data are scripts.
 */
{
  const loads = new Map<string, Promise<unknown>>()

  function load<T>(name: string): Promise<T> {
    let loading = loads.get(name)
    if (!loading) {
      loading = new Promise((resolve, reject) => {
        const script = document.createElement("script")
        script.src = `search/${name.split("/").map(encodeURIComponent).join("/")}.js`
        script.addEventListener("load", () => resolve(globalThis.stetSearchData?.[name]))
        script.addEventListener("error", () => {
          // It may be there the next time.
          loads.delete(name)
          reject(new Error(name))
        })
        document.head.append(script)
      })
      loads.set(name, loading)
    }
    return loading as Promise<T>
  }

  const catalogue = () => load<SearchCatalogue>("documents")

  type Index = InstanceType<typeof MiniSearch>
  let opened: { readonly key: string; readonly index: Index } | undefined

  /** An index of those shards alone; the last one is kept, since the next query is mostly the same with a letter more. */
  async function open(numbers: readonly number[]): Promise<Index> {
    const key = numbers.join()
    if (opened?.key === key) return opened.index
    const [documents, ...shards] = await Promise.all([
      catalogue(),
      ...numbers.map((number) => load<SearchShard>(`terms/${number}`)),
    ])
    const index = MiniSearch.loadJS(stetSearch.indexOf(documents, shards), {
      ...stetSearch.searchSettings,
      idField: "id",
    })
    opened = { key, index }
    return index
  }

  async function shardsFor(clauses: readonly SearchClause[]): Promise<readonly number[]> {
    const { firsts } = await catalogue()
    const numbers = clauses.flatMap(({ terms, isOpen }) =>
      terms.flatMap((term, at) => stetSearch.shardsOf(term, isOpen && at === terms.length - 1, firsts)),
    )
    return [...new Set(numbers)].sort((one, other) => one - other)
  }

  /** What a clause asks for, as MiniSearch has it: all its terms, in one of the fields. */
  function asked({ terms, isOpen, field }: SearchClause, searched: readonly SearchField[]) {
    const fields = field === undefined ? [...searched] : [field]
    const queries = terms.map((term, at) => ({
      queries: [term],
      fields,
      prefix: isOpen && at === terms.length - 1,
    }))
    return { combineWith: "AND" as const, queries }
  }

  globalThis.stetSearchIndex = {
    catalogue,
    text: (name) => load<SearchedText>(`text/${name}`),
    async find(clauses, searched) {
      const wanted = clauses.filter(({ isExcluded }) => !isExcluded)
      const { names } = await catalogue()
      const index = await open(await shardsFor(clauses))
      const positive =
        wanted.length === 0
          ? MiniSearch.wildcard
          : { combineWith: "AND" as const, queries: wanted.map((each) => asked(each, searched)) }
      const excluded = clauses.filter(({ isExcluded }) => isExcluded).map((each) => asked(each, searched))
      if (wanted.length === 0 && excluded.length === 0) return names.map((_, number) => number)
      const found = index.search({ combineWith: "AND_NOT", queries: [positive, ...excluded] })
      return found.map(({ id }) => Number(id))
    },
    async suggest(beginning, searched) {
      const clause = { terms: [beginning], isOpen: true, isExcluded: false }
      const index = await open(await shardsFor([clause]))
      const found = index.search(asked(clause, searched))
      const often = new Map<string, number>()
      for (const { terms } of found) for (const term of terms) often.set(term, (often.get(term) ?? 0) + 1)
      const ordered = [...often].sort(([, one], [, other]) => other - one)
      return ordered.slice(0, 8).map(([term]) => term)
    },
  }
}
