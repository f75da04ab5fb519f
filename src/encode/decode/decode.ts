import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.js"
import type { FrontMatter } from "../../model/edition.js"
import { identifiedImages } from "../../model/facsimile.js"
import { type Entity, entityKinds } from "../../model/register.js"
import { startOfFile } from "../../model/source-span.js"
import { scopes } from "../header.js"
import { textId } from "../named-ids.js"
import { elementsOf } from "../registers.js"
import type { TeiElement } from "../tei.js"
import { type DecodeContext, refuse, withoutPrefix } from "./attributes.js"
import { type BodyReading, decodeBody } from "./body.js"
import { decodePages } from "./facsimile.js"
import { decodeFrontMatter } from "./front-matter.js"
import type { TypingRules } from "./typing.js"
import { childrenOf, inside, readTei, wordsIn } from "./xml.js"
import { writeFrontMatter } from "./yaml.js"

/** What the reader is asked with a typed body: the document's kind, and the entries it may refer to. */
export interface ReadingAbout {
  readonly kind: FrontMatter["kind"]
  readonly entities: readonly Entity[]
}

/** How a transcription is typed, and the reader that says how what is typed is read. */
export interface WayBack extends TypingRules {
  readonly read: (typed: string, about: ReadingAbout) => BodyReading
}

/** A TEI file as a transcription again. */
export interface Decoded {
  /** Without a header, as in a body by itself, there is none. */
  readonly frontMatter: FrontMatter | undefined
  readonly body: string
  /** The whole file; the body alone where there is no front matter. */
  readonly text: string
}

/**
 * Writes the transcription that a TEI file of stet's stands for, in normal form:
 *
 * - the front matter has the fields that the header says, in the order of the manual; emendations stand in
 *   the text as `:sic[…]{corr=…}`;
 * - each phenomenon is typed with the sign of the profile that says most about it, the first of several,
 *   and what the sign does not say follows in braces; without a sign, as a directive `:name[…]{…}`; what
 *   is usual goes without saying, and so does the hand of the revisions;
 * - a backslash stands only before a character that would be read as a sign;
 * - a paragraph is typed by itself where its wording and place say what it does, otherwise as `::name[…]`;
 * - blanks, blank lines and line ends are those of the TEI.
 *
 * What was typed is read and encoded again before it is given back, and gives the same TEI. Where that
 * can't be (an element or attribute that stet does not write, a profile without a sign for something)
 * there are diagnostics at the lines of the TEI, and no text.
 */
export function decodeTei(written: string, file: string, way: WayBack): Outcome<Decoded | undefined> {
  const { root, diagnostics } = readTei(written, file)
  if (!root) return { value: undefined, diagnostics }
  const problems: Diagnostic[] = []
  const body = root.name === "body" ? root : inside(root, "text", "body")
  const [division] = childrenOf(body)
  const name = root.attributes["xml:id"] ?? documentOf(division?.attributes["xml:id"])
  const context: DecodeContext = {
    name: name ?? "",
    reviser: reviserOf(root),
    inBraces: way.profile.directives,
    joins: joinsIn(root),
    moved: movedIn(root),
    usualFacs: new Map(),
    problems,
  }
  if (!body || !division || name === undefined) {
    refuse(
      context,
      "this file",
      "it has no body with a document in it that has a name",
      root.origin ?? startOfFile(file),
    )
    return { value: undefined, diagnostics: problems }
  }
  const frontMatter = root === body ? undefined : decodeFrontMatter(root, context)
  checkFrame(root, context)
  const isSection = division.attributes["xml:id"] !== textId(name)
  const divType = isSection ? "letter" : (division.attributes["type"] ?? "")
  const about: ReadingAbout = {
    kind: frontMatter?.kind ?? (divType === "pressRelease" ? "press-release" : "letter"),
    entities: entitiesIn(root, name),
  }
  const pages = decodePages(body, name, identifiedImages(frontMatter?.images ?? []))
  const standing = { divType, reviser: context.reviser, pagesOf: pages.pagesOf }
  const typed = decodeBody(pages.body, standing, way, { ...context, usualFacs: pages.usualFacs }, (text) =>
    way.read(text, about),
  )
  if (typed === undefined || problems.length > 0) return { value: undefined, diagnostics: problems }
  const text = frontMatter ? writeFrontMatter(frontMatter) + typed : typed
  return { value: { frontMatter, body: typed, text }, diagnostics: [] }
}

