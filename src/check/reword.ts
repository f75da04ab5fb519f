/** What libxml2 says of a place where a file leaves the grammar. */
export interface GrammarError {
  readonly message: string
  readonly line: number
}

/** The same in an editor's words; `element` is the name of the element it is about, where that is known. */
export interface GrammarProblem {
  readonly line: number
  readonly element?: string
  readonly problem: string
}

/** Each kind of message, and what it tells an editor. A message that no line fits only echoes another. */
const wordings: readonly (readonly [RegExp, (...names: string[]) => Omit<GrammarProblem, "line">])[] = [
  [
    /^Did not expect element (\S+) there/,
    (name) => ({ element: name, problem: `<${name}> does not belong here` }),
  ],
  [
    /^Expecting element (\S+), got (\S+)/,
    (wanted, got) => ({ element: got, problem: `<${got}> stands where <${wanted}> belongs` }),
  ],
  [
    /^Expecting an element (\S*), ?got nothing/,
    (name) => ({ problem: name ? `<${name}> is missing here` : "something is missing here" }),
  ],
  [
    /^Invalid attribute (\S+) for element (\S+)/,
    (attribute, name) => ({
      element: name,
      problem: `the attribute ${attribute} of <${name}> is not known here, or its value is not one of those allowed`,
    }),
  ],
  [
    /^Element (\S+) failed to validate attributes/,
    (name) => ({
      element: name,
      problem: `<${name}> lacks an attribute it must have, or has one that does not fit`,
    }),
  ],
  [
    /^Did not expect text in element (\S+) content/,
    (name) => ({ element: name, problem: `<${name}> holds words where none may stand` }),
  ],
  [
    /^Element (\S+) has extra content: (\S+)/,
    (name, extra) => ({
      element: extra === "text" ? name : extra,
      problem: `<${name}> may not hold ${extra === "text" ? "words" : `<${extra}>`} here`,
    }),
  ],
  [
    /^Element (\S+) failed to validate content/,
    (name) => ({
      element: name,
      problem: `what <${name}> holds is not complete, or not in the order it must have`,
    }),
  ],
  [
    /^Extra element (\S+) in interleave/,
    (name) => ({ element: name, problem: `<${name}> does not belong here` }),
  ],
]

/** Messages that follow from another one on the same way up, or say less than it. */
const echo =
  /^(?:Element \S+ failed to validate content|Extra element \S+ in interleave|Invalid sequence|Extra data|Error validating)/

/**
 * Keeps one problem for each cause: the first of a line, and echoes only where nothing else is said.
 */
export function reword(errors: readonly GrammarError[]): readonly GrammarProblem[] {
  const telling = errors.filter((error) => !echo.test(error.message))
  const seen = new Set<number>()
  const kept: GrammarProblem[] = []
  for (const error of telling.length > 0 ? telling : errors.slice(0, 1)) {
    if (seen.has(error.line)) continue
    seen.add(error.line)
    kept.push(problemOf(error))
  }
  return kept
}

function problemOf({ message, line }: GrammarError): GrammarProblem {
  for (const [pattern, words] of wordings) {
    const found = pattern.exec(message)
    if (found) return { line, ...words(...found.slice(1).map((name) => name ?? "")) }
  }
  return { line, problem: message.trim().replace(/\.$/, "") }
}
