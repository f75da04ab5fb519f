import {
  type Agent,
  type BibliographicRecord,
  type Dating,
  recordOfNothing,
} from "../../../../src/model/bibliographic-record.js"
import { edition } from "../letters.js"

const agent = (more: Partial<Agent>): Agent => ({
  ...{ name: "", kind: "person", family: "", given: "", identifiers: [] },
  ...more,
})
/** Somebody of whose name the parts are known. */
export const known = (given: string, family: string): Agent =>
  agent({ name: [given, family].filter(Boolean).join(" "), family, given })
/** Somebody of whose name nobody has told the parts apart; an institution. */
export const called = (name: string): Agent => agent({ name })

export const on = (more: Partial<Dating>): Dating => ({
  ...{ when: "", notBefore: "", notAfter: "", from: "", to: "" },
  ...more,
})

const clara = known("Clara M.", "Weil")
const letter: BibliographicRecord = {
  ...recordOfNothing,
  ...{ kind: "letter", title: "Clara Weil to the bookbinder, 4 March 1911" },
  ...{ name: "letter", language: "en", dateInWords: "", abstract: "" },
  authors: [clara],
  recipients: [called("Brandt & Sons")],
  date: on({ when: "1911-03-04" }),
  address: "https://example.org/letters/letter/index.html",
  edition: { ...edition, title: "Letters of 1911 and after" },
}
const of = (more: Partial<BibliographicRecord>): BibliographicRecord => ({ ...letter, ...more })
const draft = (more: Partial<BibliographicRecord> = {}) =>
  of({ kind: "draft", genre: "manuscript", title: "Draft of the letter", ...more })
const inEdition = (more: Partial<BibliographicRecord["edition"]>) =>
  of({ edition: { ...letter.edition, ...more } })
/** A document and an edition in one language: the judge knows no language of the edition. */
const inLanguage = (language: string) => ({ language, edition: { ...letter.edition, language } })

