import { expect, test } from "vitest"
import { planPages } from "../../../src/publish/page-plan.js"
import { letter, summary } from "./summaries.js"

const listing = (plan: ReturnType<typeof planPages>, path: string) => {
  const page = plan.pages.find((each) => each.path === path)
  if (page === undefined) throw new Error(`no ${path} among ${plan.pages.map((each) => each.path)}`)
  return page.listing()
}

test("an edition of which nothing is known has a table of documents and the search, and no other page", () => {
  const plan = planPages([summary("a"), summary("b")])
  expect(plan.views).toEqual(["index", "search"])
  expect(listing(plan, "index.html").groups[0]?.documents.map(({ name }) => name)).toEqual(["a", "b"])
})

test("documents are grouped by year, correspondent, place and kind; what says nothing of it is last", () => {
  const plan = planPages([
    {
      ...letter("a", "ada", "ben", "1895"),
      kind: "Letter",
      places: [{ id: "u", name: "Ulm", role: "written" }],
    },
    { ...letter("b", "ben", "ada"), kind: "Card", places: [{ id: "u", name: "Ulm", role: "received" }] },
    { ...letter("c", "ada", "", "1894"), places: [{ id: "o", name: "Öhringen", role: "written" }] },
  ])
  expect(plan.views).toEqual(["index", "dates", "correspondents", "places", "kinds", "search"])
  const told = (path: string) =>
    listing(plan, path).groups.map(({ label, counts, documents }) =>
      [label, ...Object.entries(counts).flat(), ...documents.map(({ name }) => name)].join(" "),
    )
  expect(told("dates.html")).toEqual(["1894 sent 1 c", "1895 sent 1 a", " received 1 b"])
  expect(told("correspondents.html")).toEqual(["ADA sent 2 received 1 c a b", "BEN received 1 sent 1 a b"])
  expect(told("places.html")).toEqual(["Öhringen written 1 c", "Ulm written 1 received 1 a b"])
  expect(told("kinds.html")).toEqual(["Card b", "Letter a", " c"])
})

test("the timeline counts by day, month or year, and has a bar for times without documents", () => {
  const bars = (...dates: readonly string[]) => {
    const letters = dates.map((date, index) => letter(`l${index}`, "ada", "ben", date))
    const { timeline } = listing(planPages(letters), "dates.html")
    return timeline?.bars.map(({ period, sent, received }) => `${period}: ${sent + received}`)
  }
  expect(bars("1894-05-01", "1894-05-03")).toEqual(["1894-05-01: 1", "1894-05-02: 0", "1894-05-03: 1"])
  expect(bars("1894-12-01", "1895-02", "")).toEqual(["1894-12: 1", "1895-01: 0", "1895-02: 1"])
  expect(bars("1884", "1890-02", "1890")?.join()).toBe(
    "1884: 1,1885: 0,1886: 0,1887: 0,1888: 0,1889: 0,1890: 2",
  )
})

test("more than two hundred documents are listed by year, each on a page of its own, a large one in parts", () => {
  const letters = Array.from({ length: 1000 }, (_, index) =>
    letter(`l${index}`, "ada", `p${index % 20}`, index < 900 ? "1894" : `19${index % 50}`),
  )
  const plan = planPages(letters)
  expect(
    listing(plan, "index.html").groups.map(({ href, documents }) => [href, documents.length])[0],
  ).toEqual(["dates/1894.html", 0])
  expect(listing(plan, "dates/1894.html").groups[0]?.documents).toHaveLength(400)
  expect(listing(plan, "dates/1894.3.html").groups[0]?.documents).toHaveLength(100)
  expect(listing(plan, "dates/1894.html").parts.map(({ href }) => href)).toEqual([
    "dates/1894.html",
    "dates/1894.2.html",
    "dates/1894.3.html",
  ])
  expect(listing(plan, "correspondents/p7.html").groups[0]?.counts).toEqual({ received: 50 })
  for (const { listing: of, path } of plan.pages) {
    const lines = of().groups.flatMap(({ documents }) => documents).length
    expect(lines, path).toBeLessThanOrEqual(400)
  }
})

test("pages of their own have names that differ by more than capitals", () => {
  const letters = Array.from({ length: 201 }, (_, index) =>
    letter(`l${index}`, ["name-Ada", "name-ada", "name-Åda", "name-Ада"][index % 4] ?? "", ""),
  )
  const paths = planPages(letters).pages.map(({ path }) => path.toLowerCase())
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths.filter((path) => path.startsWith("correspondents/"))).toHaveLength(4)
})

test("a long register has a page for each entry, and a document leads there", () => {
  const entry = (id: string) => ({
    ...{ id, name: id, list: "Persons", tei: "", passages: [] },
    roles: ["sender"],
  })
  const one = planPages([summary("a", { entries: [entry("ben"), entry("ada")] })])
  expect(listing(one, "names.html").entries?.map(({ id, count }) => `${id} ${count}`)).toEqual([
    "ada 1",
    "ben 1",
  ])
  expect(one.placeOf("ada")).toEqual({ page: "names.html", count: 1 })
  expect(one.placeOf("nobody")).toBeUndefined()
  const many = planPages(
    Array.from({ length: 700 }, (_, at) => summary(`d${at}`, { entries: [entry("ada")] })),
  )
  expect(many.placeOf("ada")).toEqual({ page: "names/ada.html", count: 700 })
  expect(listing(many, "names.html").entries?.[0]?.mentions).toEqual([])
  expect(listing(many, "names/ada.html").entries?.[0]?.mentions).toHaveLength(400)
  expect(listing(many, "names/ada.2.html").entries?.[0]?.mentions).toHaveLength(300)
})
