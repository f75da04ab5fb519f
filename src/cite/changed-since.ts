import type { PresentState } from "../model/ledger.js"

const fields = ["role", "text", "before", "after"] as const
type Seen = Readonly<Record<(typeof fields)[number], string>>

/** How something stands, as far as it is otherwise than at its first publication; nothing where it is not. */
export function changedSince(first: Seen, now: Seen): PresentState | undefined {
  const changed = fields.filter((field) => first[field] !== now[field])
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((field) => [field, now[field]]))
}
