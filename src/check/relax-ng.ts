import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { type Schema, validate } from "../relaxng/index.js"
import type { Check } from "./check-document.js"
import { type Describe, wordingOf } from "./wording.js"

/** Checks files by a RELAX NG grammar, in an editor's words. */
export function checkByGrammar(schema: Schema): Check {
  return (document) => {
    const namespace = document.elements[0]?.namespace ?? ""
    const describe: Describe = (element) => {
      const [, own, local] = /^\{([^}]*)\}(.*)$/.exec(element) ?? []
      return schema.describe(own ?? namespace, local ?? element.slice(element.indexOf(":") + 1))
    }
    const errors = validate(schema, document.text)
    return errors.flatMap((error): readonly Diagnostic[] => {
      const worded = wordingOf(error, describe)
      if (worded === undefined) return []
      return [
        diagnose(worded.code, worded.values, document.spanAt(error.offset, error.offset + error.length)),
      ]
    })
  }
}
