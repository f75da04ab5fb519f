import type { Context, Datatype } from "../datatypes/datatype.js"
import { makeDatatype } from "../datatypes/make.js"
import type { Report } from "../errors.js"
import { namespaceOf } from "../prefixes.js"
import type { SchemaFiles } from "../schema/files.js"
import type { SourceNode } from "../schema/source.js"
import { patternNames } from "../schema/syntax.js"
import { type Component, called, componentsOf } from "./components.js"
import { nameClassOf } from "./name-classes.js"
import type { Definition, Simple } from "./simple.js"

/** What a reference can see: the definitions of its grammar, and those of the grammar around that. */
interface Scope {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly around: Scope | undefined
}

/** What an element inherits: `ns` (section 4.8), its grammar, the files it was referred to from. */
interface Around {
  readonly ns: string
  readonly scope: Scope | undefined
  readonly files: readonly string[]
}

/** The sections 4.5 to 4.18 of simplification, in one pass from the root of a schema. */
export function build(root: SourceNode, schema: SchemaFiles, report: Report): Simple {
  const pattern = (node: SourceNode, outer: Around): Simple => {
    const { local, place } = node
    const around = { ...outer, ns: node.attributes.get("ns") ?? outer.ns }
    const nothing: Simple = { kind: "notAllowed", place }
    const many = (kind: "group" | "choice" | "interleave", children = node.children): Simple => {
      const parts = children
        .filter((each) => patternNames.has(each.local))
        .map((each) => pattern(each, around))
      const [only] = parts
      return parts.length === 1 && only !== undefined ? only : { kind, parts, place }
    }
    switch (local) {
      case "empty":
      case "text":
      case "notAllowed":
        return { kind: local, place }
      case "group":
      case "choice":
      case "interleave":
        return many(local)
      case "optional":
        return { kind: "choice", parts: [many("group"), { kind: "empty", place }], place }
      case "oneOrMore":
      case "list":
        return { kind: local, part: many("group"), place }
      case "zeroOrMore": {
        const repeated: Simple = { kind: "oneOrMore", part: many("group"), place }
        return { kind: "choice", parts: [repeated, { kind: "empty", place }], place }
      }
      case "mixed":
        return { kind: "interleave", parts: [many("group"), { kind: "text", place }], place }
      case "element":
      case "attribute": {
        const nameClass = nameClassOf(node, around.ns, report)
        const children = node.children.slice(node.attributes.has("name") ? 0 : 1)
        const isText = local === "attribute" && children.length === 0
        const part: Simple = isText ? { kind: "text", place } : many("group", children)
        if (local === "attribute") return { kind: local, nameClass, part, place }
        const documentation = node.documentation.replace(/\s+/g, " ").trim()
        return { kind: local, nameClass, part, documentation: documentation || undefined, place }
      }
      case "value": {
        const type = node.attributes.get("type")
        const library = type === undefined ? "" : node.library
        const datatype = datatypeOf(node, library, type ?? "token", report)
        if (datatype === undefined) return nothing
        const context = contextOf(node, around.ns)
        if (!datatype.allows(node.text, context))
          report(
            place,
            "schema-datatype",
            `${JSON.stringify(node.text)} is no ${datatype.name} (section 4.16)`,
          )
        return { kind: "value", datatype, value: node.text, context, place }
      }
      case "data": {
        const datatype = datatypeOf(node, node.library, node.attributes.get("type") ?? "token", report)
        const except = node.children.find((child) => child.local === "except")
        if (datatype === undefined) return nothing
        const within = { ...around, ns: except?.attributes.get("ns") ?? around.ns }
        const parts = except?.children.map((child) => pattern(child, within))
        return { kind: "data", datatype, except: parts && { kind: "choice", parts, place }, place }
      }
      case "ref":
        return reference(node, around.scope, report) ?? nothing
      case "parentRef":
        if (around.scope?.around === undefined) {
          report(place, "schema-reference", "no grammar is around this one (section 4.18)")
          return nothing
        }
        return reference(node, around.scope.around, report) ?? nothing
      case "externalRef":
        return external(node, around) ?? nothing
      case "grammar":
        return grammar(node, around) ?? nothing
      default:
        return nothing
    }
  }

  /** Section 4.6. */
  const external = (node: SourceNode, around: Around): Simple | undefined => {
    const opened = schema.open(node)
    if (opened === undefined) return undefined
    if (around.files.includes(opened.uri)) {
      report(node.place, "schema-reference", "the file refers to itself (section 4.6)")
      return undefined
    }
    if (!patternNames.has(opened.root.local)) {
      report(node.place, "schema-syntax", `the file's root is ${opened.root.local}, no pattern (section 4.6)`)
      return undefined
    }
    return pattern(opened.root, { ...around, files: [...around.files, opened.uri] })
  }

  /** Sections 4.17 and 4.18. */
  const grammar = (node: SourceNode, around: Around): Simple | undefined => {
    const components = componentsOf(node, around.ns, around.files, schema, report)
    const grouped = new Map<string, Component[]>()
    const definitions = new Map<string, Definition>()
    for (const component of components) {
      const { key } = component
      const same = grouped.get(key)
      if (same === undefined) grouped.set(key, [component])
      else same.push(component)
      definitions.set(key, { name: key, body: undefined })
    }
    const scope: Scope = { definitions, around: around.scope }
    for (const [key, same] of grouped) {
      const definition = definitions.get(key)
      if (definition !== undefined) definition.body = combined(same, scope)
    }
    const start = definitions.get("")
    if (start === undefined) report(node.place, "schema-reference", "the grammar has no start (section 4.18)")
    return start?.body
  }

  const combined = (same: readonly Component[], scope: Scope): Simple | undefined => {
    const bodies = same.map(({ node, ns, files }): Simple => {
      const around = { ns: node.attributes.get("ns") ?? ns, scope, files }
      const parts = node.children.map((child) => pattern(child, around))
      const [only] = parts
      return parts.length === 1 && only !== undefined ? only : { kind: "group", parts, place: node.place }
    })
    const [first] = bodies
    if (first === undefined || bodies.length === 1) return first
    const ways = new Set(same.flatMap(({ node }) => node.attributes.get("combine") ?? []))
    const silent = same.filter(({ node }) => !node.attributes.has("combine"))
    const [way] = ways
    const place = silent[1]?.node.place ?? same[1]?.node.place ?? first.place
    const name = called(same[0]?.key ?? "")
    if (silent.length > 1)
      report(place, "schema-reference", `a second ${name} that doesn't say how to combine (section 4.17)`)
    else if (ways.size > 1)
      report(
        place,
        "schema-reference",
        `one ${name} combines by choice, another by interleave (section 4.17)`,
      )
    return { kind: way === "interleave" ? "interleave" : "choice", parts: bodies, place }
  }

  return pattern(root, { ns: "", scope: undefined, files: [root.place.file.uri] })
}

function reference(node: SourceNode, scope: Scope | undefined, report: Report): Simple | undefined {
  const name = node.attributes.get("name") ?? ""
  const definition = name === "" ? undefined : scope?.definitions.get(name)
  if (definition !== undefined) return { kind: "ref", definition, place: node.place }
  report(node.place, "schema-reference", `${name} is not defined in this grammar (section 4.18)`)
  return undefined
}

/** Prefixes in a value are the schema's; a name without one has the namespace `ns`. */
function contextOf(node: SourceNode, ns: string): Context {
  return { namespaceOf: (prefix) => (prefix === "" ? ns : namespaceOf(node.prefixes, prefix)) }
}

/** Section 4.16: the datatype must exist and take the parameters. */
function datatypeOf(node: SourceNode, uri: string, type: string, report: Report): Datatype | undefined {
  const params = node.children
    .filter(({ local }) => local === "param")
    .map((param) => ({ name: param.attributes.get("name") ?? "", value: param.text }))
  const made = makeDatatype(uri, type, params)
  if (made !== undefined && typeof made !== "string") return made
  const why = made ?? `the datatype library ${uri} is not known`
  report(node.place, "schema-datatype", `${why} (section 4.16)`)
  return undefined
}
