import type { FaultKind } from "./fault.js"
import { matching, textsOf } from "./fault.js"

const transcriptions = /^sources\/[^/]+\.md$/

/** Matches in the body of a transcription alone, with the paragraph in which each stands. */
const inBody = (
  pattern: RegExp,
  fault: (
    match: RegExpExecArray,
    paragraph: string,
    text: string,
  ) => { readonly put: string; readonly at?: number } | undefined,
): FaultKind["places"] =>
  matching(transcriptions, pattern, (match, text) => {
    if (match.index < text.indexOf("\n---\n", 3)) return undefined
    const start = text.lastIndexOf("\n\n", match.index) + 2
    const end = text.indexOf("\n\n", match.index)
    return fault(match, text.slice(start, end === -1 ? text.length : end), text)
  })

/** How often a sign stands in a paragraph. */
const count = (paragraph: string, sign: string) => paragraph.split(sign).length - 1

/** A word with two of its letters exchanged, as fingers do. */
export function misspelt(word: string): string {
  for (let at = Math.floor(word.length / 2); at > 0; at--) {
    const [a, b] = [word[at - 1], word[at]]
    if (a !== undefined && b !== undefined && a !== b && /^[a-z]{2}$/i.test(a + b))
      return word.slice(0, at - 1) + b + a + word.slice(at + 1)
  }
  return `${word}x`
}

