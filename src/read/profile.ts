import { z } from "zod"
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { nearest } from "../model/nearest.js"
import { isPhenomenon, phenomena } from "../model/phenomena.js"
import { type Notation, type Profile, type Sign, typedOf } from "../model/profile.js"
import type { SourceSpan } from "../model/source-span.js"
import type { SourceText } from "../model/source-text.js"
import { misfit } from "./attributes.js"
import { readYaml } from "./yaml.js"

const words = z.string().trim().min(1, "it is empty")
const sign = z
  .strictObject({
    /** `~~…~~`, `{~~…~>…~~}`, `<sup>`, `<hi rend="str">`, `[{quantity} {unit} illegible]` */
    typed: words,
    means: words,
    as: z.record(z.string(), z.coerce.string()).default({}),
    halves: z.tuple([words, words]).optional(),
    at: z.enum(["word", "after-word", "anywhere"], "it is word, after-word or anywhere").default("anywhere"),
    lenient: z.boolean("it is true or false").default(false),
    line: z.boolean("it is true or false").default(false),
    within: words.optional(),
    doubt: words.optional(),
    blank: z.boolean("it is true or false").default(false),
    attributes: z.record(z.string(), z.string()).default({}),
    ambiguous: words.optional(),
  })
  .superRefine((value, context) => {
    const problem = (message: string, ...path: readonly string[]) =>
      context.addIssue({ code: "custom", message, path: [...path] })
    const { means } = value
    if (isPhenomenon(means)) {
      for (const [name, given] of Object.entries(value.as)) {
        const rule = Object.entries(phenomena[means].attributes).find(([each]) => each === name)?.[1]
        const fault = !rule
          ? `${means} takes ${Object.keys(phenomena[means].attributes).join(", ")}`
          : given === "{content}"
            ? undefined
            : misfit(rule.value, given)
        if (fault !== undefined) problem(fault, "as", name)
      }
    } else if (means !== "text" && means !== "separator") {
      const guess = nearest(means, Object.keys(phenomena))
      problem(
        guess ? `did you mean “${guess}”?` : `it is one of ${Object.keys(phenomena).join(", ")}`,
        "means",
      )
    }
    if (/^\s|\s$/.test(value.typed)) problem("a sign neither begins nor ends with a blank", "typed")
    if (value.within !== undefined && !isPhenomenon(value.within))
      problem(`it is one of ${Object.keys(phenomena).join(", ")}`, "within")
    const parts = value.typed.split("…")
    if (parts.length === 1 && !value.line) {
      const slots = Array.from(value.typed.matchAll(/\{([a-z-]+)\}/g), (match) => match[1] ?? "")
      // Each place for words may end anywhere; with two of them reading could take very long.
      if (slots.filter((slot) => !counted.has(slot)).length > 1)
        problem("it can hold words in one place only; a pair has halves", "typed")
      if (/^\{(?!n\})/.test(value.typed) && slots.length > 0)
        problem("begin it with a character of its own", "typed")
    }
    if (parts.length > 3 || (parts.length > 1 && parts.includes("")))
      problem("write a pair as open…close, or open…separator…close", "typed")
    if (parts.length === 3 && !value.halves)
      problem("say what the two halves are: struck, added, content or an attribute", "halves")
  })

/** Places of a pattern that hold numbers and units, not words. */
const counted: ReadonlySet<string> = new Set(["quantity", "unit", "extent", "n"])

const shape = {
  name: words.regex(/^[a-z][a-z0-9-]{0,40}$/, "use small letters, digits and “-”"),
  title: words,
  extends: words.optional(),
  signs: z.array(sign).default([]),
  lineEnds: z.enum(["blank", "break"], "it is blank or break").optional(),
  headings: z.boolean("it is true or false").optional(),
  points: z.boolean("it is true or false").optional(),
  tables: z.boolean("it is true or false").optional(),
  directives: z.boolean("it is true or false").optional(),
  escapes: z.boolean("it is true or false").optional(),
  doubt: words.optional(),
  reserved: z.string().optional(),
  conventions: z
    .strictObject({
      substitution: z.enum(["neighbouring", "marked"], "it is neighbouring or marked").optional(),
      falseStart: z.enum(["repeated-label", "marked"], "it is repeated-label or marked").optional(),
    })
    .default({}),
}
const profileSchema = z.strictObject(shape).superRefine(({ signs, escapes, extends: base }, context) => {
  signs.forEach(({ typed }, index) => {
    if (!typed.startsWith("\\") || escapes === false || base !== undefined) return
    const message = "a sign begins with a backslash only where the profile says escapes: false"
    context.addIssue({ code: "custom", message, path: ["signs", index, "typed"] })
  })
})
type Written = z.infer<typeof profileSchema>

const fields = [
  ...Object.keys(shape),
  ...[
    "typed",
    "means",
    "as",
    "halves",
    "at",
    "lenient",
    "line",
    "attributes",
    "ambiguous",
    "within",
    "doubt",
    "blank",
  ],
  ...["substitution", "falseStart"],
]

