import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { Coordinates, Entity, EntityDate, EntityKind, Identifier } from "../model/register.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import { faultIn, readXml } from "../xml/read.js"
import { localName, type XmlElement } from "../xml/tree.js"
import { authorityOf, readIdentifier, recogniseAddress } from "./authorities.js"
import { dateForm, isBackwards, isEntityDate } from "./entity-dates.js"
import { idForm, isEntityId } from "./entity-id.js"
import { checkValue } from "./source-text.js"
import { childrenOf, namesIn, wordsOf } from "./tei-names.js"
import { placesIn } from "./xml-places.js"

const kinds = { person: "person", place: "place", org: "organisation" } as const
const nameElements = { person: "persName", place: "placeName", org: "orgName" } as const
type EntryElement = keyof typeof kinds

const isEntry = (name: string): name is EntryElement => Object.hasOwn(kinds, name)

/** What goes wrong in one entry, and what of it is not taken over. */
interface Notes {
  readonly diagnostics: Diagnostic[]
  readonly unread: Set<string>
  readonly placeOf: (element: XmlElement) => SourceSpan
}

/**
 * Reads a register that is TEI: every `person`, `place` and `org`, wherever in the file, with
 *
 * - `@xml:id`, and `persName`, `placeName` or `orgName`, the first of which is the name and the others
 *   are other names; `forename` and `surname` are put in this order;
 * - `birth` and `death` with `@when`, `@notBefore`, `@notAfter`, on them or on a `date` inside;
 *   `org/@from` and `@to`;
 * - `location/geo` (“48.2083 16.3731”), `country`, and `note` or `desc`, the first of which describes;
 * - `idno` whose `@type` or `@subtype` is VIAF, GND, Wikidata or GeoNames, or that is an address there.
 *
 * What else is there is not taken over, and said once (`register-part-unread`). The value is undefined
 * where anything cannot be read: `tei-not-well-formed`, `doctype-refused`, `entry-incomplete`,
 * `field-unfit`, each at its element. Source: TEI Guidelines, chapter “Names, Dates, People, and Places”.
 */
export function readTeiRegister(source: SourceText): Outcome<readonly Entity[] | undefined> {
  const doctype = source.text.search(/<!DOCTYPE/i)
  if (doctype >= 0) {
    const span = source.spanAt(doctype, doctype + "<!DOCTYPE".length)
    return {
      value: undefined,
      diagnostics: [diagnose("doctype-refused", { problem: "it could declare entities" }, span)],
    }
  }
  const root = readXml(source.text)
  if (!root) return { value: undefined, diagnostics: [faultOf(source)] }
  const notes: Notes = { diagnostics: [], unread: new Set(), placeOf: placesIn(source, root) }
  const found: XmlElement[] = []
  const visit = (element: XmlElement) => {
    // Where an event took place is no entry of a register.
    if (localName(element) === "event") return
    if (isEntry(localName(element))) found.push(element)
    for (const child of element.children) if (child.kind === "element") visit(child)
  }
  visit(root)
  const entities = found.map((element) => readEntry(element, notes))
  if (notes.diagnostics.length > 0) return { value: undefined, diagnostics: notes.diagnostics }
  const parts = [...notes.unread].sort().join(", ")
  return {
    value: entities.filter((each) => each !== undefined),
    diagnostics:
      parts === "" ? [] : [diagnose("register-part-unread", { parts }, notes.placeOf(found[0] ?? root))],
  }
}

/** The place where the file stops being XML. Lines are counted as the validator does, by line feeds. */
function faultOf(source: SourceText): Diagnostic {
  const { message, line, column } = faultIn(source.text) ?? {
    message: "it is nested too deeply",
    line: 1,
    column: 1,
  }
  let start = 0
  for (let passed = 1; passed < line; passed++) start = source.text.indexOf("\n", start) + 1 || start
  const at = Math.min(start + Math.max(0, (column || 1) - 1), source.text.length)
  const problem = message.replace(/\.$/, "").replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
  return diagnose("tei-not-well-formed", { problem }, source.spanAt(at, at))
}

function readEntry(element: XmlElement, notes: Notes): Entity | undefined {
  const local = localName(element) as EntryElement
  const span = notes.placeOf(element)
  const incomplete = (missing: string, example: string) => {
    notes.diagnostics.push(diagnose("entry-incomplete", { element: local, missing, example }, span))
    return undefined
  }
  const id = element.attributes["xml:id"]
  if (id === undefined) return incomplete("xml:id", `<${local} xml:id="…">`)
  if (!isEntityId(id)) noteUnfit("xml:id", idForm, element, notes)
  const nameElement = nameElements[local]
  const [name, ...also] = namesIn(childrenOf(element, nameElement))
  if (name === undefined) return incomplete(nameElement, `<${nameElement}>…</${nameElement}>`)
  noteUnread(element, nameElement, notes)
  const [described] = childrenOf(element, "note", "desc")
  const description = (described && wordsOf(described)) || undefined
  const identifiers = readIdentifiers(element, notes)
  const entity = entityOf(element, kinds[local], { id, name, also, description, identifiers, span }, notes)
  const words = [name, ...also, description, entity.kind === "place" ? entity.country : undefined]
  notes.diagnostics.push(...words.flatMap((each) => checkValue(each ?? "", span)))
  return entity
}

