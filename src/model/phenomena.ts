import { legibility } from "./phenomena/legibility.js"
import { page } from "./phenomena/page.js"
import { revision } from "./phenomena/revision.js"
import { wording } from "./phenomena/wording.js"
import { type AttributeRule, type Phenomenon, zone } from "./phenomenon.js"

/**
 * What a transcription can say of words within a line: each phenomenon's name, which is also the name of
 * its directive (`:unclear[word]{cert=low}`), with its TEI. The reader, the encoder, the way back and the
 * key to signs all work from this table, so that none of them can know a thing the others don't.
 */
const table = { ...revision, ...legibility, ...wording, ...page } as const

export type PhenomenonName = keyof typeof table

/** What has words, or is itself to be seen on the page, can be shown on an image. */
const zoned = (phenomenon: Phenomenon): Phenomenon =>
  phenomenon.content === "inline" || ["gap", "figure"].includes(phenomenon.element)
    ? {
        ...phenomenon,
        attributes: { ...phenomenon.attributes, zone } satisfies Record<string, AttributeRule>,
      }
    : phenomenon

export const phenomena = Object.fromEntries(
  Object.entries(table).map(([name, phenomenon]) => [name, zoned(phenomenon)]),
) as Readonly<Record<PhenomenonName, Phenomenon>>

/** Marks that may stand alone between blocks, where TEI allows milestones and the like. */
export const betweenBlocks: ReadonlySet<PhenomenonName> = new Set<PhenomenonName>([
  "page",
  "column",
  "deletion-from",
  "addition-from",
  "damage-from",
  "to",
  "catchword",
  "page-number",
  "running-head",
  "figure",
  "gap",
  "space",
])

/** What is done to words that stand there already, and so has a hand and a stage of its own. */
export const revisions: ReadonlySet<PhenomenonName> = new Set(
  (Object.keys(table) as PhenomenonName[]).filter((name) => {
    const { attributes } = phenomena[name]
    return attributes["hand"] !== undefined && attributes["stage"] !== undefined
  }),
)

export const isPhenomenon = (name: string): name is PhenomenonName => Object.hasOwn(table, name)
