import type { LocatedSchema } from "../brought/association.js"
import type { Check } from "../check/check-document.js"
import { checkByGrammar } from "../check/relax-ng.js"
import { rememberedCheck } from "../check/remembered.js"
import { openRules } from "../check/rules.js"
import { compileRules, holdsRules } from "../check/schematron/compile-rules.js"
import { openXsd } from "../check/xsd.js"
import { type Diagnostic, diagnose, type Outcome } from "../diagnostics/diagnostic.js"
import { openSourceText } from "../model/source-text.js"
import { openCompiled, readSchema, serialiseSchema } from "../relaxng/index.js"
import type { Folder } from "./brought.js"
import type { Resources } from "./resources.js"

/**
 * Schemas, opened once for all files that they are to judge, and once for all runs of `stet check --watch` and
 * `stet serve` as long as none of their files changes; nor is a file judged twice that has not changed. What
 * takes long to make is kept on disk.
 */
export interface SchemaShelf {
  /** stet's own, for the TEI that it writes. */
  readonly own: () => Promise<readonly Check[]>
  /** Those that brought files name; what is wrong with a schema is told at its own line. */
  readonly open: (schemas: readonly LocatedSchema[], folder: Folder) => Promise<Outcome<readonly Check[]>>
}

type Opened = Outcome<readonly Check[]>
/** Gives the text of a schema's file by its path in the edition's folder. */
type Load = (path: string) => string | undefined

/** A file of a schema by its path in the edition's folder. */
interface SchemaFile {
  readonly name: string
  readonly text: string
}

export function shelfOf(resources: Resources): SchemaShelf {
  let own: Promise<readonly Check[]> | undefined
  const known = new Map<string, { readonly texts: readonly SchemaFile[]; readonly opened: Promise<Opened> }>()
  // A folder is opened once for each run: within it, a schema's files are read once for all that they judge.
  const readIn = new WeakMap<Folder, Map<string, readonly SchemaFile[]>>()
  const textsIn = (folder: Folder, path: string, load: Load): readonly SchemaFile[] => {
    const read = readIn.get(folder) ?? new Map<string, readonly SchemaFile[]>()
    readIn.set(folder, read)
    const texts = read.get(path) ?? textsOf(path, load)
    read.set(path, texts)
    return texts
  }
  const openOne = (schema: LocatedSchema, folder: Folder): Promise<Opened> => {
    const load: Load = (path) => {
      const bytes = folder.bytes(path)
      return bytes && new TextDecoder().decode(bytes)
    }
    const texts = textsIn(folder, schema.path, load)
    const key = `${schema.kind} ${schema.phase ?? ""} ${schema.path}`
    const shelved = known.get(key)
    if (shelved && isSame(shelved.texts, texts)) return shelved.opened
    const opened = openSchema(schema, texts, load, resources).then(({ value, diagnostics }) => ({
      value: value.map(rememberedCheck),
      diagnostics,
    }))
    known.set(key, { texts, opened })
    return opened
  }
  return {
    own: () => {
      own ??= openOwn(resources).then((checks) => checks.map(rememberedCheck))
      return own
    },
    open: async (schemas, folder) => {
      const outcomes = await Promise.all(schemas.map((each) => openOne(each, folder)))
      return {
        value: outcomes.flatMap((each) => each.value),
        diagnostics: outcomes.flatMap((each) => each.diagnostics),
      }
    },
  }
}

async function openOwn(resources: Resources): Promise<readonly Check[]> {
  const grammar = openCompiled(await resources.compiledSchema())
  if (!grammar)
    throw new Error("The compiled schema of stet is broken or of another version; build stet again.")
  const rules = await openRules(await resources.rules())
  return [checkByGrammar(grammar), rules.check]
}

async function openSchema(
  schema: LocatedSchema,
  texts: readonly SchemaFile[],
  load: Load,
  resources: Resources,
): Promise<Opened> {
  const { kind, path } = schema
  const text = load(path) ?? ""
  switch (kind) {
    case "relaxng":
    case "relaxng-compact": {
      const grammar = await openGrammar(schema, text, texts, load, resources)
      const hasRules = texts.some((each) => holdsRules(each.text))
      const embedded = hasRules ? await openSchematron(schema, texts, resources) : nothing
      return joined(grammar, embedded)
    }
    case "schematron":
      return openSchematron(schema, texts, resources)
    case "xsd": {
      const xsd = await openXsd(text, { uri: path, load })
      const { value } = xsd
      return { value: value ? [(document) => value.check(document)] : [], diagnostics: xsd.diagnostics }
    }
    default:
      return { value: [], diagnostics: [diagnose("schema-unread", { name: path, kind }, schema.span)] }
  }
}

