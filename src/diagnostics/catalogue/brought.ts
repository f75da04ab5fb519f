import type { CatalogueEntry } from "./entry.js"

export const brought = {} as const satisfies Readonly<Record<string, CatalogueEntry>>
