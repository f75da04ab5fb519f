/** Schemes of addresses that an edition may hold: none of them runs anything or reads the reader's disk. */
const allowed: ReadonlySet<string> = new Set(
  "http https mailto ftp ftps tel doi urn info tag geo ark news tei".split(" "),
)

/** Schemes that a browser or a system could obey. */
const refused: ReadonlySet<string> = new Set(
  (
    "javascript vbscript livescript mocha data file blob filesystem about view-source intent jar chrome " +
    "resource res mhtml wyciwyg shell ms-help mk ws wss"
  ).split(" "),
)

export type Scheme =
  | { readonly kind: "none" | "allowed" }
  | { readonly kind: "refused"; readonly problem: string }
  | { readonly kind: "unknown"; readonly scheme: string; readonly rest: string }

// Browsers pass over these within a scheme, which then is another than it looks (WHATWG URL, 4.4).
const unseen = /[\p{C}\p{Z}\s]+/gu

/** What a pointer's beginning, up to a colon, means for who would follow it. */
export function schemeOf(pointer: string): Scheme {
  const seen = pointer.replace(unseen, "").toLowerCase()
  const inFact = /^([a-z][a-z\d+.-]*):/.exec(seen)?.[1]
  if (inFact !== undefined && refused.has(inFact))
    return { kind: "refused", problem: `nothing that begins with “${inFact}:” is safe to follow` }
  if (/^[/\\]{2}/.test(seen)) return { kind: "refused", problem: "it does not say how to reach its host" }
  const written = /^([a-z][a-z\d+.-]+):(.*)$/is.exec(pointer)
  if (written === null) {
    // A blank in a file's name is harmless; one before a colon hides a scheme.
    const hides = inFact !== undefined && inFact.length > 1 && allowed.has(inFact)
    return hides
      ? { kind: "refused", problem: "a blank or an invisible sign stands in it" }
      : { kind: "none" }
  }
  const [, scheme = "", rest = ""] = written
  if (!allowed.has(scheme.toLowerCase())) return { kind: "unknown", scheme, rest }
  if (/^https?$/i.test(scheme) && !/^\/\/[^/?#\\]/.test(rest))
    return { kind: "refused", problem: "it names no host" }
  return { kind: "allowed" }
}
