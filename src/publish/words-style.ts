import type { Words } from "../model/page.js"
import type { Asset } from "./site.js"

/** The phrases that the styles write themselves: keys of the catalogue, each a custom property of the same name. */
const saidByStyles = [
  "say-added",
  "say-added-above",
  "say-added-below",
  "say-added-margin",
  "say-addition-begins",
  "say-addition-ends",
  "say-damage-begins",
  "say-damage-ends",
  "say-deleted",
  "say-deletion-begins",
  "say-deletion-ends",
  "say-end",
  "say-false-start",
  "say-moved",
  "say-note",
  "say-order",
  "say-restored",
  "say-unclear",
  "say-written-over",
] as const

/**
 * The stylesheet with the words of the styles in the language of the pages: `--say-deleted: "[deleted: "` and
 * the like on the root, for `content: var(--say-deleted)`. A phrase that the catalogue lacks is left out.
 * And the edition's title, which stands on paper at the head of every page but the first, where the page has it itself.
 */
export function wordsStyle(words: Words, title: string): Asset {
  const declarations = saidByStyles.flatMap((key) => {
    const phrase = words[key]
    return phrase === undefined ? [] : [`  --${key}: ${cssString(phrase)};\n`]
  })
  const head = `@page {\n  @top-center {\n    content: ${cssString(title)};\n    font-size: 9pt;\n  }\n}\n`
  const onFirst = "@page :first {\n  @top-center {\n    content: none;\n  }\n}\n"
  return { name: "words.css", content: `:root {\n${declarations.join("")}}\n${head}${onFirst}` }
}

/**
 * A text as a string of CSS (CSS Syntax Level 3, 4.3.5). Quotes, backslashes and controls are written as
 * escapes, and so is “<”, so that no text could end an element that holds the style. CSS has no NUL: it is left out.
 */
export function cssString(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029"\\<]/g
  const escaped = text.replace(unsafe, (sign) =>
    sign === "\0" ? "" : `\\${sign.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}
