import type { PlacedElement } from "../../xml/elements.js"
import type { Role } from "./pointer-attributes.js"

/** What an element is about, so far as a pointer can mistake it for something else. */
type Kind =
  | "person"
  | "place"
  | "org"
  | "event"
  | "work"
  | "witness"
  | "hand"
  | "stage"
  | "image"
  | "moment"
  | "calendar"
  | "rendition"
  | "category"
  | "text"

/** The elements of each kind. What is in none is never called a mistake: TEI leaves most pointers open. */
const elements: Readonly<Record<Kind, string>> = {
  person:
    "person personGrp persona persName role castItem actor respStmt editor author principal sponsor funder nym",
  place: "place placeName settlement country region district geogName bloc",
  org: "org orgName",
  event: "event",
  work: "bibl biblStruct biblFull msItem",
  witness: "witness listWit msDesc msPart msFrag object",
  hand: "handNote",
  stage: "change listChange",
  image: "facsimile sourceDoc surface surfaceGrp zone graphic media binaryObject",
  moment: "when timeline",
  calendar: "calendar",
  rendition: "rendition",
  category: "category taxonomy",
  text: "p div ab l lg opener closer salute signed postscript dateline pb lb cb",
}

const kinds = new Map<string, Kind>()
for (const [kind, names] of Object.entries(elements))
  for (const name of names.split(" ")) kinds.set(name, kind as Kind)

/** What TEI calls declarable, at which decls points (Guidelines 16.3.1). */
const declarable: ReadonlySet<string> = new Set(
  (
    "availability bibl biblFull biblStruct broadcast correction correspDesc editorialDecl equipment geoDecl " +
    "hyphenation interpretation langUsage listApp listBibl listEvent listNym listObject listOrg listPerson " +
    "listPlace metDecl msDesc normalization object particDesc projectDesc punctuation quotation recording " +
    "refsDecl samplingDecl scriptStmt segmentation seriesStmt settingDesc sourceDesc stdVals styleDefDecl " +
    "textClass textDesc xenoData"
  ).split(" "),
)

interface Expectation {
  readonly kinds: readonly Kind[]
  readonly words: string
}

const expectations: Readonly<Partial<Record<Role, Expectation>>> = {
  speaker: { kinds: ["person", "org"], words: "a person or a group of persons" },
  responsible: { kinds: ["person", "org", "hand", "work", "witness"], words: "who is responsible for it" },
  facsimile: { kinds: ["image"], words: "an image, a surface or a zone" },
  image: { kinds: ["image"], words: "an image" },
  witness: { kinds: ["witness", "work", "hand", "stage"], words: "a witness" },
  moment: { kinds: ["moment", "text"], words: "a moment of a timeline" },
  calendar: { kinds: ["calendar", "category"], words: "a calendar" },
  rendition: { kinds: ["rendition", "category"], words: "a rendition" },
}

const people: Expectation = { kinds: ["person", "org"], words: "a person" }
const places: Expectation = { kinds: ["place", "org"], words: "a place" }
const groups: Expectation = { kinds: ["org", "place", "person"], words: "an organisation" }

/** What `ref` leads to by the name that has it. A title, a term or an `rs` may mean anything. */
const ofNames: Readonly<Record<string, Expectation>> = {
  persName: people,
  author: people,
  editor: people,
  placeName: places,
  settlement: places,
  country: places,
  region: places,
  district: places,
  geogName: places,
  orgName: groups,
}

/** What a pointer should lead to, where it leads to something that is plainly another thing. */
export function mistaken(role: Role, from: PlacedElement, to: PlacedElement): string | undefined {
  if (role === "declared") return declarable.has(to.local) ? undefined : "a declaration of the header"
  const expectation = role === "reference" ? ofNames[from.local] : expectations[role]
  const kind = kinds.get(to.local)
  if (expectation === undefined || kind === undefined || expectation.kinds.includes(kind)) return undefined
  return expectation.words
}
