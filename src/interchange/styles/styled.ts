import type { BibliographicRecord } from "../../model/bibliographic-record.js"
import {
  type CitationRun,
  type CitationStyle,
  citationStyles,
  type StyledCitation,
} from "../../model/citation.js"
import { apaEntry } from "./apa.js"
import { chicagoEntry, chicagoNote } from "./chicago.js"
import { mlaEntry } from "./mla.js"

const entries: Readonly<Record<CitationStyle, (record: BibliographicRecord) => readonly CitationRun[]>> = {
  "chicago-note": chicagoNote,
  chicago: chicagoEntry,
  mla: mlaEntry,
  apa: apaEntry,
}

/** A document, or a passage whose address the record has, cited in a style; in English, as the styles are. */
export const citationIn = (style: CitationStyle, record: BibliographicRecord): readonly CitationRun[] =>
  entries[style](record)

export const citationsOf = (record: BibliographicRecord): readonly StyledCitation[] =>
  citationStyles.map((style) => ({ style, runs: citationIn(style, record) }))
