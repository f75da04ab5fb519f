import type { Profile } from "../../model/profile.js"
import { type Choice, choicesFor, fillPattern, type Level } from "./notation-choice.js"
import { type MarkPiece, type Piece, plainText, type SubstitutionPiece } from "./pieces.js"
import { fitsAfter, type TypingSigns } from "./signs.js"
import { explicitly } from "./substitution.js"
import { type Surroundings, type TypingPlace, typedBraces, typeText } from "./text.js"
import { canStand } from "./usable.js"

/** A shorter name of a directive: `:superscript[th]` is `:highlight[th]{rend=superscript}`. */
export interface Alias {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** What typing depends on. */
export interface TypingRules {
  readonly profile: Profile
  readonly neighbouring: boolean
  readonly aliases: Readonly<Record<string, Alias>>
  /** Parts struck from added words in a directive. */
  readonly replacementSign: string
}

/** Types the pieces of one run of inline content. */
export interface Typist {
  run(pieces: readonly Piece[], place: TypingPlace, before?: string): string
}

/** The directive that says most about a mark, and what is left to be said in braces. */
export function directiveFor(
  { name, values }: Pick<MarkPiece, "name" | "values">,
  aliases: TypingRules["aliases"],
): { readonly called: string; readonly rest: MarkPiece["values"] } {
  const covers = (alias: Alias) =>
    alias.name === name && Object.entries(alias.attributes).every(([key, value]) => values[key] === value)
  const [called, alias] = Object.entries(aliases).find(([, each]) => covers(each)) ?? []
  if (called === undefined || alias === undefined) return { called: name, rest: values }
  const left = Object.entries(values).filter(([key]) => alias.attributes[key] === undefined)
  return { called, rest: Object.fromEntries(left) }
}

const correction: TypingPlace = {
  ...{ closers: [], separators: [], inside: [], directive: false, cell: false, stated: false, lines: "none" },
}

const brokenWord = /\p{L}[-\u2010\u2e17\u00ac]$/u

/** Types as a profile has it, on a level of caution; `block` is all that the block holds. */
export function openTypist(
  rules: TypingRules,
  signs: TypingSigns,
  level: Level,
  block: readonly Piece[],
): Typist {
  const { profile, aliases, replacementSign } = rules
  const text = plainText(block)
  const busy = new Set<string>()
  const visit = (pieces: readonly Piece[]) => {
    for (const piece of pieces) {
      if (piece.kind === "mark") {
        busy.add(piece.name)
        visit(piece.children)
      } else if (piece.kind === "substitution") visit(piece.parts)
    }
  }
  visit(block)
  const typedHere = new Set(
    profile.notations.flatMap(({ sign, means }) =>
      sign.kind === "pair" && busy.has(means) ? [sign.open] : [],
    ),
  )
  const hasPartner = (open: string, close: string) => {
    const first = text.indexOf(open)
    return typedHere.has(open) || (first >= 0 && text.indexOf(close, first + open.length) >= 0)
  }

  function run(pieces: readonly Piece[], place: TypingPlace, before = ""): string {
    const out: string[] = []
    // Only the end of what is typed decides what may follow it.
    let typed = before.slice(-3)
    let lineStart = place.lines !== "none" && /(?:^|[\r\n])[ \t]*$/.test(before)
    const put = (more: string) => {
      const line = /[\r\n]([^\r\n]*)$/.exec(more)?.[1]
      lineStart = (line !== undefined || lineStart) && /^[ \t]*$/.test(line ?? more)
      typed = (typed + more).slice(-3)
      out.push(more)
    }
    pieces.forEach((piece, index) => {
      const previous = pieces[index - 1]
      const next = pieces[index + 1]
      switch (piece.kind) {
        case "text": {
          const around: Surroundings = {
            ...{ before: typed, lineStart, hasPartner },
            afterMark: previous !== undefined && previous.kind !== "break",
            beforeMark:
              (next !== undefined && next.kind !== "break") || (next === undefined && before !== ""),
            after: next === undefined ? "" : plainText(pieces.slice(index + 1, index + 20)).slice(0, 200),
          }
          put(typeText(piece.text, signs, place, around, level > 0))
          return
        }
        case "break":
          put(typeBreak(piece.breaksWord, typed, pieces.slice(index + 1, index + 3), place))
          return
        case "note-place":
          put(`[^${piece.label}]`)
          return
        case "mark":
          put(typeMark(piece, typed, next, place))
          return
        case "substitution":
          put(typeSubstitution(piece, typed, place))
          return
        default:
          piece satisfies never
      }
    })
    return out.join("")
  }

  /** The reader says itself whether a word goes on over a line end; where it would be wrong the line says so. */
  function typeBreak(breaksWord: boolean, typed: string, rest: readonly Piece[], place: TypingPlace): string {
    const [next, second] = rest
    const line = next?.kind === "text" ? next.text.replace(/^(?:\r\n|\n|\r)/, "") : ""
    // A house's sign may begin with a letter as a word does.
    const following = line === "" && second ? run([second], place, "\n") : line
    const read = brokenWord.test(typed.slice(-3)) && /^\p{Ll}/u.test(following.slice(0, 2))
    if (read === breaksWord)
      return profile.lineEnds === "break" && !/ {2}$/.test(typed) ? "" : profile.escapes ? "\\" : "  "
    const values: Record<string, string> = breaksWord ? { break: "no" } : {}
    return typeMark(
      { kind: "mark", name: "line", values, children: [], element: "lb", span: undefined, resolved: false },
      typed,
      next,
      place,
    )
  }

  /** The editor's correction is read for marks of its own. */
  const withCorrection = (piece: MarkPiece): MarkPiece => {
    if (piece.name !== "sic" || !piece.remedy) return piece
    const corr = openTypist(rules, signs, level, piece.remedy).run(piece.remedy, correction)
    return { ...piece, values: { ...piece.values, corr } }
  }

  function typeMark(given: MarkPiece, typed: string, next: Piece | undefined, place: TypingPlace): string {
    const piece = withCorrection(given)
    const choices = choicesFor(piece, profile, level)
    const usable = choices.find((choice) => isUsable(choice, piece, typed, next, place))
    const atEnd = next === undefined && place.closers.length === 0
    if (usable) return typeChoice(usable, piece, place, atEnd)
    if (profile.directives)
      return typeDirective(piece, place, (inner, before) => run(piece.children, inner, before))
    const [first] = choices
    return first
      ? typeChoice(first, piece, place, atEnd)
      : typeDirective(piece, place, () => plainText(piece.children))
  }

  function isUsable(
    choice: Choice,
    piece: MarkPiece,
    typed: string,
    next: Piece | undefined,
    place: TypingPlace,
  ): boolean {
    const { sign } = choice.notation
    const where = { before: typed, after: next?.kind === "text" ? next.text : "", ...place }
    if (!canStand(sign, piece, where, profile)) return false
    // The words stand in a pattern as they are, so that nothing in them may be a sign.
    const words = plainText(piece.children)
    return sign.kind !== "pattern" || words === "" || run(piece.children, place, "[") === words
  }

  function typeChoice(choice: Choice, piece: MarkPiece, outer: TypingPlace, atEnd: boolean): string {
    const { notation, rest, doubt } = choice
    const { sign } = notation
    const place = { ...outer, inside: [...outer.inside, notation.means] }
    const tail = typedBraces(rest, place)
    switch (sign.kind) {
      case "tag": {
        const where = Object.entries(sign.where).map(([name, value]) => ` ${name}="${value}"`)
        const open = `<${sign.name}${where.join("")}`
        if (choice.empty) return `${open}/>${tail}`
        const close = `</${sign.name}>`
        return `${open}>${run(piece.children, within(place, close), ">")}${close}${tail}`
      }
      case "pattern":
        return (
          fillPattern(sign.template, piece) +
          doubt +
          ((sign.blank || doubt !== "") && !atEnd ? " " : "") +
          tail
        )
      case "combining":
        return plainText(piece.children).replace(/[^\p{M}]\p{M}*/gu, `$&${sign.mark}`)
      case "pair": {
        const { open, close, separator } = sign
        const separators = signs.pairs.flatMap((each) =>
          each.open === open && each.separator ? [each.separator] : [],
        )
        const inner = { ...within(place, close), separators }
        const content = (before: string) => run(piece.children, inner, before)
        const after = `${doubt}${close}${sign.tail === undefined ? "" : (piece.values[sign.tail] ?? "")}`
        const end = `${after}${sign.blank && !atEnd ? " " : ""}${tail}`
        if (separator === undefined || sign.halves === undefined) return `${open}${content(open)}${end}`
        const halves = sign.halves.map((half, index) => {
          const before = index === 0 ? open : separator
          if (half === "content") return content(before)
          return piece.remedy ? run(piece.remedy, inner, before) : (piece.values[half] ?? "")
        })
        return `${open}${halves.join(separator)}${end}`
      }
      default:
        return typeDirective(piece, place, (inner, before) => run(piece.children, inner, before))
    }
  }

  const within = (place: TypingPlace, close: string): TypingPlace => ({
    ...place,
    closers: [...place.closers, close],
    separators: [],
  })

  function typeDirective(
    {
      name,
      values,
      children,
    }: Pick<MarkPiece, "name" | "values"> & { readonly children: readonly unknown[] },
    place: TypingPlace,
    content: (inner: TypingPlace, before: string) => string,
  ): string {
    const { called, rest } = directiveFor({ name, values }, aliases)
    const sign = `:${called}`
    const inner = { ...within(place, "]"), directive: true }
    const typed = children.length > 0 ? `${sign}[${content(inner, `${sign}[`)}]` : sign
    return typed + (typedBraces(rest, place) || (children.length > 0 ? "" : "{}"))
  }

  /** Struck and added words in one sign, or beside each other where the conventions join them. */
  function typeSubstitution(piece: SubstitutionPiece, typed: string, place: TypingPlace): string {
    const explicit = explicitly(piece)
    const [, added] = explicit?.halves ?? []
    const beside = rules.neighbouring && Object.keys(piece.values).length === 0
    const between =
      added?.values["place"] !== undefined &&
      explicit?.name === "substitution" &&
      explicit.values["rend"] === undefined
    if (!explicit || (beside && between && level < 2)) return run(piece.parts, place, typed)
    const { name, values, halves } = explicit
    const order = [piece.parts[0], piece.parts[1]].map((part) => (part as MarkPiece).name)
    for (const { sign, means, attributes } of profile.notations) {
      if (Object.entries(attributes).some(([key, value]) => values[key] !== value)) continue
      if (means !== name || sign.kind !== "pair" || sign.separator === undefined) continue
      const { open, close, separator } = sign
      const roles = sign.halves?.map((half) =>
        half === "struck" ? "deletion" : half === "added" ? "addition" : half,
      )
      if (roles?.join() !== order.join() || !fitsAfter(typed, sign.at)) continue
      const rest = Object.fromEntries(Object.entries(values).filter(([key]) => attributes[key] === undefined))
      const inner = { ...within(place, close), separators: [separator] }
      const [first, second] = piece.parts as readonly [MarkPiece, MarkPiece]
      const content = `${run(first.children, inner, open)}${separator}${run(second.children, inner, separator)}`
      return `${open}${content}${close}${typedBraces(rest, place)}`
    }
    if (!profile.directives || order[0] !== "deletion") return run(piece.parts, place, typed)
    return typeDirective({ name, values, children: halves }, place, (inner, before) => {
      const parted = { ...inner, separators: [replacementSign] }
      return halves
        .map((half, index) => run(half.children, parted, index === 0 ? before : replacementSign))
        .join(replacementSign)
    })
  }

  return { run }
}