/** What a profile without a base has where it says nothing. */
const bare: Omit<Profile, "name" | "title"> = {
  notations: [],
  lineEnds: "blank",
  headings: true,
  points: true,
  tables: true,
  directives: true,
  escapes: true,
  reserved: "",
  conventions: { substitution: "marked", falseStart: "marked" },
}

export interface ProfileReading {
  readonly value: Profile | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a profile. `find` gives the text of another by its name, for `extends`; a profile's own signs come
 * before its base's, and take the place of those that are typed alike.
 */
export function readProfile(
  source: SourceText,
  find: (name: string) => SourceText | undefined,
  known: readonly string[],
  outer: readonly string[] = [],
): ProfileReading {
  const { value, fieldSpans, diagnostics } = readYaml<Written>(
    source,
    0,
    source.text.length,
    profileSchema as unknown as z.ZodType<Written>,
    fields,
  )
  if (!value) return { value: undefined, diagnostics }
  let base = bare
  if (value.extends !== undefined) {
    const found = outer.includes(value.extends) ? undefined : find(value.extends)
    if (!found) {
      const problem = unknownProfile(value.extends, known, fieldSpans.get("extends"))
      return { value: undefined, diagnostics: [...diagnostics, problem] }
    }
    const reading = readProfile(found, find, known, [...outer, value.name])
    if (!reading.value) return reading
    base = reading.value
  }
  const own = value.signs.map(notationOf)
  const typed = new Set(value.signs.map((each) => each.typed))
  const clashes = value.signs.flatMap((each, index) => {
    const first = value.signs.findIndex(
      (other) => other.typed === each.typed && other.at === each.at && other.within === each.within,
    )
    return first < index
      ? [diagnose("sign-twice", { sign: each.typed }, fieldSpans.get(`signs.${index}.typed`))]
      : []
  })
  return {
    value: {
      name: value.name,
      title: value.title,
      notations: [...own, ...base.notations.filter((each) => !typed.has(typedOf(each)))].filter(
        (each) => each.means !== "text",
      ),
      lineEnds: value.lineEnds ?? base.lineEnds,
      headings: value.headings ?? base.headings,
      points: value.points ?? base.points,
      tables: value.tables ?? base.tables,
      directives: value.directives ?? base.directives,
      escapes: value.escapes ?? base.escapes,
      ...((value.doubt ?? base.doubt) === undefined ? {} : { doubt: (value.doubt ?? base.doubt) as string }),
      reserved: value.reserved ?? base.reserved,
      conventions: {
        substitution: value.conventions.substitution ?? base.conventions.substitution,
        falseStart: value.conventions.falseStart ?? base.conventions.falseStart,
      },
    },
    diagnostics: [...diagnostics, ...clashes],
  }
}

/** The diagnostic for a profile that there is not. */
export const unknownProfile = (target: string, known: readonly string[], span: SourceSpan | undefined) =>
  diagnose("reference-unresolved", { target, what: "profile", known: known.join(", ") }, span)

function notationOf(written: Written["signs"][number]): Notation {
  const notation = {
    sign: signOf(written),
    means: written.means as Notation["means"],
    attributes: written.as,
  }
  return written.ambiguous === undefined ? notation : { ...notation, ambiguous: written.ambiguous }
}

const tagForm = /^<([a-zA-Z][\w-]*)((?:\s+[a-zA-Z:-]+="[^"]*")*)\s*\/?>$/

function signOf(written: Written["signs"][number]): Sign {
  const { typed, at, lenient, line, halves, attributes, within, doubt, blank } = written
  const mark = /^\u25cc(\p{M})$/u.exec(typed)?.[1]
  if (mark !== undefined) return { kind: "combining", mark }
  if (line) return { kind: "line", line: typed }
  const [open = "", ...rest] = typed.split("…")
  const tail = /\{([a-z-]+)\}$/.exec(rest.at(-1) ?? "")
  const close = tail ? rest.at(-1)?.slice(0, tail.index) : rest.at(-1)
  if (close !== undefined) {
    const separator = rest.length === 2 ? rest[0] : undefined
    return {
      kind: "pair",
      ...{ open, close, lenient, at, blank },
      ...(tail ? { tail: tail[1] ?? "" } : {}),
      ...(within === undefined
        ? {}
        : { within: within as NonNullable<Extract<Sign, { kind: "pair" }>["within"]> }),
      ...(doubt === undefined ? {} : { doubt }),
      ...(separator === undefined ? {} : { separator }),
      ...(halves === undefined ? {} : { halves }),
    }
  }
  const tag = tagForm.exec(typed)
  if (!tag) return { kind: "pattern", template: typed, at, blank }
  const where = Object.fromEntries(
    Array.from((tag[2] ?? "").matchAll(/([a-zA-Z:-]+)="([^"]*)"/g), (each) => [each[1] ?? "", each[2] ?? ""]),
  )
  return { kind: "tag", name: tag[1] ?? "", where, attributes }
}
