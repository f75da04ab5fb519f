import type { XmlElement } from "../../xml/tree.js"
import { at, below, elementsIn, localName, wordsOf } from "./tei.js"

/** What a header says of its document, as far as it is searched or chosen by. */
export interface Facts {
  readonly title: string
  /** In the document's words. */
  readonly date: string
  /** ISO 8601, or as much of it as is known; for sorting. */
  readonly when: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly places: readonly string[]
  readonly kind: string
  readonly languages: readonly string[]
  /** The language of the document, BCP 47. */
  readonly language: string
  /** All names of the persons, places and organisations in its registers. */
  readonly names: readonly string[]
}

/** The facts of a TEI document or corpus, by the same rules as xslt/parts/metadata.xsl. */
export function factsOf(root: XmlElement): Facts {
  const header = at([root], "teiHeader")
  const profile = at(header, "profileDesc")
  const acts = at(profile, "correspDesc", "correspAction")
  const creation = at(profile, "creation")
  const dates = [
    ...at(creation, "date"),
    ...at(acts, "date"),
    ...at(creation, "origDate"),
    ...origDates(header),
  ]
  const dated = dates.find((each) => wordsOf(each) !== "" || figuresOf(each) !== "")
  const [description] = at(profile, "correspDesc")
  const kinds = [
    ...at(profile, "textClass", "keywords", "term").map(wordsOf),
    description?.attributes["type"] ?? "",
    at([root], "text", "body", "div")[0]?.attributes["type"] ?? "",
  ]
  const languages = at(profile, "langUsage", "language").map(
    (each) => wordsOf(each) || each.attributes["ident"],
  )
  const language = root.attributes["xml:lang"] ?? "en"
  return {
    title: titleOf(header),
    date: dated ? withoutTime(wordsOf(dated) || figuresOf(dated)) : "",
    when: (/^-?\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(dates.map(figuresOf).find((each) => each !== "") ?? "") ?? [
      "",
    ])[0],
    from: actors(acts, ["sent", "composed", "published", "released", "transmitted"]),
    to: actors(acts, ["received", "addressed"]),
    places: unique([...at(acts, ["placeName", "settlement"]), ...at(creation, "placeName")].map(wordsOf)),
    kind: inWords(kinds.find((each) => each !== "") ?? ""),
    languages: unique(languages.length > 0 ? languages : [language]),
    language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : "en",
    names: namesIn(root),
  }
}

const unique = (values: readonly (string | undefined)[]) =>
  [...new Set(values)].filter((each) => each) as string[]

function titleOf(header: readonly XmlElement[]): string {
  const titles = at(header, "fileDesc", "titleStmt", "title").filter((each) => wordsOf(each) !== "")
  const own = titles.find((each) => each.attributes["level"] === "a")
  return wordsOf(own ?? titles.find((each) => each.attributes["type"] === "main") ?? titles[0])
}

const origDates = (header: readonly XmlElement[]) =>
  at(header, "fileDesc", "sourceDesc").flatMap((each) =>
    below(each).filter((inner) => localName(inner) === "origDate"),
  )

const figuresOf = ({ attributes }: XmlElement): string =>
  ["when", "when-iso", "notBefore", "from", "notAfter", "to"]
    .map((name) => attributes[name] ?? "")
    .find((each) => each !== "") ?? ""

const withoutTime = (date: string) =>
  /^\d{4}-\d\d-\d\dT/.test(date)
    ? unique(date.split("/").map((each) => each.replace(/T.*$/, ""))).join("/")
    : date

const actors = (acts: readonly XmlElement[], types: readonly string[]) =>
  unique(
    at(
      acts.filter((each) => types.includes(each.attributes["type"] ?? "")),
      ["persName", "orgName", "name", "rs"],
    ).map(wordsOf),
  )

/** “pressRelease” is “Press release”. */
function inWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const lists = ["listPerson", "listPlace", "listOrg"]
const called = ["persName", "placeName", "orgName", "name", "settlement", "geogName"]

function namesIn(root: XmlElement): readonly string[] {
  const names: string[] = []
  const visit = (element: XmlElement, isListed: boolean) => {
    for (const child of elementsIn(element)) {
      if (isListed && called.includes(localName(child))) names.push(wordsOf(child))
      else visit(child, isListed || lists.includes(localName(child)))
    }
  }
  for (const part of at([root], ["teiHeader", "standOff"])) visit(part, false)
  return unique(names)
}
