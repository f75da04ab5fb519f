import type { Notation, Profile, Sign } from "../model/profile.js"

/** A TextMate grammar, as editors such as VS Code, Sublime Text and Kate read it. */
export interface TextMateGrammar {
  readonly name: string
  readonly scopeName: string
  readonly fileTypes: readonly string[]
  readonly patterns: readonly Rule[]
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Rule[] }>>
}

interface Rule {
  readonly include?: string
  readonly name?: string
  readonly contentName?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly patterns?: readonly Rule[]
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>
  readonly endCaptures?: Readonly<Record<string, { readonly name: string }>>
}

const sign = { 0: { name: "punctuation.definition.tag.stet" } } as const

/** The names that colour themes know for what a phenomenon is; others are plain marks. */
const scopes: Readonly<Partial<Record<Notation["means"], string>>> = {
  deletion: "markup.deleted",
  "false-start": "markup.deleted",
  addition: "markup.inserted",
  substitution: "markup.changed",
  overwriting: "markup.changed",
  note: "comment.block",
  gap: "constant.other",
  unclear: "invalid.deprecated",
  name: "entity.name.type",
  person: "entity.name.type",
  place: "entity.name.type",
  organisation: "entity.name.type",
  separator: "meta.separator",
}
const rends: Readonly<Record<string, string>> = {
  italic: "markup.italic",
  bold: "markup.bold",
  underline: "markup.underline",
}

/**
 * The grammar of a profile's signs, so that an editor colours a transcription as stet reads it. It is made
 * from the profile alone; what stet takes for a mistake it does not show.
 */
export function grammarOf(profile: Profile): TextMateGrammar {
  const lines = profile.notations.flatMap(({ sign: each, means }): readonly Rule[] =>
    each.kind === "line" ? [{ match: `^\\s*${quoted(each.line)}\\s*$`, name: scoped(means, {}) }] : [],
  )
  return {
    name: `stet (${profile.title})`,
    scopeName: "text.stet",
    fileTypes: ["md"],
    patterns: [
      {
        begin: "\\A---\\s*$",
        end: "^---\\s*$",
        contentName: "source.yaml",
        patterns: [{ include: "source.yaml" }],
      },
      ...lines,
      ...(profile.headings ? [{ match: "^ {0,3}#{1,6}\\s.*$", name: "markup.heading.stet" }] : []),
      ...(profile.directives ? [{ match: "^ {0,3}:::.*$", name: "keyword.control.stet" }] : []),
      { include: "#inline" },
    ],
    repository: {
      inline: { patterns: inlineRules(profile) },
      attributes: {
        patterns: [
          {
            match: '\\{(?:[#A-Za-z][^{}"\\n]*|"(?:[^"\\\\\\n]|\\\\.)*")*\\}',
            name: "entity.other.attribute-name.stet",
          },
        ],
      },
    },
  }
}

function inlineRules(profile: Profile): readonly Rule[] {
  const rules: Rule[] = []
  if (profile.escapes) rules.push({ match: "\\\\[^\\s\\w]", name: "constant.character.escape.stet" })
  if (profile.directives) {
    rules.push({
      begin: "::?[a-z]+(?:-[a-z]+)*\\[",
      end: "\\]",
      ...{ beginCaptures: sign, endCaptures: sign, name: "meta.directive.stet" },
      patterns: [{ include: "#inline" }],
    })
    rules.push({ match: "::?[a-z]+(?:-[a-z]+)*(?=\\{)", name: "keyword.other.stet" })
  }
  // Longer signs first, as the reader tries them.
  const opening = ({ sign: each }: Notation) => (each.kind === "pair" ? each.open.length : 0)
  const notations = [...profile.notations].sort((a, b) => opening(b) - opening(a))
  for (const notation of notations) {
    const rule = ruleOf(notation.sign, scoped(notation.means, notation.attributes))
    if (rule) rules.push(rule)
  }
  rules.push({ include: "#attributes" })
  return rules
}

function ruleOf(each: Sign, name: string): Rule | undefined {
  const inside = { beginCaptures: sign, endCaptures: sign, name, patterns: [{ include: "#inline" }] }
  switch (each.kind) {
    case "pair":
      // A sign that is not closed ends with its paragraph.
      return { begin: quoted(each.open), end: `${quoted(each.close)}|^\\s*$`, ...inside }
    case "tag":
      return { begin: `<${quoted(each.name)}\\b[^>]*>`, end: `</${quoted(each.name)}>|^\\s*$`, ...inside }
    case "pattern":
      return {
        match: each.template
          .split(/\{[a-z-]+\}/)
          .map(quoted)
          .join("[^\\n\\[\\]]+?"),
        name,
      }
    case "combining":
    case "line":
      return undefined
    default:
      return each satisfies never
  }
}

function scoped(means: Notation["means"], attributes: Notation["attributes"]): string {
  return `${rends[attributes["rend"] ?? ""] ?? scopes[means] ?? "markup.other"}.stet`
}

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
