import { strToU8, zipSync } from "fflate"

/** A file in a ZIP, by its path in it. */
export interface ZippedFile {
  readonly path: string
  readonly content: string | Uint8Array
}

/**
 * Files in one ZIP. The same files give the same bytes: names are sorted, and every date is `date` (ISO 8601), or
 * 1980-01-01, where the dates of a ZIP begin. `type` comes before all others and as it is, for formats that are told
 * by the first bytes of their files.
 */
export function writeZip(
  files: readonly ZippedFile[],
  date: string | undefined,
  type?: ZippedFile,
): Uint8Array {
  return zipSync(
    {
      ...(type === undefined ? {} : { [type.path]: [bytesOf(type.content), { level: 0 }] }),
      ...Object.fromEntries(
        files
          .map(({ path, content }) => [path, bytesOf(content)] as const)
          .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
      ),
    },
    { level: 9, mtime: dayOf(date), os: 0 },
  )
}

const bytesOf = (content: string | Uint8Array) => (typeof content === "string" ? strToU8(content) : content)

/** Noon, so that no time zone has another day; a ZIP keeps the hour of the clock, whatever the zone. */
function dayOf(date: string | undefined): Date {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? "") ?? []
  const told = new Date(Number(year), Number(month) - 1, Number(day), 12)
  return told.getFullYear() >= 1980 && told.getFullYear() < 2100 ? told : new Date(1980, 0, 1, 12)
}