const nothing: Opened = { value: [], diagnostics: [] }
const joined = (a: Opened, b: Opened): Opened => ({
  value: [...a.value, ...b.value],
  diagnostics: [...a.diagnostics, ...b.diagnostics],
})

async function openGrammar(
  { kind, path }: LocatedSchema,
  text: string,
  texts: readonly SchemaFile[],
  load: Load,
  { version, cache }: Resources,
): Promise<Opened> {
  const words = ["grammar", version, ...texts.flatMap((each) => [each.name, each.text])]
  const kept = await cache.read(words)
  const compiled = kept === undefined ? undefined : openCompiled(kept)
  if (compiled) return { value: [checkByGrammar(compiled)], diagnostics: [] }
  const { schema, errors } = readSchema(text, {
    uri: path,
    load: (uri) => load(pathOf(uri)),
    syntax: kind === "relaxng" ? "xml" : "compact",
  })
  const diagnostics = errors.map((error): Diagnostic => {
    const file = pathOf(error.file)
    const start = placeIn(load(file) ?? "", error.line, error.column)
    return diagnose("schema-broken", { problem: error.message }, { file, start, end: start })
  })
  if (!schema) return { value: [], diagnostics }
  await cache.keep(words, serialiseSchema(schema))
  return { value: [checkByGrammar(schema)], diagnostics }
}

/** A Schematron file, or the rules that stand in a grammar. */
async function openSchematron(
  { path, phase }: LocatedSchema,
  texts: readonly SchemaFile[],
  { version, cache, ruleGenerator, compileStylesheet }: Resources,
): Promise<Opened> {
  const words = ["rules", version, phase ?? "", ...texts.flatMap(({ name, text }) => [name, text])]
  const kept = await cache.read(words)
  if (kept !== undefined) return { value: [(await openRules(kept)).check], diagnostics: [] }
  const compiled = await compileRules(
    texts.filter(({ name, text }) => name === path || (!path.endsWith(".sch") && holdsRules(text))),
    {
      generator: await ruleGenerator(),
      load: async (href, from) => texts.find(({ name }) => name === beside(from, href)),
      compile: compileStylesheet,
      ...(phase === undefined ? {} : { phase }),
    },
  )
  if (compiled.value === undefined) return { value: [], diagnostics: compiled.diagnostics }
  // What was noticed on the way is to be told again the next time, so only what is whole is kept.
  if (compiled.diagnostics.length === 0) await cache.keep(words, compiled.value)
  return { value: [(await openRules(compiled.value)).check], diagnostics: compiled.diagnostics }
}

/** How schemas of all kinds name further files; what merely looks like it does no harm. */
const naming = /(?:href|schemaLocation)\s*=\s*["']([^"'\s]+)["']|(?:include|external)\s+"([^"]+)"/g

/** A schema's file, and all files that it names. */
function textsOf(path: string, load: Load): readonly SchemaFile[] {
  const found = new Map<string, string>()
  const visit = (at: string): void => {
    const text = found.has(at) ? undefined : load(at)
    if (text === undefined) return
    found.set(at, text)
    for (const [, href, compact] of text.matchAll(naming)) {
      const named = href ?? compact ?? ""
      if (!/^[a-z][a-z\d+.-]*:/i.test(named)) visit(beside(at, named))
    }
  }
  visit(path)
  return Array.from(found, ([name, text]) => ({ name, text }))
}

/** A reference from one file to another, as a path in the edition's folder. */
function beside(base: string, href: string): string {
  const { pathname } = new URL(href, `file:///${base}`)
  return decodeURIComponent(pathname.slice(1))
}

/** The validator resolves references against URIs; a path in the folder is one without its scheme. */
const pathOf = (uri: string) => decodeURIComponent(uri.replace(/^schema:\//, ""))

const isSame = (a: readonly SchemaFile[], b: readonly SchemaFile[]) =>
  a.length === b.length &&
  a.every(({ name, text }, index) => name === b[index]?.name && text === b[index]?.text)

function placeIn(text: string, line: number, column: number) {
  const { spanAt } = openSourceText("", text)
  let offset = 0
  for (let at = 1; at < line; at++) offset = text.indexOf("\n", offset) + 1
  return spanAt(offset + column - 1, offset + column - 1).start
}
