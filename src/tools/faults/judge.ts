import type { Check } from "../../check/check-document.js"
import { loadProfiles } from "../../cli/edition-files.js"
import { resources } from "../../cli/resources.js"
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.js"
import {
  checkEdition,
  isOfBrought,
  openBrought,
  openEdition,
  openShelf,
  type SchemaShelf,
  type SourceFile,
} from "../../pipeline.js"
import type { Fault, Files } from "./fault.js"
import { withFile } from "./valid-editions.js"

/** What was said of a fault, and whether it was right. */
export interface Verdict {
  readonly fault: Fault
  /** Errors and warnings that the valid edition has not. */
  readonly findings: readonly Diagnostic[]
  /** Whether one of them stands in the line to mend. */
  readonly line: boolean
  /** Whether one of those in that line has the code. */
  readonly code: boolean
}

/** Checks editions as `stet check` does, in this process. */
export interface Judge {
  readonly encode: (files: Files) => Promise<readonly { readonly name: string; readonly text: string }[]>
  readonly findingsIn: (files: Files) => Promise<readonly Diagnostic[]>
  readonly judge: (fault: Fault) => Promise<Verdict>
}

export async function openJudge(): Promise<Judge> {
  const given = resources("0.1.0")
  const shelf = remembering(await openShelf(given))
  const profiles = await loadProfiles()
  const usual = new Map<Files, readonly Diagnostic[]>()

  const check = async (files: Files) => {
    const all = [...files].map(([file, bytes]): SourceFile => ({ file, bytes }))
    const isRegister = ({ file }: SourceFile) => file.startsWith("sources/registers/")
    const broughtFiles = all.filter((each) => /^sources\/.*\.xml$/.test(each.file) && !isRegister(each))
    const folder = {
      bytes: (path: string) => files.get(path),
      beginning: () => undefined,
      paths: () => new Set(files.keys()),
    }
    const brought = openBrought(broughtFiles, folder)
    const edition = openEdition(
      { file: "edition.yaml", bytes: files.get("edition.yaml") ?? new Uint8Array() },
      all.filter(({ file }) => file.endsWith(".md")),
      all.filter(isRegister),
      profiles,
      brought.value,
    )
    const diagnostics = [...brought.diagnostics, ...edition.diagnostics]
    if (!edition.value) return { documents: [], diagnostics }
    const names = new Set(broughtFiles.map((each) => each.file))
    const opened = { edition: edition.value, brought: brought.value, broughtFiles: names, folder }
    if (hasErrors(diagnostics.filter((each) => !isOfBrought(each, opened))))
      return { documents: [], diagnostics }
    const checked = await checkEdition(opened, given, shelf)
    return { documents: checked.value.documents, diagnostics: [...diagnostics, ...checked.diagnostics] }
  }

  const findingsIn = async (files: Files) => (await check(files)).diagnostics
  return {
    findingsIn,
    encode: async (files) => (await check(files)).documents,
    judge: async (fault) => {
      const before = usual.get(fault.edition.files) ?? (await findingsIn(fault.edition.files))
      usual.set(fault.edition.files, before)
      const after = await findingsIn(withFile(fault.edition.files, fault.file, fault.after))
      // What is told by the way is no finding, but for a fault of which no more is to be said.
      const findings = beyond(before, after).filter(
        ({ severity, code }) => severity !== "info" || code === fault.expected.code,
      )
      return verdictOn(fault, findings)
    },
  }
}

/** Whether the findings are what an editor should be told of a fault. */
function verdictOn(fault: Fault, findings: readonly Diagnostic[]): Verdict {
  const { file, line, orLine, code } = fault.expected
  const there = findings.filter(
    ({ span }) => span?.file === file && (span.start.line === line || span.start.line === orLine),
  )
  return { fault, findings, line: there.length > 0, code: there.some((each) => each.code === code) }
}

/** What is said now and was not said before; a line that moved makes no difference. */
function beyond(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = new Map<string, number>()
  const keyOf = ({ code, message, span }: Diagnostic) => `${code} ${span?.file} ${message}`
  for (const each of before) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1)
  return after.filter((each) => {
    const known = left.get(keyOf(each)) ?? 0
    left.set(keyOf(each), known - 1)
    return known <= 0
  })
}

/** A shelf whose checks remember what they said of a file: of an edition, one file alone is faulted. */
function remembering(shelf: SchemaShelf): SchemaShelf {
  const kept = new WeakMap<Check, Check>()
  const keep = (check: Check): Check => {
    const known = kept.get(check)
    if (known) return known
    const told = new Map<string, ReturnType<Check>>()
    const made: Check = (document) => {
      const key = `${document.name}\n${document.text}`
      const said = told.get(key) ?? check(document)
      told.set(key, said)
      return said
    }
    kept.set(check, made)
    return made
  }
  return {
    own: async () => (await shelf.own()).map(keep),
    open: async (schemas, folder) => {
      const opened = await shelf.open(schemas, folder)
      return { ...opened, value: opened.value.map(keep) }
    },
  }
}
