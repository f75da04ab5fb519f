import { assumptions } from "./catalogue/assumptions.js"
import { blocks } from "./catalogue/blocks.js"
import { brought } from "./catalogue/brought.js"
import type { CatalogueEntry } from "./catalogue/entry.js"
import { files } from "./catalogue/files.js"
import { frontMatter } from "./catalogue/front-matter.js"
import { images } from "./catalogue/images.js"
import { ledger } from "./catalogue/ledger.js"
import { places } from "./catalogue/places.js"
import { pointers } from "./catalogue/pointers.js"
import { printing } from "./catalogue/printing.js"
import { registers } from "./catalogue/registers.js"
import { releases } from "./catalogue/releases.js"
import { rules } from "./catalogue/rules.js"
import { signs } from "./catalogue/signs.js"
import { tei } from "./catalogue/tei.js"

export type { CatalogueEntry, Severity } from "./catalogue/entry.js"

const entries = {
  ...files,
  ...signs,
  ...blocks,
  ...places,
  ...frontMatter,
  ...images,
  ...ledger,
  ...registers,
  ...assumptions,
  ...tei,
  ...pointers,
  ...rules,
  ...brought,
  ...releases,
  ...printing,
} as const

/** A permanent name of a problem, `subject-condition`. */
export type Code = keyof typeof entries

/** Every problem stet can report: severity, wording in the editor's words, and what to do. */
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = entries
