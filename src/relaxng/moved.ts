import type { ValidationError } from "./errors.js"

/**
 * Without what lacks an element that stands at a wrong place elsewhere: an element that was moved, or the content
 * after an end tag that comes too early, is told where it stands and not a second time where it should.
 */
export function withoutMoved(errors: readonly ValidationError[]): readonly ValidationError[] {
  const lacking = new Set(
    errors.filter(({ code }) => code === "element-missing" || code === "element-incomplete"),
  )
  if (lacking.size === 0) return errors
  const dropped = new Set<ValidationError>()
  for (const { code, isKnown, element, parent } of errors) {
    if (code !== "element-not-allowed" || isKnown !== true || element === undefined) continue
    const local = element.slice(element.indexOf(":") + 1)
    for (const lack of lacking) {
      const isBeside = lack.code === "element-incomplete" && lack.parent === parent
      if (!(isBeside ? lack.expected : lack.needed).includes(local)) continue
      lacking.delete(lack)
      dropped.add(lack)
      break
    }
  }
  return errors.filter((error) => !dropped.has(error))
}
