import type { Report } from "../errors.js"
import type { NameClass } from "../name-class.js"
import { namespaceOf } from "../prefixes.js"
import type { SourceNode } from "../schema/source.js"

/** What the name class stands in: which of them it may hold (section 4.16). */
type Within = "top" | "anyName" | "nsName"

const xmlns = "http://www.w3.org/2000/xmlns"

/** The expanded name of a QName in a schema (sections 4.8 to 4.10). */
function expanded(written: string, node: SourceNode, ns: string, report: Report): NameClass {
  const [first = "", second] = written.split(":")
  if (second === undefined) return { kind: "name", namespace: ns, local: first }
  const namespace = namespaceOf(node.prefixes, first)
  if (namespace === undefined)
    report(node.place, "schema-reference", `the prefix ${first} is not declared (section 4.10)`)
  return { kind: "name", namespace: namespace ?? "", local: second }
}

/** The name class of an `element` or `attribute`, from its attribute `name` or its first child. */
export function nameClassOf(node: SourceNode, ns: string, report: Report): NameClass {
  const written = node.attributes.get("name")
  const isAttribute = node.local === "attribute"
  // An attribute's name without a prefix has no namespace unless the attribute says so itself.
  const own = isAttribute && !node.attributes.has("ns") ? "" : ns
  const [child] = node.children
  const nameClass =
    written !== undefined
      ? expanded(written, node, own, report)
      : child === undefined
        ? undefined
        : read(child, ns, "top", report)
  if (nameClass === undefined) return { kind: "nameChoice", parts: [] }
  if (isAttribute) checkXmlns(nameClass, node, report)
  return nameClass
}

/** Section 4.16: `xmlns` declares a namespace and is no attribute. */
function checkXmlns(nameClass: NameClass, node: SourceNode, report: Report): void {
  const isOpen = nameClass.kind === "anyName" || nameClass.kind === "nsName"
  if (isOpen && nameClass.except !== undefined) checkXmlns(nameClass.except, node, report)
  if (nameClass.kind === "anyName") return
  if (nameClass.kind === "nameChoice") {
    for (const part of nameClass.parts) checkXmlns(part, node, report)
    return
  }
  const isDeclaration = nameClass.kind === "name" && nameClass.namespace === "" && nameClass.local === "xmlns"
  if (isDeclaration || nameClass.namespace.replace(/\/$/, "") === xmlns)
    report(node.place, "schema-restriction", "xmlns is no attribute of a document (section 4.16)")
}

function read(node: SourceNode, outer: string, within: Within, report: Report): NameClass {
  const ns = node.attributes.get("ns") ?? outer
  switch (node.local) {
    case "name":
      return expanded(node.text.trim(), node, ns, report)
    case "choice":
      return { kind: "nameChoice", parts: node.children.map((child) => read(child, ns, within, report)) }
    case "anyName":
      if (within !== "top")
        report(node.place, "schema-restriction", `no anyName may stand in except of ${within} (section 4.16)`)
      return { kind: "anyName", except: exceptOf(node, ns, "anyName", report) }
    case "nsName":
      if (within === "nsName")
        report(node.place, "schema-restriction", "no nsName may stand in except of nsName (section 4.16)")
      return { kind: "nsName", namespace: ns, except: exceptOf(node, ns, "nsName", report) }
    default:
      return { kind: "nameChoice", parts: [] }
  }
}

function exceptOf(node: SourceNode, outer: string, within: Within, report: Report): NameClass | undefined {
  const except = node.children.find(({ local }) => local === "except")
  if (except === undefined) return undefined
  const ns = except.attributes.get("ns") ?? outer
  return { kind: "nameChoice", parts: except.children.map((child) => read(child, ns, within, report)) }
}