/** Documents that are hard to cite, by what is hard in them. */
export const records: Readonly<Record<string, BibliographicRecord>> = {
  "a letter": letter,
  "a draft": draft(),
  "a press release of an institution": of({
    ...{ kind: "press-release", genre: "document", recipients: [], title: "To the press" },
    authors: [called("The White House")],
  }),
  "a telegram": of({ kind: "telegram" }),
  "a letter of which no kind is said": of({ kind: "" }),
  "two writers": of({ authors: [clara, known("Ben", "Folio")] }),
  "two of whom the first stands as it is": of({ authors: [called("Brandt & Sons"), clara] }),
  "two institutions": draft({ authors: [called("Brandt & Sons"), called("Harbour Press")] }),
  "three writers": draft({ authors: [clara, known("Ben", "Folio"), called("Brandt & Sons")] }),
  "four writers, and four recipients": of({
    authors: [clara, known("Ben", "Folio"), called("Brandt & Sons"), known("Dora", "Ink")],
    recipients: [called("One"), called("Two"), called("Three"), called("Four")],
  }),
  "eleven writers": draft({ authors: Array.from({ length: 11 }, (_, at) => known("Ada", `Quill-${at}`)) }),
  "two and twenty writers": draft({
    authors: Array.from({ length: 22 }, (_, at) => known("Ada", `Quill-${at}`)),
  }),
  "two recipients": of({ recipients: [clara, known("Ben", "Folio")] }),
  "no recipient": of({ recipients: [] }),
  "a particle": of({ authors: [known("Alexander", "von Humboldt")] }),
  "particles of two words, of an editor too": draft({
    authors: [known("Anna", "van der Berg"), known("Vincent", "van Gogh")],
    editors: [known("Charles", "de Gaulle")],
  }),
  "a particle with a capital": draft({ authors: [known("Walter", "De la Mare")] }),
  "initials, hyphens and apostrophes": draft({
    authors: [known("J.R.R.", "O'Neil"), known("Jean-Paul", "Sartre")],
  }),
  "one name alone": draft({ authors: [known("", "Voltaire")] }),
  "names of Chinese": draft({ authors: [known("迅", "鲁")], title: "信", ...inLanguage("zh") }),
  "names of Hebrew and Arabic": draft({
    authors: [known("דוד", "בן גוריון"), called("جبران خليل جبران")],
    title: "رسالة",
    ...inLanguage("ar"),
  }),
  "a title with a question mark": draft({ title: "Is it war now?" }),
  "a title that calls": draft({ title: "Stop!", language: "en-GB" }),
  "a title with a full stop": draft({ title: "The letter to the Dr." }),
  "a title with quotation marks": draft({ title: "The “affair” of the 'boat' and its owner's wife" }),
  "a title with quotation marks at its end": draft({ title: "What is called “binding”" }),
  "a title that ends with a question in quotation marks": draft({ title: "What is “grey?”" }),
  "a German title with quotation marks": draft({ title: "Vom „Einband“ der Bücher", ...inLanguage("de") }),
  "a French title with quotation marks": draft({ title: "De la « reliure »", ...inLanguage("fr") }),
  "a title in small letters": draft({
    title: "draft of the state-of-the-art letter: on what a press is for",
  }),
  "a title with signs of mark-up": draft({ title: "One *star*, {two} & 50% of_it" }),
  "an edition of one editor": inEdition({ editors: [{ name: "Ada Quill", role: "editor" }] }),
  "an edition of four editors": inEdition({
    editors: ["Ada Quill", "Ben Folio", "Dora Ink", "Emil Pen"].map((name) => ({ name, role: "editor" })),
  }),
  "an edition of nobody": inEdition({ editors: [] }),
  "an editor of the document": of({ editors: [known("Dora J.", "Ink")] }),
  "three editors of the document": of({ editors: [known("Dora J.", "Ink"), clara, called("Harbour Press")] }),
  "an edition with a question mark": inEdition({ title: "What is a letter?" }),
  "no place": inEdition({ place: undefined }),
  "neither place nor publisher": inEdition({ place: undefined, publisher: "" }),
  "a publisher with a full stop": inEdition({ publisher: "Harbour Press Inc." }),
  "no day of release": inEdition({ date: undefined }),
  "a day of its own publication": of({ published: "2025-03" }),
  "a doi": of({ doi: "10.1234/letters.1.letter" }),
  "a passage of a letter with a doi": of({
    doi: "10.1234/letters.1.letter",
    address: "https://example.org/letters/letter/index.html#letter.abc",
  }),
  "no address": of({ address: undefined }),
  "a letter in an archive": of({
    kept: {
      ...{ country: "Austria", settlement: "Vienna", repository: "State Archive" },
      ...{ collection: "Papers", shelfmark: "Box 7" },
    },
  }),
  undated: of({ date: on({}) }),
  "of a year": of({ date: on({ when: "1911" }) }),
  "of a month": of({ date: on({ when: "1911-05" }) }),
  "between two days": draft({ date: on({ notBefore: "1911-03-02", notAfter: "1911-03-04" }) }),
  "between two years": draft({ date: on({ notBefore: "1910", notAfter: "1911-03" }) }),
  "not after a month": of({ date: on({ notAfter: "1911-05" }) }),
  "not before a day": of({ date: on({ notBefore: "1911-05-01" }) }),
  "through three days": of({ date: on({ from: "1894-10-01", to: "1894-10-03" }) }),
  "from month to month": of({ date: on({ from: "1894-09-28", to: "1894-10-03" }) }),
  "from year to year": of({ date: on({ from: "1893-12-31", to: "1894-01-02" }) }),
  "before our era": of({ date: on({ when: "-0044-03-15" }) }),
}

/** Documents of whose writer nothing is known. */
export const anonymous: Readonly<Record<string, BibliographicRecord>> = {
  "a letter of nobody": of({ authors: [] }),
  "a draft of nobody": draft({ authors: [], title: "Is it war now?" }),
}