function entityOf(element: XmlElement, kind: EntityKind, common: Omit<Entity, "kind">, notes: Notes): Entity {
  switch (kind) {
    case "person": {
      const [born, died] = [readDate(element, "birth", notes), readDate(element, "death", notes)]
      if (isBackwards(born, died)) noteUnfit("death", "it lies before birth", element, notes)
      return { kind, ...common, born, died }
    }
    case "place": {
      const within = [element, ...childrenOf(element, "location")]
      const [country] = within.flatMap((each) => childrenOf(each, "country"))
      return {
        kind,
        ...common,
        country: (country && wordsOf(country)) || undefined,
        coordinates: readCoordinates(element, notes),
      }
    }
    case "organisation": {
      const { from: founded, to: dissolved } = element.attributes
      if (founded !== undefined && !isEntityDate(founded)) noteUnfit("from", dateForm, element, notes)
      else if (dissolved !== undefined && !isEntityDate(dissolved)) noteUnfit("to", dateForm, element, notes)
      else if (isBackwards({ when: founded }, { when: dissolved }))
        noteUnfit("to", "it lies before from", element, notes)
      return { kind, ...common, founded, dissolved }
    }
    default:
      return kind satisfies never
  }
}

function noteUnfit(field: string, problem: string, element: XmlElement, notes: Notes): void {
  notes.diagnostics.push(diagnose("field-unfit", { field, problem }, notes.placeOf(element)))
}

function readIdentifiers(element: XmlElement, notes: Notes): readonly Identifier[] {
  const found = new Map<string, Identifier>()
  for (const idno of childrenOf(element, "idno")) {
    const typed = wordsOf(idno)
    const authority = authorityOf(idno.attributes["type"]) ?? authorityOf(idno.attributes["subtype"])
    const reading = authority ? readIdentifier(authority, typed) : recogniseAddress(typed)
    if (reading === undefined) notes.unread.add("idno of other authorities")
    else if (reading.identifier) found.set(reading.identifier.address, reading.identifier)
    else noteUnfit("idno", reading.problem, idno, notes)
  }
  return [...found.values()]
}

function readDate(entry: XmlElement, name: string, notes: Notes): EntityDate | undefined {
  const [event] = childrenOf(entry, name)
  if (!event) return undefined
  const dated = [event, ...childrenOf(event, "date")].find((each) =>
    ["when", "when-iso", "notBefore", "notAfter"].some((attribute) => each.attributes[attribute]),
  )
  if (!dated) {
    notes.unread.add(`${name} without a date in @when`)
    return undefined
  }
  const { when = dated.attributes["when-iso"], notBefore, notAfter } = dated.attributes
  const given = [when, notBefore, notAfter].filter((each) => each !== undefined)
  if (given.every(isEntityDate)) return when === undefined ? { notBefore, notAfter } : { when }
  noteUnfit(name, dateForm, dated, notes)
  return undefined
}

function readCoordinates(place: XmlElement, notes: Notes): Coordinates | undefined {
  // A location that names another place says where that one lies.
  const own = childrenOf(place, "location").filter((each) => childrenOf(each, "placeName").length === 0)
  const [geo] = own.flatMap((each) => childrenOf(each, "geo"))
  if (!geo) return undefined
  // “48.2, 16.4”, “48.2 16.4” and “48,2 16,4” are all in use.
  const typed = wordsOf(geo)
  const parts = typed.includes(" ")
    ? typed
        .replace(/,(?= )/, "")
        .replaceAll(",", ".")
        .split(" ")
    : typed.split(",")
  const [latitude = "", longitude = ""] = parts
  const fits = (degrees: string, most: number) =>
    /^-?\d{1,3}(\.\d+)?$/.test(degrees) && Math.abs(Number(degrees)) <= most
  if (parts.length === 2 && fits(latitude, 90) && fits(longitude, 180)) return { latitude, longitude }
  noteUnfit("geo", "write latitude and longitude in decimal degrees, as 48.2083 16.3731", geo, notes)
  return undefined
}

const takenOver = ["idno", "note", "desc", "birth", "death", "location", "country"]

function noteUnread(entry: XmlElement, nameElement: string, notes: Notes): void {
  if (childrenOf(entry, "note", "desc").length > 1) notes.unread.add("further notes")
  for (const child of entry.children) {
    if (child.kind === "text") continue
    const name = localName(child)
    if (name === "birth" || name === "death") {
      for (const part of child.children)
        if (part.kind === "element" && localName(part) !== "date")
          notes.unread.add(`${name}/${localName(part)}`)
    }
    if (name !== nameElement && !takenOver.includes(name) && !isEntry(name)) notes.unread.add(name)
  }
}
