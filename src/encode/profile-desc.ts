import type { Document, EditionSettings } from "../model/edition.js"
import type { Mark } from "../model/transcription.js"
import { revisionsIn, visitInline } from "../model/walk.js"
import { text } from "../xml/tree.js"
import { encodeCorrespDesc } from "./correspondence.js"
import { encodeDate } from "./date.js"
import { calendarId, firstId, markId, movedId, revisedId, stageId } from "./named-ids.js"
import { said, some } from "./said.js"
import { type TeiElement, tei } from "./tei.js"

const calendars: Readonly<Record<string, string>> = {
  julian: "The Julian calendar, as used in the document; dates in when are Gregorian.",
  gregorian: "The Gregorian calendar.",
  hebrew: "The Hebrew calendar; dates in when are Gregorian.",
  islamic: "The Islamic calendar; dates in when are Gregorian.",
  republican: "The French Republican calendar; dates in when are Gregorian.",
}

/** The profileDesc: when and how the document came to be, its languages, calendars and correspondents. */
export function encodeProfileDesc(
  document: Document,
  settings: EditionSettings,
  languageName: (tag: string) => string,
): TeiElement {
  const { frontMatter, transcription, name } = document
  const language = frontMatter.language ?? settings.language
  const languages = new Set<string>()
  const dated = new Set<string>()
  const moved = new Map<string, Mark[]>()
  visitInline(transcription.blocks, (child) => {
    if (child.kind !== "mark") return
    const { lang, calendar, group } = child.attributes
    if (child.name === "foreign" && lang !== undefined && lang !== language) languages.add(lang)
    if (child.name === "date" && calendar !== undefined) dated.add(calendar)
    if (child.name === "transposition") moved.set(group ?? "1", [...(moved.get(group ?? "1") ?? []), child])
  })
  return tei("profileDesc", {}, [
    some("creation", [
      encodeDate(frontMatter.date),
      said("placeName", frontMatter.place),
      encodeStages(document),
    ]),
    some("abstract", [said("p", frontMatter.summary)]),
    tei("langUsage", {}, [
      said("language", languageName(language), { ident: language }),
      ...[...languages].sort().map((each) => said("language", languageName(each), { ident: each })),
    ]),
    some(
      "calendarDesc",
      [...dated]
        .sort()
        .map((each) =>
          tei("calendar", { "xml:id": calendarId(name, each) }, [said("p", calendars[each] ?? each)]),
        ),
    ),
    tei("textClass", {}, [tei("keywords", {}, [said("term", frontMatter.kind)])]),
    some(
      "listTranspose",
      [...moved].map(([group, marks]) => encodeTranspose(name, group, marks)),
    ),
    encodeCorrespDesc(document),
  ])
}

/** The order in which transposed passages are to be read. */
function encodeTranspose(name: string, group: string, marks: readonly Mark[]): TeiElement {
  const number = (mark: Mark) => Number(mark.attributes["n"] ?? "0")
  const inOrder = [...marks].sort((a, b) => number(a) - number(b))
  return tei(
    "transpose",
    {},
    inOrder.map(({ attributes: { id, n } }) =>
      tei("ptr", { target: `#${id === undefined ? movedId(name, group, n ?? "") : markId(name, id)}` }),
    ),
  )
}

/** The stages that the front matter names, between the first writing and the revisions that belong to none of them. */
function encodeStages({ frontMatter, transcription, name }: Document): TeiElement | undefined {
  const { stages } = frontMatter
  const { any, unassigned } = revisionsIn(transcription.blocks)
  if (!any && stages.length === 0) return undefined
  const first = said("change", "The first writing.", { "xml:id": firstId(name) })
  const revised = (words: string) => said("change", words, { "xml:id": revisedId(name) })
  if (stages.length === 0) {
    const words =
      "The revision: words struck and added after the first writing. In what order among themselves is not asserted."
    return tei("listChange", { ordered: "true" }, [first, revised(words)])
  }
  const ordered = tei("listChange", { ordered: "true" }, [
    first,
    ...stages.map((stage) =>
      tei("change", { "xml:id": stageId(name, stage.id), when: stage.when }, [text(stage.description)]),
    ),
  ])
  // When the others were made, before these stages or after them, is not said.
  return any && unassigned
    ? tei("listChange", {}, [ordered, revised("Revisions that are assigned to none of the stages.")])
    : ordered
}
