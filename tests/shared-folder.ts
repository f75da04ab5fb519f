import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what is made once in a run of the tests; it goes away with the run. */
    readonly sharedFolder: string
  }
}

export default function openSharedFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "stet-tests-"))
  project.provide("sharedFolder", folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
