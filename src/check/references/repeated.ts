import type { Code } from "../../diagnostics/catalogue.js"
import type { Diagnostic } from "../../diagnostics/diagnostic.js"

/** What `checkReferences` finds wherever the rule of the same id does, and more exactly. */
const covered: readonly Code[] = ["pointer-unresolved", "hand-mistaken", "stage-mistaken"]

/** What a schema's rules say of a document, without what is said of its pointers already. */
export function withoutRepeated(
  rules: readonly Diagnostic[],
  references: readonly Diagnostic[],
): readonly Diagnostic[] {
  return rules.filter((rule) => {
    if (covered.includes(rule.code)) return false
    const same = references.filter((each) => each.code === rule.code)
    switch (rule.code) {
      // The edition's own rules for these two ask for more than TEI does, so only what both say is dropped.
      case "span-backwards":
        return !same.some((each) => isWithin(each, rule))
      case "transposition-mistaken": {
        // The rule stands at the transposition, and names all the pointers in it that are wrong.
        const told = new Set(same.flatMap(targetsIn))
        const targets = targetsIn(rule)
        return targets.length === 0 || !targets.every((target) => told.has(target))
      }
      default:
        return true
    }
  })
}

function isWithin({ span }: Diagnostic, { span: around }: Diagnostic): boolean {
  if (span === undefined || around === undefined) return false
  return span.start.offset >= around.start.offset && span.end.offset <= around.end.offset
}

const targetsIn = ({ message }: Diagnostic): readonly string[] => message.match(/#[^\s,]+/g) ?? []
