import type { Words } from "../model/page.js"
import type { DocumentChange, HeaderChange, PassageChange } from "./changes.js"

/** What a change log is of. */
export interface LoggedRelease {
  readonly title: string
  readonly version: string
  readonly date: string
  /** The release with which this one is compared; none for the first. */
  readonly previous?: string
  /** The titles of all documents, old and new, by their names. */
  readonly titles: ReadonlyMap<string, string>
}

/** No quotation in the log is longer, in characters. */
const longest = 160

/**
 * The change log of a release in Markdown, in the words of the pages: what is new, what has gone, and of each
 * document that changed what was reworded, moved, marked otherwise or described otherwise.
 */
export function changeLog(release: LoggedRelease, changes: readonly DocumentChange[], words: Words): string {
  const say = saying(words)
  const { title, version, date, previous, titles } = release
  const lines = [`# ${say("changes-title", { title: plain(title), version, date })}`, ""]
  if (previous === undefined) {
    lines.push(say("changes-first"), "")
    for (const [name, each] of titles) lines.push(`- ${plain(each)} (${name})`)
    return `${lines.join("\n")}\n`
  }
  lines.push(say(changes.length === 0 ? "changes-nothing" : "changes-since", { previous }))
  for (const { name, kind, from, header, passages } of changes) {
    lines.push("", `## ${plain(titles.get(name) ?? name)} (${name})`, "")
    if (kind === "new") lines.push(`- ${say("changes-document-new")}`)
    if (kind === "gone") lines.push(`- ${say("changes-document-gone")}`)
    if (from !== undefined) lines.push(`- ${say("changes-document-renamed", { from: plain(from) })}`)
    for (const each of header) lines.push(`- ${headerLine(each, say)}`)
    for (const each of passages) for (const line of passageLines(each, titles, say)) lines.push(`- ${line}`)
  }
  return `${lines.join("\n")}\n`
}

type Say = (key: string, values?: Readonly<Record<string, string>>) => string

const saying =
  (words: Words): Say =>
  (key, values = {}) =>
    (words[key] ?? key).replace(/\{([a-z-]+)\}/g, (place, name: string) => values[name] ?? place)

/** What a field of the header is called; the others are called by the way to them. */
const fields: readonly (readonly [RegExp, string])[] = [
  [/titleStmt\/title/, "changes-field-title"],
  [/correspAction.*\/date|creation\/date|origDate/, "changes-field-date"],
  [/correspAction.*(?:persName|orgName|name)|titleStmt\/author/, "changes-field-correspondents"],
  [/(?:editor|respStmt)/, "changes-field-responsibility"],
  [/correspAction.*place|creation\/.*place/i, "changes-field-place"],
  [/msIdentifier/, "changes-field-shelfmark"],
  [/handNote/, "changes-field-hands"],
  [/listChange|creation/, "changes-field-stages"],
  [/availability/, "changes-field-rights"],
  [/abstract/, "changes-field-abstract"],
  [/editorialDecl/, "changes-field-conventions"],
]

function headerLine({ field, was, now }: HeaderChange, say: Say): string {
  if (field === "") return say("changes-unread")
  const key = fields.find(([way]) => way.test(field))?.[1]
  const called = key === undefined ? say("changes-field-other", { field }) : say(key)
  if (was === "") return say("changes-field-come", { field: called, now: quoted(now, say) })
  if (now === "") return say("changes-field-gone", { field: called, was: quoted(was, say) })
  return say("changes-field", { field: called, was: quoted(was, say), now: quoted(now, say) })
}

function passageLines(change: PassageChange, titles: LoggedRelease["titles"], say: Say): readonly string[] {
  const at = change.id === "" ? say("changes-unnamed") : `\`${change.id}\``
  const passage = say("changes-passage", { beginning: quoted(change.beginning, say), id: at })
  switch (change.kind) {
    case "new":
      return [say("changes-passage-new", { passage })]
    case "gone":
      return [say("changes-passage-gone", { passage })]
    case "come":
    case "left": {
      const document = say("quoted", { words: plain(titles.get(change.document) ?? change.document) })
      return [
        say(change.kind === "come" ? "changes-passage-come" : "changes-passage-left", { passage, document }),
      ]
    }
    case "moved":
      return [say("changes-passage-moved", { passage })]
    case "reworded":
      return change.changes.map(({ was, now }) =>
        say("changes-words", { passage, was: quoted(was, say), now: quoted(now, say) }),
      )
    case "marked": {
      const tags = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ")
      return [
        change.gone.length + change.come.length === 0
          ? say("changes-marks", { passage })
          : say(
              change.come.length === 0
                ? "changes-marks-gone"
                : change.gone.length === 0
                  ? "changes-marks-come"
                  : "changes-marks-other",
              { passage, gone: tags(change.gone), come: tags(change.come) },
            ),
      ]
    }
  }
}

function quoted(text: string, say: Say): string {
  const shown = text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, "")} …` : text
  return say("quoted", { words: plain(shown) })
}

/** What Markdown or HTML would take for mark-up stands as it is. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`).replace(/\s+/g, " ")
