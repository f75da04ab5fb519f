/**
 * Regular expressions of XML Schema part 2, appendix F, as JavaScript's. They differ in what `\i`, `\c`,
 * `\d`, `\w`, `\s` and `.` mean, in subtraction of classes, in anchors, which XML Schema doesn't have,
 * and in that an expression must match the whole value.
 */

const nameStart =
  ":A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}" +
  "\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}"
const nameCharacter = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`

const escapes: Readonly<Record<string, string>> = {
  i: `[${nameStart}]`,
  I: `[^${nameStart}]`,
  c: `[${nameCharacter}]`,
  C: `[^${nameCharacter}]`,
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  w: "[^\\p{P}\\p{Z}\\p{C}]",
  W: "[\\p{P}\\p{Z}\\p{C}]",
  s: "[ \\t\\n\\r]",
  S: "[^ \\t\\n\\r]",
  n: "\\n",
  r: "\\r",
  t: "\\t",
}

/** Unicode's blocks by XML Schema's names; letters of Europe and the Mediterranean, and signs. */
const blocks: Readonly<Record<string, string>> = {
  BasicLatin: "0-7F",
  "Latin-1Supplement": "80-FF",
  "LatinExtended-A": "100-17F",
  "LatinExtended-B": "180-24F",
  IPAExtensions: "250-2AF",
  SpacingModifierLetters: "2B0-2FF",
  CombiningDiacriticalMarks: "300-36F",
  Greek: "370-3FF",
  GreekandCoptic: "370-3FF",
  Cyrillic: "400-4FF",
  Armenian: "530-58F",
  Hebrew: "590-5FF",
  Arabic: "600-6FF",
  Syriac: "700-74F",
  Georgian: "10A0-10FF",
  LatinExtendedAdditional: "1E00-1EFF",
  GreekExtended: "1F00-1FFF",
  GeneralPunctuation: "2000-206F",
  SuperscriptsandSubscripts: "2070-209F",
  CurrencySymbols: "20A0-20CF",
  CombiningMarksforSymbols: "20D0-20FF",
  LetterlikeSymbols: "2100-214F",
  NumberForms: "2150-218F",
  Arrows: "2190-21FF",
  MathematicalOperators: "2200-22FF",
  MiscellaneousSymbols: "2600-26FF",
  Dingbats: "2700-27BF",
  CJKSymbolsandPunctuation: "3000-303F",
  Hiragana: "3040-309F",
  Katakana: "30A0-30FF",
  CJKUnifiedIdeographs: "4E00-9FFF",
  PrivateUse: "E000-F8FF",
  AlphabeticPresentationForms: "FB00-FB4F",
}

/** Schemas repeat few expressions many times. */
const known = new Map<string, RegExp | string>()
const mostKnown = 500

/** The expression that matches what `pattern` does, or a sentence that says what is wrong with it. */
export function toRegExp(pattern: string): RegExp | string {
  const made = known.get(pattern) ?? translate(pattern)
  if (known.size < mostKnown) known.set(pattern, made)
  return made
}

function translate(pattern: string): RegExp | string {
  const reader = { characters: [...pattern], index: 0 }
  try {
    const source = alternatives(reader, 0)
    if (reader.index < reader.characters.length) return `unpaired ) in the expression ${pattern}`
    return new RegExp(`^(?:${source})$`, "u")
  } catch (error) {
    if (error instanceof SyntaxError) return `the expression ${pattern} cannot be read: ${error.message}`
    throw error
  }
}

interface Reader {
  readonly characters: readonly string[]
  index: number
}

/** Groups may not be nested more deeply than this. */
const deepest = 100

function alternatives(reader: Reader, depth: number): string {
  if (depth > deepest) throw new SyntaxError("groups nested too deeply")
  let source = ""
  for (;;) {
    const character = reader.characters[reader.index]
    if (character === undefined || character === ")") return source
    reader.index++
    if (character === "(") {
      source += `(?:${alternatives(reader, depth + 1)})`
      if (reader.characters[reader.index++] !== ")") throw new SyntaxError("unpaired (")
    } else if (character === "[") source += characterClass(reader, depth + 1)
    else if (character === "\\") source += escaped(reader)
    else if (character === ".") source += "[^\\n\\r]"
    else if (character === "^" || character === "$" || character === "/") source += `\\${character}`
    else if (character === "]" || character === "}") throw new SyntaxError(`unpaired ${character}`)
    else if (/[?*+{]/.test(character)) {
      source += character === "{" ? quantity(reader) : character
      // JavaScript would take a second one for a lazy quantifier.
      if (/[?*+{]/.test(reader.characters[reader.index] ?? "")) throw new SyntaxError("two quantifiers")
    } else source += character
  }
}

function quantity(reader: Reader): string {
  const end = reader.characters.indexOf("}", reader.index)
  const written = reader.characters.slice(reader.index, end).join("")
  if (end < 0 || !/^\d+(,\d*)?$/.test(written)) throw new SyntaxError("{ without a number")
  reader.index = end + 1
  return `{${written}}`
}

/** What follows a backslash, as something that may stand in a class or by itself. */
function escaped(reader: Reader): string {
  const character = reader.characters[reader.index++]
  if (character === undefined) throw new SyntaxError("nothing after \\")
  if (character === "p" || character === "P") {
    const end = reader.characters.indexOf("}", reader.index)
    if (reader.characters[reader.index] !== "{" || end < 0) throw new SyntaxError(`\\${character} without {`)
    const name = reader.characters.slice(reader.index + 1, end).join("")
    reader.index = end + 1
    return category(character, name)
  }
  const known = escapes[character]
  if (known !== undefined) return known
  if (!/[\\|.?*+(){}[\]^-]/.test(character)) throw new SyntaxError(`\\${character} means nothing`)
  return character === "-" ? "\\u{2D}" : `\\${character}`
}

function category(letter: string, name: string): string {
  if (!name.startsWith("Is")) return `\\${letter}{${name}}`
  const block = blocks[name.slice(2)]
  if (block === undefined) throw new SyntaxError(`the block ${name} is not known`)
  const [first, last] = block.split("-")
  return `[${letter === "P" ? "^" : ""}\\u{${first}}-\\u{${last}}]`
}

/** After `[`: ranges and single characters in one class, escapes beside it, subtraction by looking ahead. */
function characterClass(reader: Reader, depth: number): string {
  if (depth > deepest) throw new SyntaxError("classes nested too deeply")
  const isNegated = reader.characters[reader.index] === "^"
  if (isNegated) reader.index++
  const beside: string[] = []
  let within = ""
  let subtracted = ""
  for (;;) {
    const character = reader.characters[reader.index++]
    if (character === undefined) throw new SyntaxError("unpaired [")
    if (character === "]") break
    if (character === "-" && reader.characters[reader.index] === "[") {
      reader.index++
      subtracted = `(?!${characterClass(reader, depth + 1)})`
      if (reader.characters[reader.index++] !== "]") throw new SyntaxError("something after a subtraction")
      break
    }
    if (character === "[") throw new SyntaxError("[ in a class")
    const single = character === "\\" ? escaped(reader) : `\\u{${codeOf(character)}}`
    if (/^(\[|\\[pP])/.test(single) && single !== "\\[") beside.push(single)
    else within += single + rangeEnd(reader)
  }
  if (within !== "") beside.push(`[${within}]`)
  if (beside.length === 0) throw new SyntaxError("a class without characters")
  const any = beside.length === 1 ? (beside[0] ?? "") : `(?:${beside.join("|")})`
  return `(?:${subtracted}${isNegated ? `(?!${any})[^]` : any})`
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16)
}

/** The `-z` of `a-z`, where there is one. */
function rangeEnd(reader: Reader): string {
  const [hyphen, last] = reader.characters.slice(reader.index, reader.index + 2)
  if (hyphen !== "-" || last === undefined || last === "]" || last === "[") return ""
  reader.index += 2
  return `-${last === "\\" ? escaped(reader) : `\\u{${codeOf(last)}}`}`
}
