import ts from "typescript"

/** A file of the project, by its path from the root. */
export interface ProjectFile {
  readonly path: string
  readonly text: string
}

/** What an area of src may import: other areas, and packages each with the reason for it. */
export interface Area {
  readonly areas: readonly string[]
  readonly packages: Readonly<Record<string, string>>
}

/** The area a file of src belongs to: its folder, or its own name at the top. */
export function areaOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.ts$/, "")
}

/** What a file imports, re-exports or loads: the name as written, relative ones as an area of src. */
export function importsOf(file: ProjectFile): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isLoad =
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || isRequire(node.expression))
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : isLoad
          ? node.arguments[0]
          : undefined
    if (named !== undefined) found.push(nameOf(named))
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

/** `createRequire(…)`, which is then called with a package's name. */
function isRequire(called: ts.Expression): boolean {
  return (
    ts.isCallExpression(called) &&
    ts.isIdentifier(called.expression) &&
    called.expression.text === "createRequire"
  )
}

/** A package that brings no types may be loaded as `import("name" as string)`. */
function nameOf(named: ts.Expression): string {
  if (ts.isAsExpression(named)) return nameOf(named.expression)
  return ts.isStringLiteralLike(named) ? named.text : "a computed name"
}

/** Imports that the table does not allow. */
export function importBreaches(file: ProjectFile, table: Readonly<Record<string, Area>>): readonly string[] {
  const from = areaOf(file.path)
  const area = table[from]
  if (area === undefined) return [`${file.path}: the table of architecture.test.ts does not know ${from}`]
  return importsOf(file).flatMap((name) => {
    if (!name.startsWith(".")) {
      const bare = name.startsWith("node:") ? name : name.split("/", name.startsWith("@") ? 2 : 1).join("/")
      return bare in area.packages ? [] : [`${file.path}: ${from} may not import ${bare}`]
    }
    const { pathname } = new URL(name, `file:///${file.path}`)
    if (!pathname.startsWith("/src/")) return [`${file.path}: ${name} lies outside src`]
    const to = areaOf(pathname.slice(1).replace(/\.js$/, ".ts"))
    return to === from || area.areas.includes(to) ? [] : [`${file.path}: ${from} may not import ${to}`]
  })
}

/** Codes of which no file speaks; a code is named where it stands in quotation marks or by itself. */
export function unnamedCodes(codes: readonly string[], files: readonly ProjectFile[]): readonly string[] {
  return codes.filter((code) => {
    const alone = new RegExp(`(?<![\\w-])${code}(?![\\w-])`)
    return !files.some((file) => alone.test(file.text))
  })
}

/** Work left undone, and tests that do not run. */
export function loose(file: ProjectFile): readonly string[] {
  const patterns = [/\b(TODO|FIXME)\b/, /\.(skip|only|todo|fails)\(/, /\bx(it|test|describe)\(/]
  return lineBreaches(file, patterns)
}

/** What gives another result at another moment or place. */
export function unrepeatable(file: ProjectFile): readonly string[] {
  const patterns = file.path.endsWith(".xsl")
    ? [/\bcurrent-(date|time|dateTime)\(/, /\brandom-number-generator\(/]
    : [
        /\bDate\.now\b/,
        /\bnew Date\(\s*\)/,
        /\bDate\(\)/,
        /\bMath\.random\b/,
        /\bperformance\.now\b/,
        /\brandomUUID\b/,
        /\bprocess\.(hrtime|cwd|env|pid)\b/,
        /\bfetch\(/,
        /\btoLocale\w*String\(|\bnew Intl\.|\blocaleCompare\(/,
      ]
  return lineBreaches(file, patterns)
}

/** HTML in strings: pages are built in XSLT, where the serialiser sees to the escaping. */
export function htmlInStrings(file: ProjectFile): readonly string[] {
  const found: string[] = []
  const tag = /<(p|div|span|html|head|body|section|article|nav|ul|ol|li|table|h[1-6])\b/
  const visit = (node: ts.Node): void => {
    const isLiteral = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
    const hit = isLiteral ? tag.exec(node.getText()) : null
    if (hit === null) ts.forEachChild(node, visit)
    else found.push(`${file.path}: ${hit[0]} in a string`)
  }
  visit(parse(file))
  return found
}

export function tooLong(file: ProjectFile, limit: number): readonly string[] {
  const lines = file.text.trimEnd().split("\n").length
  return lines > limit ? [`${file.path}: ${lines} lines, ${limit} at most`] : []
}

/** Addresses of a registry, which would tie the installation to one machine's. */
export function lockedAddresses(lock: string): readonly string[] {
  return Array.from(lock.matchAll(/"resolved":\s*"(https?:[^"]*)"/g), (match) => match[1] ?? "")
}

function lineBreaches(file: ProjectFile, patterns: readonly RegExp[]): readonly string[] {
  return file.text.split("\n").flatMap((line, at) => {
    const hit = patterns.map((pattern) => pattern.exec(line)).find((match) => match !== null)
    return hit ? [`${file.path}:${at + 1}: ${hit[0]}`] : []
  })
}

function parse(file: ProjectFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true)
}