/** The document's name, from the id of its text's div. */
const documentOf = (id: string | undefined) =>
  id?.endsWith(textId("")) ? id.slice(0, -textId("").length) : id

/** Around header and body stet writes nothing but the registers. */
function checkFrame(root: TeiElement, context: DecodeContext): void {
  if (root.name === "body") return
  const known = { TEI: ["teiHeader", "facsimile", "standOff", "text"], text: ["body"] }
  if (root.name !== "TEI")
    refuse(context, `<${root.name}>`, "a TEI file of stet's begins with TEI", root.origin)
  const others = childrenOf(root).filter((child) => !known.TEI.includes(child.name))
  const inText = childrenOf(inside(root, "text")).filter((child) => !known.text.includes(child.name))
  for (const other of [...others, ...inText])
    refuse(context, `<${other.name}>`, "stet writes no such element there", other.origin)
}

/** `#id` of the hand of the revisions. */
function reviserOf(root: TeiElement): string | undefined {
  const hands = childrenOf(
    inside(root, "teiHeader", "fileDesc", "sourceDesc", "msDesc", "physDesc", "handDesc"),
  )
  const reviser = hands.find((hand) => hand.attributes["scope"] === scopes.revisions)?.attributes["xml:id"]
  return reviser === undefined ? undefined : `#${reviser}`
}

const targetsOf = (value: string | undefined) =>
  (value ?? "").split(" ").map((each) => each.replace(/^#/, ""))

/** Names of groups by the ids of their parts: taken from an id that was made of one, otherwise counted. */
function groupsOf(lists: readonly (readonly string[])[], nameIn: RegExp): ReadonlyMap<string, string> {
  const found = lists.map((ids) => ids.map((id) => nameIn.exec(id)?.[1]).find((each) => each !== undefined))
  const groups = new Map<string, string>()
  lists.forEach((ids, index) => {
    let number = index + 1
    while (found[index] === undefined && found.includes(String(number))) number++
    found[index] ??= String(number)
    for (const id of ids) groups.set(id, found[index] as string)
  })
  return groups
}

function joinsIn(root: TeiElement): ReadonlyMap<string, string> {
  const lists: (readonly string[])[] = []
  const visit = (node: TeiElement) => {
    if (node.name === "substJoin") lists.push(targetsOf(node.attributes["target"]))
    childrenOf(node).forEach(visit)
  }
  visit(root)
  return groupsOf(lists, /\.join-(.+)-\d+$/)
}

function movedIn(root: TeiElement): ReadonlyMap<string, string> {
  const lists = childrenOf(inside(root, "teiHeader", "profileDesc", "listTranspose"))
  const targets = lists.map((each) => childrenOf(each).flatMap((ptr) => targetsOf(ptr.attributes["target"])))
  return groupsOf(targets, /\.move-(.+)-\d+$/)
}

/** The entries that the file refers to, as far as reading needs them: ids, kinds and names. */
function entitiesIn(root: TeiElement, name: string): readonly Entity[] {
  return childrenOf(inside(root, "standOff")).flatMap((list) =>
    childrenOf(list).flatMap((entry): readonly Entity[] => {
      const kind = entityKinds.find((each) => elementsOf[each].entry === entry.name)
      const id = withoutPrefix(entry.attributes["xml:id"] ?? "", `${name}.${kind}-`)
      if (kind === undefined || id === undefined) return []
      const [called = id, ...also] = childrenOf(entry).flatMap((child) =>
        child.name === elementsOf[kind].name ? [wordsIn(child) ?? ""] : [],
      )
      const span = entry.origin ?? startOfFile(name)
      return [{ kind, id, name: called, also, identifiers: [], span }]
    }),
  )
}
