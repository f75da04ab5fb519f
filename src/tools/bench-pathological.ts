import { frontMatter } from "./bench-transcribe.js"

/** A kind of transcription that costs a careless reader more than its length, made in any length. */
export interface Pathological {
  readonly name: string
  /** The file, `size` characters or a little more. */
  readonly make: (size: number) => string
}

const fill = (pattern: string, size: number) => pattern.repeat(Math.ceil(size / pattern.length))

const repeated = (name: string, pattern: string, before = "", after = ""): Pathological => ({
  name,
  make: (size) => `${frontMatter()}${before}${fill(pattern, size)}${after}\n`,
})

/** Opened all the way in, then closed all the way out. */
const nested = (name: string, open: string, close: string): Pathological => ({
  name,
  make: (size) => {
    const times = Math.ceil(size / (open.length + close.length))
    return `${frontMatter()}${open.repeat(times)}a${close.repeat(times)}\n`
  },
})

/** Lines `0`, `1`, `2` and so on, no two alike. */
const numbered = (size: number, line: (number: number) => string) => {
  let made = ""
  for (let number = 0; made.length < size; number++) made += line(number)
  return made
}

const emended = (size: number) => {
  // Half of the size for the rules, which are longer than the words they quote.
  const rules = numbered(size / 2, (each) => `  - { passage: word${each}x, sic: x, corr: y }\n`)
  const words = rules.split("\n").length - 1
  const body = Array.from({ length: words }, (_, each) => `word${each}x`)
  return `${frontMatter(`emendations:\n${rules}`)}${body.join(" ").padEnd(size / 2, " and so on")}\n`
}

/** In the spirit of cmark's list, with the signs of letters. */
export const pathological: readonly Pathological[] = [
  repeated("emphasis opened and never closed", "*a "),
  repeated("emphasis of two lengths, opened in turn", "*a **a "),
  repeated("emphasis closed and never opened", "a** "),
  repeated("asterisks in a row", "*"),
  repeated("asterisks and underscores in turn", "*_"),
  nested("emphasis in emphasis", "*a **a ", "b** b*"),
  repeated("runs of asterisks that pair with nothing", "a***b**c*d ", "*"),
  repeated("deletions in a row", "~~a~~ "),
  repeated("deletions and additions in turn", "~~a~~ <sup>b</sup> "),
  repeated("deletions opened and closed by one sign", "~~"),
  repeated("deletions opened and never closed", "~~a\n\n"),
  repeated("tildes in a row", "~"),
  repeated("substitutions opened and never closed", "{~~a "),
  repeated("substitutions half done", "{~~a~>"),
  repeated("signs that part a substitution", "~>", "{~~a", "~~}"),
  nested("additions in additions", "<sup>", "</sup>"),
  repeated("additions opened and never closed", "<sup>a"),
  repeated("additions closed and never opened", "a</sup>"),
  repeated("marks that cross", "<sup>~~a</sup>~~"),
  repeated("tags that nobody knows", "<a"),
  repeated("tags that never end", '<a b="c" '),
  repeated("less-than signs", "<"),
  repeated("brackets opened", "["),
  repeated("brackets opened and closed in turn", "[a](b"),
  nested("brackets in brackets", "[", "]"),
  repeated("double brackets opened", "[["),
  repeated("footnote anchors", "[^1]"),
  repeated("footnote anchors that never end", "[^a"),
  repeated("footnotes", "[^1]: a\n\n"),
  repeated("directives opened and never closed", ":note[a "),
  nested("directives in directives", ":unclear[a", "]"),
  nested("directives that nobody knows, nested", ":a[", "]"),
  repeated("a directive with a very long name", "a", ":", "[b]"),
  repeated("directives without content", ":gap{reason=illegible quantity=3 unit=chars} "),
  repeated("directives whose attributes never end", ":gap{a=b "),
  repeated("colons", ":"),
  repeated("braces opened", "{"),
  repeated("attributes after nothing", "{#a}"),
  repeated("attributes without end", "a=b ", "~~a~~{"),
  repeated("attributes of a value without end", '~~a~~{a="'),
  repeated("one mark with many attributes", 'a="b" ', "~~a~~{", "}"),
  repeated("backslashes", "\\"),
  repeated("escapes", "\\!"),
  repeated("line breaks as typed", "a\\\n"),
  repeated("line breaks by blanks", "a  \n"),
  repeated("backticks in runs of every length", "`a``b```c"),
  repeated("carets", "^a"),
  repeated("exclamation marks and brackets", "![a"),
  repeated("ampersands", "&amp;&"),
  repeated("angle brackets at line starts", "> "),
  repeated("quoted lines", "> a\n"),
  repeated("rows of a table", "| a | b |\n", "| a | b |\n|---|---|\n"),
  repeated("one row of a table", "a|", "|"),
  repeated("table heads without a table", "|-|-|\n\n"),
  nested("containers in containers", ":::quote\n", "\n:::"),
  repeated("containers opened and never closed", ":::quote\n\n"),
  repeated("containers closed and never opened", ":::\n\n"),
  repeated("sections", "::session{when=1962-10-28}\n\n"),
  repeated("headings", "# a\n"),
  repeated("heading signs", "#"),
  repeated("points on neighbouring lines", "1. a\n"),
  repeated("points that are begun again", "1. a\n\n1. a b\n\n"),
  repeated("letters as labels", "(a) b\n"),
  repeated("rules", "---\n"),
  repeated("almost a rule", "- ", "", "x"),
  repeated("almost a separator", "\\* ", "", "x"),
  repeated("blank lines", "\n"),
  repeated("lines of blanks", " \t\n"),
  repeated("carriage returns", "\r"),
  repeated("carriage returns and line feeds", "a\r\n"),
  repeated("blanks in a line", " ", "a", "b"),
  repeated("blanks and tabs in a line", " \t", "a", "b"),
  repeated("words that end sentences", ". ", "a", "b"),
  repeated("full stops", "."),
  repeated("quotation marks after a full stop", "”", ".", "a"),
  repeated("one long word", "a"),
  repeated("one long line", "word and word, "),
  repeated("letters beyond the basic plane", "👩‍👩‍👧é"),
  repeated("salutations", "Dear a:\n\n"),
  repeated("salutations on neighbouring lines", "Dear a:\n"),
  repeated("datelines", "1 May 1911\n\n"),
  repeated("datelines on neighbouring lines, then a salutation", "1 May 1911\n", "", "Dear Ben,"),
  repeated("closes", "Yours,\n\n"),
  repeated("signatures", "(s) Ada Quill\n\n"),
  repeated("closes and signatures on neighbouring lines", "Yours,\n(s) Ada\n"),
  {
    name: "postscripts before signatures",
    make: (size) => `${frontMatter()}a.\n\n${fill("P.S. a\n\n", size / 2)}${fill("(s) Ada\n\n", size / 2)}`,
  },
  { name: "emendations", make: emended },
  {
    name: "paragraphs, no two alike",
    make: (size) => `${frontMatter()}${numbered(size, (each) => `Paragraph ${each} of the letter.\n\n`)}`,
  },
  {
    name: "places that bear names",
    make: (size) => `${frontMatter()}${numbered(size, (each) => `~~a~~{#place-${each}} `)}\n`,
  },
]
