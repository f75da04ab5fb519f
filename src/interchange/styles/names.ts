import type { Agent } from "../../model/bibliographic-record.js"
import { withApostrophes } from "./quotation-marks.js"

/** Names of which the family's stands first and is followed by no comma. */
const eastern = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** “Alexander von Humboldt”; what nobody has told apart stands as it is. */
export function nameInOrder({ name, family, given }: Agent): string {
  if (family === "") return withApostrophes(name)
  if (eastern.test(family)) return family + given
  return withApostrophes([initialsApart(given), family].filter(Boolean).join(" "))
}

/** “von Humboldt, Alexander”. */
export function familyNameFirst({ name, family, given }: Agent): string {
  if (family === "") return withApostrophes(name)
  if (eastern.test(family)) return family + given
  return withApostrophes([family, initialsApart(given)].filter(Boolean).join(", "))
}

/** “Humboldt, Alexander von”: under the name without its particle. */
export function particleLast(agent: Agent): string {
  const [, particle = "", rest = ""] = /^((?:\p{Ll}[\p{L}.]*\s+)+)(\S.*)$/u.exec(agent.family) ?? []
  if (particle === "") return familyNameFirst(agent)
  return withApostrophes(
    [rest, [initialsApart(agent.given), particle.trim()].filter(Boolean).join(" ")].join(", "),
  )
}

/** “Sartre, J.-P.” */
export function familyNameAndInitials(agent: Agent): string {
  return familyNameFirst({
    ...agent,
    given: eastern.test(agent.family) ? agent.given : initialsOf(agent.given),
  })
}

/** Scripts without capitals have no initials. */
const initialsOf = (given: string) =>
  initialsApart(given)
    .split(/\s+/)
    .map((word) =>
      word
        .split("-")
        .map((part) => part.replace(/^(\p{Lu})[\p{L}\p{M}'’]*\.?$/u, "$1."))
        .join("-"),
    )
    .join(" ")

const initialsApart = (given: string) => given.replace(/(\p{Lu}\.)(?=\p{Lu}\.)/gu, "$1 ")

/** “A, B, and C”; of two, without the comma. */
export function enumerated(names: readonly string[], and: "and" | "&" = "and"): string {
  if (names.length < 3) return names.join(` ${and} `)
  return `${names.slice(0, -1).join(", ")}, ${and} ${names.at(-1)}`
}

/** With a comma before the “and” of two as well, as after a name that has the family's first. */
export const enumeratedInverted = (names: readonly string[]): string =>
  names.length === 2 ? `${names[0]}, and ${names[1]}` : enumerated(names)
