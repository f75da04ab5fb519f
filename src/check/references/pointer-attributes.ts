/**
 * What an attribute points at. `link` is anything; `name` is an address that only names something, such as a
 * namespace, and is not followed; `base` is xml:base.
 */
export type Role =
  | "link"
  | "name"
  | "base"
  | "image"
  | "facsimile"
  | "hand"
  | "stage"
  | "speaker"
  | "reference"
  | "responsible"
  | "witness"
  | "declared"
  | "span"
  | "chain"
  | "moment"
  | "calendar"
  | "rendition"
  | "transposed"

/** An attribute whose datatype is teidata.pointer. */
export interface PointerAttribute {
  readonly role: Role
  /** Whether it holds a list of pointers with blanks between them. */
  readonly several: boolean
}

interface Row extends PointerAttribute {
  readonly name: string
  /** The elements on which it is a pointer; all if none are named. */
  readonly on?: readonly string[]
}

const row = (role: Role, several: boolean, names: string, on?: string): readonly Row[] =>
  names
    .split(" ")
    .map((name) => ({ name, role, several, ...(on === undefined ? {} : { on: on.split(" ") }) }))

/**
 * The attributes that point in TEI P5 (datatype teidata.pointer or a list of it; release 4.12). Rows with
 * elements go before rows without. `key` and `cRef` are no pointers.
 */
const rows: readonly Row[] = [
  ...row("transposed", true, "target", "ptr@transpose"),
  ...row("link", false, "target", "rt relatedItem fsdLink specGrpRef"),
  ...row("image", false, "url", "graphic media binaryObject"),
  ...row("name", false, "url uri filter", "moduleRef equiv"),
  ...row("name", false, "ref", "dataRef"),
  ...row("link", false, "ref", "g"),
  ...row("name", false, "name", "namespace"),
  ...row("name", true, "require except", "anyElement"),
  ...row("name", false, "property", "citeData"),
  ...row("link", false, "from to", "rt span app arc"),
  ...row("link", false, "value", "node root iNode leaf eTree triangle eLeaf"),
  ...row("link", true, "adj adjFrom adjTo", "node"),
  ...row("link", true, "children", "root iNode"),
  ...row("link", false, "parent follow", "iNode leaf"),
  ...row("link", true, "active passive mutual", "relation"),
  ...row("link", true, "class", "msContents msItem msItemStruct"),
  ...row("link", false, "code", "occupation socecStatus"),
  ...row("link", false, "scheme", "keywords classCode catRef locus locusGrp occupation socecStatus"),
  ...row("link", false, "start", "surface zone line path"),
  ...row("link", true, "parts", "nym"),
  ...row("link", true, "given", "certainty"),
  ...row("link", false, "fVal", "f"),
  ...row("link", true, "feats", "fs"),
  ...row("link", false, "fromUnit toUnit", "conversion"),
  ...row("moment", false, "origin", "timeline"),
  ...row("moment", false, "since", "when"),
  ...row("link", true, "replyTo", "post"),
  ...row("name", true, "defaultExceptions", "schemaSpec"),
  ...row("hand", false, "new", "handShift"),
  ...row("name", false, "location", "variantEncoding"),
  ...row("name", false, "start", "schemaSpec"),
  ...row("link", false, "copyOf sameAs datingMethod datingPoint lemmaRef unitRef location mergedIn"),
  ...row("link", true, "ana corresp exclude select synch datcat valueDatcat targetDatcat domains edRef"),
  ...row("link", true, "inst nymRef period require scribeRef scriptRef source target targetEnd where"),
  ...row("chain", false, "next prev"),
  ...row("hand", false, "hand"),
  ...row("stage", true, "change"),
  ...row("speaker", true, "who toWhom perf"),
  ...row("reference", true, "ref"),
  ...row("responsible", true, "resp"),
  ...row("witness", true, "wit"),
  ...row("declared", true, "decls"),
  ...row("facsimile", true, "facs"),
  ...row("span", false, "spanTo"),
  ...row("moment", false, "end start"),
  ...row("calendar", true, "calendar"),
  ...row("rendition", true, "rendition"),
  ...row("link", false, "url"),
  ...row("name", false, "ns"),
  ...row("base", false, "xml:base"),
]

const byPlace = new Map<string, PointerAttribute>()
for (const each of rows)
  for (const element of each.on ?? ["*"])
    if (!byPlace.has(`${element}/${each.name}`)) byPlace.set(`${element}/${each.name}`, each)
const names: ReadonlySet<string> = new Set(rows.map((each) => each.name))

/** What a TEI attribute points at, by its name and the elements it stands on and in; none if it is no pointer. */
export function pointerAttribute(
  name: string,
  element: string,
  parent: string | undefined,
): PointerAttribute | undefined {
  if (!names.has(name)) return undefined
  return (
    byPlace.get(`${element}@${parent}/${name}`) ??
    byPlace.get(`${element}/${name}`) ??
    byPlace.get(`*/${name}`)
  )
}
