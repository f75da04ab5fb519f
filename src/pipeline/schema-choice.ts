import { type LocatedSchema, locateSchemas, withoutSchema } from "../brought/association.js"
import type { Check } from "../check/check-document.js"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import type { EditionSettings } from "../model/edition.js"
import { startOfFile } from "../model/source-span.js"
import type { BroughtTei, Folder } from "./brought.js"
import type { SchemaShelf } from "./schema-shelf.js"

/**
 * What a brought file must fit: the schemas of edition.yaml, or else those that the file names and that lie in
 * the edition's folder. Where there are none, that is said.
 */
export async function schemasFor(
  brought: BroughtTei,
  settings: EditionSettings,
  folder: Folder,
  shelf: SchemaShelf,
): Promise<Outcome<readonly Check[]>> {
  const has = (path: string) => folder.bytes(path) !== undefined
  const stated = settings.schemas ?? []
  const located =
    stated.length > 0 ? ofEdition(stated, settings, has) : locateSchemas(brought.schemas, brought.file, has)
  const opened = await shelf.open(located.value, folder)
  const diagnostics = [...located.diagnostics, ...opened.diagnostics]
  if (brought.schemas.length === 0 && stated.length === 0)
    return {
      value: opened.value,
      diagnostics: [...diagnostics, withoutSchema(brought.file)],
    }
  return { value: opened.value, diagnostics }
}

const kinds: Readonly<Record<string, LocatedSchema["kind"]>> = {
  rng: "relaxng",
  rnc: "relaxng-compact",
  sch: "schematron",
  xsd: "xsd",
}

function ofEdition(
  stated: readonly string[],
  { fieldSpans }: EditionSettings,
  has: (path: string) => boolean,
): Outcome<readonly LocatedSchema[]> {
  const diagnostics: Diagnostic[] = []
  const value = stated.flatMap((path, index): readonly LocatedSchema[] => {
    const span =
      fieldSpans?.get(`schema.${index}`) ?? fieldSpans?.get("schema") ?? startOfFile("edition.yaml")
    const kind = kinds[path.replace(/^.*\./, "").toLowerCase()]
    if (kind === undefined) {
      // Here it is the edition that names it, and would be checked by nothing.
      const problem = diagnose("schema-unread", { name: path, kind: "no .rng, .rnc, .sch or .xsd" }, span)
      diagnostics.push({ ...problem, severity: "warning" })
      return []
    }
    if (has(path)) return [{ kind, href: path, path, by: "edition", span }]
    diagnostics.push(diagnose("file-not-found", { name: path }, span))
    return []
  })
  return { value, diagnostics }
}
