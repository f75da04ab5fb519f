import {
  type Coordinates,
  type Entity,
  type EntityDate,
  type EntityKind,
  entityKinds,
} from "../model/register.js"
import { text } from "../xml/tree.js"
import { said } from "./said.js"
import { type TeiElement, type TeiNode, tei } from "./tei.js"

/** The elements of each kind of entry: the list that holds it, its own, and that of its names. */
export const elementsOf = {
  person: { list: "listPerson", entry: "person", name: "persName" },
  place: { list: "listPlace", entry: "place", name: "placeName" },
  organisation: { list: "listOrg", entry: "org", name: "orgName" },
} as const satisfies Readonly<Record<EntityKind, Readonly<Record<"list" | "entry" | "name", string>>>>

/** The id of a register's entry in one document's TEI; a reference writes it as `#…`. */
export function entityId(documentName: string, entity: Entity): string {
  return `${documentName}.${entity.kind}-${entity.id}`
}

/**
 * The entries that a document refers to, each once, sorted by kind and id, so that the order of the
 * references changes nothing. Undefined without entries, since TEI's `standOff` may not be empty. It
 * stands between `teiHeader` and `text` (TEI Guidelines, section “The standOff Container”), and has no
 * blanks between its elements: `indented` sets them on lines.
 */
export function encodeStandOff(entities: readonly Entity[], documentName: string): TeiElement | undefined {
  const unique = new Map(entities.map((entity) => [entityId(documentName, entity), entity]))
  const lists = entityKinds.flatMap((kind) => {
    const ofKind = [...unique.values()].filter((entity) => entity.kind === kind)
    if (ofKind.length === 0) return []
    const sorted = ofKind.sort((a, b) => (a.id < b.id ? -1 : 1))
    return [
      tei(
        elementsOf[kind].list,
        {},
        sorted.map((entity) => encodeEntity(entity, documentName)),
      ),
    ]
  })
  return lists.length === 0 ? undefined : tei("standOff", {}, lists)
}

/** The first name is what the edition calls the entry; the other names follow it. */
function encodeEntity(entity: Entity, documentName: string): TeiElement {
  const { entry, name } = elementsOf[entity.kind]
  const id = entityId(documentName, entity)
  const names = [entity.name, ...entity.also].map((each) => said(name, each))
  // TEI asks for this order: what the entry is, where it is catalogued, what there is to say of it.
  const rest = [
    ...entity.identifiers.map(({ authority, address }) =>
      tei("idno", { type: authority }, [text(address)], entity.span),
    ),
    said("note", entity.description),
  ]
  const element = (
    attributes: Readonly<Record<string, string | undefined>>,
    own: readonly (TeiNode | undefined)[],
  ) => tei(entry, { "xml:id": id, ...attributes }, [...names, ...own, ...rest], entity.span)
  switch (entity.kind) {
    case "person":
      return element({}, [encodeEvent("birth", entity.born), encodeEvent("death", entity.died)])
    case "place":
      return element({}, [encodeLocation(entity.country, entity.coordinates)])
    case "organisation":
      return element({ from: entity.founded, to: entity.dissolved }, [])
    default:
      return entity satisfies never
  }
}

function encodeEvent(name: "birth" | "death", date: EntityDate | undefined): TeiElement | undefined {
  if (!date) return undefined
  const { when, notBefore, notAfter } = date
  return tei(name, { when, notBefore, notAfter })
}

function encodeLocation(
  country: string | undefined,
  coordinates: Coordinates | undefined,
): TeiElement | undefined {
  if (country === undefined && coordinates === undefined) return undefined
  return tei("location", {}, [
    said("country", country),
    coordinates && said("geo", `${coordinates.latitude} ${coordinates.longitude}`),
  ])
}
