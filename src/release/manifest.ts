import { createHash } from "node:crypto"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { SourceSpan } from "../model/source-span.js"

/** The file of a release that has the digest of every other; in the form of `sha256sum`, and of BagIt's manifests. */
export const manifestName = "manifest-sha256.txt"

export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

/** A line for each file: 64 hexadecimal digits, two blanks, the path; in the order of the paths. */
export function manifestOf(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
): string {
  return files
    .map(({ path, content }) => [path, sha256(content)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join("")
}

/** A file that a manifest names, and where it does. */
export interface ManifestEntry {
  readonly digest: string
  readonly path: string
  readonly span: SourceSpan
}

/** Reads a manifest; `file` is its name for the editor. A line that is none, and a path named twice or leading out, are told. */
export function readManifest(text: string, file: string): Outcome<readonly ManifestEntry[]> {
  const entries: ManifestEntry[] = []
  const diagnostics: Diagnostic[] = []
  const seen = new Set<string>()
  let offset = 0
  for (const [index, line] of text.split("\n").entries()) {
    const start = { line: index + 1, column: 1, offset }
    const span = {
      file,
      start,
      end: { line: index + 1, column: line.length + 1, offset: offset + line.length },
    }
    offset += line.length + 1
    if (line === "") continue
    const [, digest, path] = /^([0-9a-f]{64}) [ *]([^\r\0]+)$/.exec(line) ?? []
    if (digest === undefined || path === undefined) diagnostics.push(diagnose("manifest-malformed", {}, span))
    else if (
      path.split("/").some((step) => step === "" || step === "." || step === "..") ||
      /[\\:]/.test(path)
    )
      diagnostics.push(diagnose("path-outside", { name: path }, span))
    else if (seen.has(path)) diagnostics.push(diagnose("manifest-twice", { name: path }, span))
    else {
      seen.add(path)
      entries.push({ digest, path, span })
    }
  }
  return { value: entries, diagnostics }
}

/** What of a release is not as its manifest says. `digests` are those of the files that are there, by their paths. */
export function manifestProblems(
  entries: readonly ManifestEntry[],
  digests: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const named = new Set(entries.map(({ path }) => path))
  return [
    ...entries.flatMap(({ path, digest, span }) => {
      const there = digests.get(path)
      if (there === undefined) return [diagnose("release-file-missing", { name: path }, span)]
      return there === digest ? [] : [diagnose("release-file-changed", { name: path }, span)]
    }),
    ...[...digests.keys()]
      .filter((path) => !named.has(path) && path !== manifestName)
      .map((path) => diagnose("release-file-unlisted", { name: path })),
  ]
}
