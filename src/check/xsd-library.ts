import { addressOf } from "../model/address.js"

type Libxml2 = typeof import("libxml2-wasm")
export type XmlDocument = import("libxml2-wasm").XmlDocument

/** One complaint of libxml2: `line` from 1, `path` an XPath of its own making, `file` a path. */
export interface Complaint {
  readonly message: string
  readonly line: number
  readonly path: string | undefined
  readonly file: string | undefined
}

/** A schema's file by its path from the edition's folder, undefined where it may not or cannot be read. */
export type LoadSchema = (path: string) => string | undefined

/** What stands before a path where libxml2 wants an address: no scheme that anything could be fetched by. */
const scheme = "stet:/"

let library: Promise<Libxml2> | undefined
let source: LoadSchema | undefined

/**
 * libxml2, loaded when the first XSD is opened; few editions have one. Every file that it asks for comes
 * from `source`: it reaches no disk and no network by itself.
 */
export async function openLibrary(): Promise<Libxml2> {
  library ??= import("libxml2-wasm").then((loaded) => {
    const { xmlRegisterInputProvider, openBuffer, readBuffer, closeBuffer } = loaded
    xmlRegisterInputProvider({
      // All names are ours, so that nothing is left to its own ways of opening files.
      match: () => true,
      open: (address) => {
        const text = textAt(address)
        return text === undefined ? undefined : openBuffer(new TextEncoder().encode(text))
      },
      read: readBuffer,
      close: (handle) => {
        closeBuffer(handle)
        return true
      },
    })
    return loaded
  })
  return library
}

function textAt(address: string): string | undefined {
  if (/^https?:\/\/www\.w3\.org\/2001\/(03\/|xml\/)?xml\.xsd$/.test(address)) return xmlNamespace
  return address.startsWith(scheme) ? source?.(pathIn(address) ?? "") : undefined
}

/** Does what may open other files while `load` answers for them; it is not asynchronous, so nothing comes between. */
export function loadingBy<T>(load: LoadSchema, work: () => T): T {
  source = load
  try {
    return work()
  } finally {
    source = undefined
  }
}

export const addressFor = (path: string): string => scheme + encodeURI(path)

/** The path that an address of libxml2 stands for. */
export function pathIn(address: string): string | undefined {
  if (!address.startsWith(scheme)) return undefined
  const found = addressOf(address.slice(scheme.length), "")
  return found.kind === "path" ? found.path : undefined
}

/** Reads a text that is known to be well-formed and to have no DOCTYPE. */
export function parseDocument(
  { XmlDocument, ParseOption }: Libxml2,
  text: string,
  path: string,
): XmlDocument {
  const option =
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_NONET |
    // The text is decoded, whatever encoding its first line declares.
    ParseOption.XML_PARSE_IGNORE_ENC |
    ParseOption.XML_PARSE_HUGE |
    ParseOption.XML_PARSE_BIG_LINES
  return XmlDocument.fromString(text, { url: addressFor(path), option })
}

/** What libxml2 complains of while it works; warnings are left out. */
export function complaintsOf({ XmlLibError, XmlError }: Libxml2, work: () => void): readonly Complaint[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    if (!(error instanceof XmlLibError))
      return [{ message: error.message, line: 1, path: undefined, file: undefined }]
    return error.details
      .filter(({ level }) => level > 1)
      .map(({ message, line, xpath, file }) => ({
        message: message.trim(),
        line,
        path: xpath,
        file: file === undefined ? undefined : pathIn(file),
      }))
  }
}

// The attributes that XML itself has; nearly every schema asks the network for them.
const xmlNamespace = `<xs:schema targetNamespace="http://www.w3.org/XML/1998/namespace" xmlns:xs="http://www.w3.org/2001/XMLSchema" xml:lang="en">
<xs:attribute name="lang"><xs:simpleType><xs:union memberTypes="xs:language"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:attribute>
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attribute name="base" type="xs:anyURI"/>
<xs:attribute name="id" type="xs:ID"/>
<xs:attributeGroup name="specialAttrs"><xs:attribute ref="xml:base"/><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:space"/><xs:attribute ref="xml:id"/></xs:attributeGroup>
</xs:schema>`
