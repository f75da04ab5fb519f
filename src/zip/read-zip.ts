import { unzipSync } from "fflate"

/** How much a ZIP may hold, before anything of it is unpacked. */
export interface ZipLimits {
  readonly files: number
  /** Bytes of all files together, unpacked. */
  readonly bytes: number
}

export const usualLimits: ZipLimits = { files: 200_000, bytes: 1024 ** 3 }

/**
 * The files of a ZIP by their paths, in memory; folders are passed over. A string says in an editor's words why there
 * are none: it is no ZIP, is damaged, holds too much, or has a name twice.
 */
export function readZip(
  bytes: Uint8Array,
  limits: ZipLimits = usualLimits,
): ReadonlyMap<string, Uint8Array> | string {
  let [count, size] = [0, 0]
  let problem: string | undefined
  const names = new Set<string>()
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (problem !== undefined || name.endsWith("/")) return false
        count += 1
        size += originalSize
        if (count > limits.files) problem = `it has more than ${limits.files} files`
        else if (size > limits.bytes) problem = `it holds more than ${limits.bytes} bytes`
        else if (names.has(name)) problem = `it has ${name} twice`
        names.add(name)
        return problem === undefined
      },
    })
    return problem ?? new Map(Object.entries(files))
  } catch (error) {
    return `it cannot be read as a ZIP (${error instanceof Error ? error.message : String(error)})`
  }
}
