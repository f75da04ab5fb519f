import { type FaultKind, matching, replaced, textsOf } from "./fault.js"
import { misspelt } from "./sign-faults.js"

const transcriptions = /^sources\/[^/]+\.md$/

/** Kinds of fault in what parts a letter: containers, tables, notes, names, characters. */
export const blockFaults: readonly FaultKind[] = [
  {
    name: "note missing",
    code: "note-missing",
    places: (edition) =>
      textsOf(edition, transcriptions).flatMap(({ file, text }) =>
        Array.from(text.matchAll(/\n\n\[\^(\w+)\]: [^\n]+/g), ({ index, 0: note, 1: label }) => ({
          file,
          after: replaced(text, index, index + note.length, ""),
          at: text.indexOf(`[^${label}]`),
        })),
      ),
  },
  {
    name: "note without a place",
    code: "note-unplaced",
    places: (edition) =>
      textsOf(edition, transcriptions).flatMap(({ file, text }) =>
        Array.from(text.matchAll(/\[\^(\w+)\](?!:)/g), ({ index, 0: mark }) => {
          const after = replaced(text, index, index + mark.length, "")
          return { file, after, at: after.indexOf(`${mark}:`) }
        }),
      ),
  },
  {
    name: "two notes with one label",
    code: "notes-twice",
    places: matching(transcriptions, /\[\^(\w+)\]: [^\n]+/g, ([note, label]) => ({
      put: `${note}\n\n[^${label}]: And another.`,
      at: note.length + 2,
    })),
  },
  {
    name: "container not closed",
    code: "container-unclosed",
    places: matching(transcriptions, /^:::[a-z]+(?:\{[^}\n]*\})?\n(?:(?!:::).*\n)+:::\n/gm, ([whole]) => ({
      put: whole.replace(/:::\n$/, ""),
    })),
  },
  {
    name: "container closed twice",
    code: "container-unopened",
    places: matching(transcriptions, /^:::$/gm, () => ({ put: ":::\n\n:::", at: 5 })),
  },
  {
    name: "words on the line of a container",
    code: "container-worded",
    places: matching(transcriptions, /^:::(?:quote|verse|address|postscript)$/gm, ([line]) => ({
      put: `${line} as he says`,
    })),
  },
  {
    name: "part of a letter within a container",
    code: "section-inside",
    places: matching(
      transcriptions,
      /^:::[a-z]+(?:\{[^}\n]*\})?\n(?:(?!:::).*\n)+(?=:::\n)/gm,
      ([whole]) => ({
        put: `${whole}\n::session\n\n`,
        at: whole.length + 1,
      }),
    ),
  },
  {
    name: "row with a cell too few",
    code: "row-uneven",
    places: matching(
      transcriptions,
      /(?<=\|\n)\|[^|\n]*[a-z][^|\n]*\|([^|\n]*\|)[^|\n]*\|$/gm,
      ([row, cell = ""]) => ({
        put: row.replace(cell, ""),
      }),
    ),
  },
  {
    name: "row without its last bar",
    code: "row-unclosed",
    places: matching(transcriptions, /(?<=\|\n)\|[^|\n]*[a-z][^|\n]*\|[^\n]*[^|\s][^|\n]*\|$/gm, ([row]) => ({
      put: row.slice(0, -1).trimEnd(),
    })),
  },
  {
    name: "name not in the registers",
    code: "entity-unknown",
    places: matching(transcriptions, /(?<=\[\[)[A-Za-z]+(?=[|\]])|(?<=ref=)[a-z-]+/g, ([name]) => ({
      put: misspelt(name),
    })),
  },
  {
    name: "name of two entries",
    code: "entity-ambiguous",
    places: matching(
      transcriptions,
      /\[\[(?:lowe|harker)\|[^\]\n]*\]\]|(?<=ref=)lowe-younger/g,
      ([whole]) => ({
        put: whole.startsWith("[[") ? "[[Mr. Lowe]]" : '"Mr. Lowe"',
      }),
    ),
  },
  {
    name: "person called a place",
    code: "entity-of-other-kind",
    places: matching(
      transcriptions,
      /:(person|place)(?=\[[^\]\n]*\]\{ref=)|\[\[([a-z]+)\|([^\]\n]*)\]\]/g,
      ([, kind, id, words]) => {
        if (kind !== undefined) return { put: kind === "person" ? ":place" : ":person" }
        const other = id === "canal" || id === "vestry" ? "place" : "organisation"
        return { put: `:${other}[${words}]{ref=${id}}` }
      },
    ),
  },
  {
    name: "byte that is no UTF-8",
    code: "file-not-utf8",
    places: (edition) =>
      [...edition.files]
        .filter(([file]) => transcriptions.test(file))
        .flatMap(([file, bytes]) =>
          // A letter e that another program wrote as Latin-1's é.
          [0.3, 0.5, 0.7, 0.9].map((part) => {
            const at = bytes.indexOf(0x65, Math.floor(bytes.length * part))
            const after = new Uint8Array(bytes)
            after[at] = 0xe9
            return { file, after, at }
          }),
        ),
  },
  {
    name: "direction control",
    code: "bidi-control",
    places: matching(transcriptions, /(?<=[a-z] )the(?= [a-z])/g, ([word]) => ({ put: `\u202e${word}` })),
  },
  {
    name: "control character",
    code: "character-forbidden",
    places: matching(transcriptions, /(?<=[a-z] )(?:and|to)(?= [a-z])/g, ([word]) => ({
      put: `\u000b${word}`,
    })),
  },
]
