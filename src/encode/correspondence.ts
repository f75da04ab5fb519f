import type { Document, FrontMatter } from "../model/edition.js"
import { text } from "../xml/tree.js"
import { encodeDate } from "./date.js"
import { entityId } from "./registers.js"
import { type TeiElement, tei } from "./tei.js"

/** What happened to the document: a letter was sent, a draft only composed, a release published. */
function actionsOf(frontMatter: FrontMatter): {
  readonly type?: string
  readonly from: string
  readonly to: string
  readonly note?: string
} {
  if (frontMatter.kind === "draft") {
    return { type: "draft", from: "composed", to: "addressed", note: "A draft: this text was never sent." }
  }
  if (frontMatter.kind === "press-release" || frontMatter.status === "published") {
    return {
      type: "publication",
      from: "published",
      to: "addressed",
      note: "Made public; the letter itself is another witness.",
    }
  }
  if (frontMatter.status === "unknown")
    return { from: "composed", to: "addressed", note: "Whether it was sent is not stated." }
  if (frontMatter.status === "unsent") {
    return { type: "unsent", from: "composed", to: "addressed", note: "This letter was never sent." }
  }
  return { from: "sent", to: "received" }
}

/** The correspDesc; `sent` and `received` are said only of what was sent. */
export function encodeCorrespDesc(document: Document): TeiElement {
  const { frontMatter } = document
  const actions = actionsOf(frontMatter)
  const { correspondents } = document
  const named = (element: string, name: string | undefined) => {
    if (name === undefined) return undefined
    const entity = correspondents.get(name)
    const attributes = entity ? { ref: `#${entityId(document.name, entity)}` } : {}
    return tei(element, attributes, [text(name)])
  }
  const person = (name: string) =>
    named(correspondents.get(name)?.kind === "organisation" ? "orgName" : "persName", name)
  const place = named("placeName", frontMatter.place)
  const related = frontMatter.witnesses.map((witness) =>
    tei("ref", { type: "witness", target: `${witness.document}.xml` }, [text(witness.relation)]),
  )
  return tei("correspDesc", { type: actions.type }, [
    tei("correspAction", { type: actions.from }, [
      person(frontMatter.sender),
      place,
      encodeDate(frontMatter.date),
    ]),
    tei("correspAction", { type: actions.to }, [person(frontMatter.recipient)]),
    related.length > 0 ? tei("correspContext", {}, related) : undefined,
    actions.note ? tei("note", {}, [text(actions.note)]) : undefined,
  ])
}
