import { readFileSync } from "node:fs"
import type { BibliographicRecord, EditionRecord } from "../../../src/model/bibliographic-record.js"
import { bibliographicRecord } from "../../../src/model/bibliographic-record.js"
import type { DocumentSummary } from "../../../src/model/summary.js"
import { summaryOf } from "../../../src/render/summary.js"
import { testStylesheet } from "../../browser/site.js"
import { inEnglish } from "../../interface.js"

const root = new URL("../../../", import.meta.url)

/** An edition that says of itself all that it can. */
export const edition: EditionRecord = {
  title: "Letters of 1911 & after",
  editors: [
    {
      name: "Ada Quill",
      role: "editor",
      orcid: "https://orcid.org/0000-0002-1825-0097",
      email: "ada@example.org",
    },
    { name: "Ben Reader", role: "editor" },
  ],
  publisher: "Harbour Press",
  place: "London",
  version: "1.2.0",
  date: "2026-11-24",
  language: "en",
  licence: { name: "CC BY-SA 4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/" },
  metadataLicence: "CC0 1.0",
  url: "https://example.org/letters",
  doi: "10.1234/letters.1",
  statement: "All that is left of them.",
}

const header = (title: string, correspondence: string, more = "") =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><publisher>Harbour Press</publisher><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt><sourceDesc><msDesc><msIdentifier><country>Austria</country><settlement>Vienna</settlement><repository>State Archive</repository><collection>Papers &amp; letters</collection><idno>Box 7, 50%</idno></msIdentifier></msDesc></sourceDesc></fileDesc><profileDesc>${more}${correspondence}</profileDesc></teiHeader>`

const register = `<standOff><listPerson><person xml:id="weil"><persName>Clara Weil</persName><persName>Weil, Clara</persName><idno type="Wikidata">https://www.wikidata.org/entity/Q1</idno><idno type="GND">https://d-nb.info/gnd/118540238</idno></person></listPerson><listOrg><org xml:id="bindery"><orgName>Brandt &amp; Sons</orgName><idno type="VIAF">https://viaf.org/viaf/24602065</idno></org></listOrg><listPlace><place xml:id="vienna"><placeName>Vienna</placeName><idno type="Wikidata">https://www.wikidata.org/entity/Q1741</idno><idno type="GeoNames">https://www.geonames.org/2761369</idno></place></listPlace></standOff>`

const tei = (title: string, correspondence: string, more = "", revision = "") =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de">${header(title, correspondence, more).replace("</teiHeader>", `${revision}</teiHeader>`)}${register}<text><body><p>Dear Mr. Brandt,</p></body></text></TEI>`

const kind = (term: string) => `<textClass><keywords><term>${term}</term></keywords></textClass>`

/** Letters that are hard to describe, by their names. */
export const letters: Readonly<Record<string, string>> = {
  known: tei(
    "To the bookbinder: {50% off} &amp; more_",
    '<correspDesc><correspAction type="sent"><persName ref="#weil">Clara Weil</persName><placeName ref="#vienna">Vienna</placeName><date when="1911-03-04">4 March 1911</date></correspAction><correspAction type="received"><orgName ref="#bindery">Brandt &amp; Sons</orgName></correspAction></correspDesc>',
    `<abstract><p>The binding &lt;/script&gt; is not good.</p></abstract>${kind("letter")}`,
    '<revisionDesc><change when="2026-10-02">A date corrected.</change><change when="2026-09">Proof-read.</change><change when="2026-10-03">“grey”, not “blue”.</change></revisionDesc>',
  ),
  draft: tei(
    "Draft to the bookbinder",
    '<correspDesc type="draft"><correspAction type="composed"><persName ref="#weil">Clara Weil</persName><date notBefore="1911-03-02" notAfter="1911-03-04"/></correspAction><correspAction type="addressed"><orgName ref="#bindery">Brandt &amp; Sons</orgName></correspAction></correspDesc>',
    kind("draft"),
  ),
  unsent: tei(
    "Never sent",
    '<correspDesc type="unsent"><correspAction type="composed"><persName>Clara Weil</persName></correspAction><correspAction type="addressed"><persName>Jonas Brandt</persName></correspAction></correspDesc>',
    kind("letter"),
  ),
  lost: tei(
    "To somebody",
    '<correspDesc><correspAction type="sent"><date notAfter="1911-05">before June 1911</date></correspAction></correspDesc>',
    kind("letter"),
  ),
  "aus-wien-für-ötzi": tei(
    "Von zweien",
    '<correspDesc><correspAction type="sent"><persName ref="http://d-nb.info/gnd/118609807">Schnitzler, Arthur</persName><persName><forename>Hugo</forename> <nameLink>von</nameLink> <surname>Hofmannsthal</surname></persName><date from="1894-10-01" to="1894-10-03"/></correspAction><correspAction type="received"><persName>Ludwig van Beethoven</persName><placeName>Linz</placeName></correspAction></correspDesc>',
    kind("letter"),
  ),
  release: tei(
    "To the press",
    '<correspDesc type="publication"><correspAction type="published"><persName>Clara Weil</persName><date when="1911"/></correspAction></correspDesc>',
    kind("press-release"),
  ),
}

export async function summarised(name: string, text: string): Promise<DocumentSummary> {
  const parameters = {
    edition: { title: "E", editors: [], version: "1", licence: "", ...inEnglish },
    document: { name },
    ...{ documentNames: [name], editionPages: [], styles: [], scripts: {} },
  }
  const { value, diagnostics } = summaryOf(name, text, parameters, await testStylesheet())
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join())
  return value
}

/** The summaries of these letters, and of the three documents that this repository publishes. */
export async function allSummaries(): Promise<readonly DocumentSummary[]> {
  const own = ["draft", "letter", "press-release"].map((each) => `kennedy-khrushchev-1962-10-27-${each}`)
  const texts = own.map(
    (name) => [name, readFileSync(new URL(`output/tei/${name}.xml`, root), "utf8")] as const,
  )
  return Promise.all([...Object.entries(letters), ...texts].map(([name, text]) => summarised(name, text)))
}

export const recordsOf = (
  summaries: readonly DocumentSummary[],
  of: EditionRecord = edition,
): readonly BibliographicRecord[] => summaries.map((each) => bibliographicRecord(each, of))