/** Kinds of fault in the signs of a line: pairs, directives, braces. */
export const signFaults: readonly FaultKind[] = [
  {
    name: "deletion not closed",
    code: "mark-unclosed",
    // Where the paragraph has a second pair, nobody can tell which sign is missing.
    places: inBody(/(?<!\{)~~([^~\n]+)~~(?:\{[^}\n]*\})?/g, ([, words], paragraph) =>
      count(paragraph, "~~") === 2 ? { put: `~~${words}` } : undefined,
    ),
  },
  {
    name: "deletion not opened",
    // The sign is the same on both sides, so that what is left over is one that opens.
    code: "mark-unclosed",
    places: inBody(/(?<!\{)~~([^~\n]+)~~(?!\{)/g, ([, words = ""], paragraph) =>
      count(paragraph, "~~") === 2 ? { put: `${words}~~`, at: words.length } : undefined,
    ),
  },
  {
    name: "addition not closed",
    code: "mark-unclosed",
    places: inBody(/<sup>([^<\n]+)<\/sup>(?:\{[^}\n]*\})?/g, ([, words]) => ({ put: `<sup>${words}` })),
  },
  {
    name: "addition not opened",
    code: "mark-unopened",
    places: inBody(/<sup>([^<\n]+)<\/sup>(?!\{)/g, ([, words = ""]) => ({
      put: `${words}</sup>`,
      at: words.length,
    })),
  },
  {
    name: "highlight not closed",
    code: "mark-unclosed",
    // Asterisks that pair with nothing are characters of the page, so that one left out is no fault.
    places: inBody(/<u>([^<\n]+)<\/u>/g, ([, words]) => ({ put: `<u>${words}` })),
  },
  {
    name: "marks crossed",
    code: "mark-crossed",
    places: inBody(/<(sup|u)>([^<\n]+)<\/\1>(?!\{)/g, ([, tag, words]) => {
      const other = tag === "u" ? "sup" : "u"
      return { put: `<${tag}><${other}>${words}</${tag}></${other}>` }
    }),
  },
  {
    name: "bracket of a directive not closed",
    code: "mark-unclosed",
    places: inBody(/:[a-z-]+\[[^\]\n]+\](?:\{[^}\n]*\})?/g, ([whole]) => ({
      put: whole.slice(0, whole.indexOf("]")),
    })),
  },
  {
    name: "brace not closed",
    code: "attributes-unreadable",
    places: inBody(/(:[a-z-]+(?:\[[^\]\n]*\])?\{[^}\n]*)\}/g, ([, whole = ""]) => ({ put: whole })),
  },
  {
    name: "directive misspelt",
    code: "directive-unknown",
    places: inBody(/(?<!:):([a-z-]{3,})(?=[[{])/g, ([, name = ""]) => ({ put: `:${misspelt(name)}` })),
  },
  {
    name: "container misspelt",
    code: "directive-unknown",
    places: inBody(/^:::([a-z]+)/gm, ([, name = ""]) => ({ put: `:::${misspelt(name)}` })),
  },
  {
    name: "TEI's name typed as a directive",
    code: "directive-unknown",
    places: inBody(/(?<!:):(person|place|deletion|addition|abbreviation)(?=\[)/g, ([, name = ""]) => {
      const tei = {
        person: "persName",
        place: "placeName",
        deletion: "del",
        addition: "add",
        abbreviation: "abbr",
      }
      return { put: `:${tei[name as keyof typeof tei]}` }
    }),
  },
  {
    name: "attribute misspelt",
    code: "attribute-unknown",
    places: inBody(
      /(?<=\{(?:[^}\n]* )?)(hand|stage|place|cert|rend|reason|agent|group)(?==[^}\n]*\})/g,
      ([, name = ""]) => ({ put: misspelt(name) }),
    ),
  },
  {
    name: "value not on the list",
    code: "attribute-unfit",
    places: inBody(/(?<=[{ ](?:place|cert|reason|agent)=)[a-z-]+(?=[^}\n]*\})/g, ([value]) => ({
      put: misspelt(value),
    })),
  },
  {
    name: "several words without quotation marks",
    code: "attributes-unreadable",
    places: inBody(
      /(?<=\{[^}\n]*=)"([^"\n]+ [^"\n]+)"|(?<=[{ ](?:place|reason)=)([a-z]+)(?=[ }])/g,
      ([, quoted, word]) => ({
        put: quoted ?? `the ${word}`,
      }),
    ),
  },
  {
    name: "unit of a gap missing",
    code: "extent-halved",
    places: inBody(/:(?:gap|space)\{[^}\n]*\}/g, ([whole]) => ({ put: whole.replace(/ unit=\w+/, "") })),
  },
  {
    name: "words in a gap",
    code: "content-unwanted",
    places: inBody(/:(?:gap|space|page|column|hand)(?=\{)/g, ([whole]) => ({ put: `${whole}[two barrels]` })),
  },
  {
    name: "hand not described",
    code: "hand-undeclared",
    places: inBody(/(?<=[{ ](?:hand|new)=)[a-z]+/g, ([name]) => ({ put: misspelt(name) })),
  },
  {
    name: "stage not described",
    code: "stage-undeclared",
    places: inBody(/(?<=[{ ]stage=)[a-z]+/g, ([name]) => ({ put: misspelt(name) })),
  },
  {
    name: "halves of a substitution not parted",
    code: "separator-missing",
    places: inBody(/\{~~([^~\n]+)~>([^~\n]+)~~\}/g, ([, old, put]) => ({ put: `{~~${old} ${put}~~}` })),
  },
  {
    name: "tag of another house",
    code: "tag-unknown",
    places: inBody(/<u>([^<\n]+)<\/u>|\*([a-z]+)\*/gi, ([, a, b]) => ({
      put: `<keyword>${a ?? b}</keyword>`,
    })),
  },
  {
    name: "place named twice",
    code: "id-twice",
    places: (edition) =>
      textsOf(edition, transcriptions).flatMap(({ file, text }) => {
        const named = /\{#([a-z]+)\}/.exec(text)
        if (named === null) return []
        return Array.from(text.matchAll(/:unclear\[[^\]\n]*\]\{/g), ({ index, 0: whole }) => ({
          file,
          after: `${text.slice(0, index)}${whole}#${named[1]} ${text.slice(index + whole.length)}`,
          // The second of the two is the one that has to give way.
          at: index < named.index ? named.index + (named[1]?.length ?? 0) + 2 : index,
        }))
      }),
  },
  {
    name: "end of a passage missing",
    code: "place-unresolved",
    places: (edition) =>
      textsOf(edition, transcriptions).flatMap(({ file, text }) =>
        Array.from(text.matchAll(/:[a-z]+-from\{to=([a-z]+)/g), ({ index, 1: name }) => ({
          file,
          after: text.replace(`:to{#${name}}`, ""),
          at: index,
        })),
      ),
  },
  {
    name: "metamark that points at nothing",
    code: "place-unresolved",
    places: inBody(/(?<=target=)[a-z]+/g, ([name]) => ({ put: misspelt(name) })),
  },
  {
    name: "substitution joined under two names",
    code: "join-incomplete",
    places: inBody(/(?<=[{ ]join=)[a-z]+/g, ([name]) => ({ put: `${name}x` })),
  },
  {
    name: "number of a transposition given twice",
    code: "transposition-incomplete",
    places: inBody(/(?<=:transposition\[[^\]\n]*\]\{n=)(\d)/g, ([number]) => ({
      put: number === "1" ? "2" : "1",
    })),
  },
  {
    name: "attribute missing",
    code: "attribute-missing",
    places: inBody(/(:(?:transposition|metamark|foreign|sic)\[[^\]\n]*\])\{[^}\n]*\}/g, ([, whole = ""]) => ({
      put: whole,
    })),
  },
  {
    name: "ends of a passage exchanged",
    code: "span-backwards",
    places: (edition) =>
      textsOf(edition, transcriptions).flatMap(({ file, text }) =>
        Array.from(text.matchAll(/:[a-z]+-from\{to=([a-z]+)[^}\n]*\}/g), ({ 0: beginning, 1: name }) => {
          const end = `:to{#${name}}`
          const exchanged = text.replace(beginning, "\0").replace(end, beginning).replace("\0", end)
          return { file, after: exchanged, at: exchanged.indexOf(beginning) }
        }),
      ),
  },
  {
    name: "mark around nothing",
    code: "mark-empty",
    places: inBody(/(?<=[a-z] )the(?= [a-z])/g, () => ({ put: "<sup></sup>the" })),
  },
  {
    name: "directive of a paragraph within one",
    code: "directive-alone",
    places: inBody(/(?<=\n\n)(?=[A-Z][a-z]+ [a-z])/g, () => ({ put: "::salute[Well] " })),
  },
]
