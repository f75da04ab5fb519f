import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../", import.meta.url))

/** Where the data lie that several projects share: STET_SHARED, or beside this project. */
export const shared = process.env["STET_SHARED"] ?? fileURLToPath(new URL("../shared", `file://${root}`))

/** The path of a shared file, or undefined where it is not there. */
export function sharedFile(name: string): string | undefined {
  const path = `${shared}/${name}`
  return existsSync(path) ? path : undefined
}
