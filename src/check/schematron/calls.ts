/** Functions that look beyond the file, or at the machine, or that could call such by name. */
const refused = new Set([
  "doc",
  "doc-available",
  "document",
  "collection",
  "uri-collection",
  "unparsed-text",
  "unparsed-text-lines",
  "unparsed-text-available",
  "json-doc",
  "transform",
  "environment-variable",
  "available-environment-variables",
  "load-xquery-module",
  "function-lookup",
])

const standard = "http://www.w3.org/2005/xpath-functions"
const harmless = [
  `${standard}/map`,
  `${standard}/array`,
  `${standard}/math`,
  "http://www.w3.org/2001/XMLSchema",
]

// A number goes first: in “3-doc(…)” the hyphen belongs to no name. A variable may be called, and is no function.
const token =
  /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\$\s*[\p{L}\p{M}\p{N}_.:-]+|(?:Q\{([^}]*)\}|([\p{L}_][\p{L}\p{M}\p{N}_.-]*):)?([\p{L}_][\p{L}\p{M}\p{N}_.-]*)/gu

/**
 * The first function that an expression calls, or refers to as name#1, and may not. `namespaceOf` resolves a
 * prefix; `own` are the namespaces of functions that the schema defines itself. A name in a string counts as
 * well: to find out what is a string, one would have to be as clever as whoever wants to hide a call.
 */
export function refusedCall(
  expression: string,
  namespaceOf: (prefix: string) => string | undefined,
  own: ReadonlySet<string>,
): string | undefined {
  for (const { index, 0: whole, 1: braced, 2: prefix, 3: local } of expression.matchAll(token)) {
    if (local === undefined) continue
    const next = expression[skipBlanks(expression, index + whole.length)]
    if (next !== "(" && next !== "#") continue
    const namespace = braced?.trim() ?? (prefix === undefined ? standard : namespaceOf(prefix))
    if (namespace === standard ? refused.has(local) : !isAllowed(namespace, own)) return `${whole}()`
  }
  return undefined
}

function isAllowed(namespace: string | undefined, own: ReadonlySet<string>): boolean {
  return namespace !== undefined && (harmless.includes(namespace) || own.has(namespace))
}

/** Past blanks and comments, which may hold each other: (: a (: b :) c :). */
function skipBlanks(text: string, from: number): number {
  let at = from
  let depth = 0
  for (;;) {
    if (text.startsWith("(:", at)) {
      depth++
      at += 2
    } else if (depth > 0 && text.startsWith(":)", at)) {
      depth--
      at += 2
    } else if (at < text.length && (depth > 0 || /\s/.test(text[at] ?? ""))) at++
    else return at
  }
}
