import type { CatalogueEntry } from "./entry.js"

export const rules = {} as const satisfies Readonly<Record<string, CatalogueEntry>>
