/** A file that hands the edition on: its path from the site's root, with slashes, and what stands in it. */
export interface InterchangeFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/** JSON as it is written everywhere here: two blanks to a level, a line end at its end; no value, no field. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

type Field = string | number | object | undefined

/** An object of those fields only that have something to say: no empty text, list or object. */
export function saying(
  fields: Readonly<Record<string, Field>>,
): Readonly<Record<string, Exclude<Field, undefined>>> {
  const said: Record<string, Exclude<Field, undefined>> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === "") continue
    if (typeof value === "object" && Object.keys(value).length === 0) continue
    said[name] = value
  }
  return said
}
