import type { CatalogueEntry } from "./entry.js"

export const pointers = {} as const satisfies Readonly<Record<string, CatalogueEntry>>
