import { documentKinds, type FrontMatter } from "../../src/model/edition.js"
import { decodeAgain, divOf, type Encoded, encodeFile, placesOf, type Rules } from "../encoding.js"

/** What an editor types, on a page of the manual, and what is expected to come of it. */
export interface Example {
  /** Of the page: where the transcription's fence stands. */
  readonly line: number
  /** The fields given besides the required ones, which every example has. */
  readonly frontMatter: string
  /** The body; or, with `whole`, the entire file. */
  readonly typed: string
  readonly whole: boolean
  readonly rules: Rules
  readonly tei: string | undefined
  readonly diagnostics: readonly string[]
  /** TEI whose decoding is to stand in the place of what is typed. */
  readonly again?: string
}

export interface Result {
  readonly tei: string | undefined
  readonly diagnostics: readonly string[]
  readonly whole: Encoded
}

interface Fence {
  readonly info: string
  readonly content: string
  /** Lines of the page, from 0: the opening fence, and after the closing one. */
  readonly from: number
  readonly to: number
}

function fencesOf(page: string): readonly Fence[] {
  const lines = page.split("\n")
  const fences: Fence[] = []
  for (let from = 0; from < lines.length; from++) {
    const info = /^```(\S.*)$/.exec(lines[from] ?? "")?.[1]
    if (info === undefined) continue
    const end = lines.indexOf("```", from + 1)
    if (end < 0) throw new Error(`The fence in line ${from + 1} is not closed.`)
    const content = lines
      .slice(from + 1, end)
      .map((line) => `${line}\n`)
      .join("")
    fences.push({ info, content, from, to: end + 1 })
    from = end
  }
  return fences
}

/** One example: what is typed, in one fence or two, and the fences of what is expected after it. */
interface Group {
  readonly front: Fence | undefined
  /** A register of people, places or organisations, which serves all examples after it on the page. */
  readonly register: Fence | undefined
  readonly typed: Fence
  readonly expected: readonly Fence[]
}

function groupsOf(page: string): readonly Group[] {
  const groups: { front: Fence | undefined; register: Fence | undefined; typed: Fence; expected: Fence[] }[] =
    []
  let front: Fence | undefined
  let register: Fence | undefined
  for (const fence of fencesOf(page)) {
    const [kind] = fence.info.split(" ")
    if (kind === "front-matter") front = fence
    else if (kind === "register") register = fence
    else if (kind === "transcription" || kind === "file") {
      groups.push({ front, register, typed: fence, expected: [] })
      front = undefined
    } else if (kind === "tei" || kind === "diagnostics") groups.at(-1)?.expected.push(fence)
    else throw new Error(`Line ${fence.from + 1}: “${fence.info}” is no fence of an example.`)
  }
  return groups
}

export function examplesOf(page: string): readonly Example[] {
  return groupsOf(page).map(({ front, register, typed, expected }) => {
    const content = (kind: string) => expected.find((each) => each.info === kind)?.content
    return {
      line: typed.from + 1,
      frontMatter: front?.content ?? "",
      typed: withCharacters(typed.content),
      whole: typed.info.startsWith("file"),
      rules: rulesOf(typed, register),
      tei: content("tei"),
      diagnostics: (content("diagnostics") ?? "").split("\n").filter((line) => line !== ""),
    }
  })
}

/** “transcription substitution=marked kind=press-release profile=fromthepage”; `profile=none`: the edition names none */
function rulesOf(fence: Fence, register: Fence | undefined): Rules {
  let kind: FrontMatter["kind"] = "letter"
  const conventions: { substitution?: "neighbouring" | "marked"; falseStart?: "repeated-label" | "marked" } =
    {}
  let profile: string | undefined
  for (const setting of fence.info.split(" ").slice(1)) {
    const [key, value] = setting.split("=")
    const named = documentKinds.find((each) => each === value)
    if (key === "kind" && named) kind = named
    else if (key === "substitution" && (value === "marked" || value === "neighbouring"))
      conventions.substitution = value
    else if (key === "falseStart" && (value === "marked" || value === "repeated-label"))
      conventions.falseStart = value
    else if (key === "profile") profile = value
    else throw new Error(`Line ${fence.from + 1}: “${setting}” is no setting of an example.`)
  }
  return {
    kind,
    conventions,
    ...(profile === "none" ? { unstated: true } : profile === undefined ? {} : { profile }),
    ...(register === undefined ? {} : { register: register.content }),
  }
}

// Invisible characters stand on a page as [[U+202E]].
const withCharacters = (text: string) =>
  text.replace(/\[\[U\+([0-9A-F]{4,6})\]\]/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
const withNames = (text: string) =>
  text.replace(
    /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0]/g,
    (each) => `[[U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]]`,
  )

/** The required fields come last, so that line 2 of the file is the first line of the fence. */
const required = (kind = "letter") =>
  `title: An example\nkind: ${kind}\nsender: Ada Quill\nrecipient: Ben Folio\nlicence: unknown\n`

/** What stet makes of an example; nothing is written where there is an error. */
export function resultOf(example: Example): Result {
  const front = `---\n${example.frontMatter}${required(example.rules.kind)}---\n`
  const typed =
    example.again === undefined ? example.typed : (decodeAgain(example.again, example.rules)?.body ?? "")
  const encode = (text: string) => encodeFile(new TextEncoder().encode(text), example.rules)
  const whole = encode(example.whole ? typed : front + typed)
  // A body's lines are counted from its own first line, as the page shows them.
  const lead = example.whole || example.frontMatter !== "" ? 0 : front.split("\n").length - 1
  const diagnostics = placesOf(whole.diagnostics).map((place) =>
    place.replace(/^\d+/, (line) => String(Number(line) - lead)),
  )
  const failed = whole.diagnostics.some((each) => each.severity === "error")
  const tei = failed || whole.tei === undefined ? undefined : withNames(ended(divOf(whole.tei)))
  return { tei, diagnostics, whole }
}

const ended = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`)

/** The page with the expectations that stet fulfils today. */
export function written(page: string): string {
  const lines = page.split("\n")
  const groups = groupsOf(page)
  const examples = examplesOf(page)
  // From the end, so that the lines before stay where they are.
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index]
    const example = examples[index]
    if (!group || !example) continue
    const { tei, diagnostics } = resultOf(example)
    const fence = (info: string, content: string) => [
      "",
      `\`\`\`${info}`,
      ...content.split("\n").slice(0, -1),
      "```",
    ]
    const fences = [
      ...(tei === undefined ? [] : fence("tei", tei)),
      ...(diagnostics.length === 0 ? [] : fence("diagnostics", `${diagnostics.join("\n")}\n`)),
    ]
    lines.splice(group.typed.to, (group.expected.at(-1)?.to ?? group.typed.to) - group.typed.to, ...fences)
  }
  return lines.join("\n")
}
