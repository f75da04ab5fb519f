/** Where an address in a file leads: to a path in the edition's folder, out of it, or to the network. */
export type Address =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "outside" }
  | { readonly kind: "remote"; readonly url: string }

/**
 * Resolves an address against the path of the file it stands in (RFC 3986, section 5). Paths count from the
 * edition's folder and have “/”. What is absolute, has a scheme, a backslash or a drive letter, or climbs
 * out of the folder, also by `%2e%2e%2f`, leads to no file of the edition.
 */
export function addressOf(href: string, base: string): Address {
  const plain = href.replace(/#.*$/s, "").trim()
  if (/^[a-z]:/i.test(plain) || /^file:/i.test(plain)) return { kind: "outside" }
  if (/^[a-z][a-z\d+.-]*:/i.test(plain) || plain.startsWith("//")) return { kind: "remote", url: plain }
  if (plain.startsWith("/") || plain.includes("\\")) return { kind: "outside" }
  if (base === outsideFolder) return { kind: "outside" }
  if (isRemote(base)) return { kind: "remote", url: plain }
  if (plain === "") return { kind: "path", path: base }
  const path = base.split("/").slice(0, -1)
  for (const written of plain.split("/")) {
    const step = decoded(written)
    if (/[/\\\0]/.test(step)) return { kind: "outside" }
    if (step === "..") {
      if (path.pop() === undefined) return { kind: "outside" }
    } else if (step !== "." && step !== "") path.push(step)
  }
  // A trailing slash makes the base of a folder; it names no file.
  const slash = /(?:^|\/)\.{0,2}$/.test(plain) ? "/" : ""
  return { kind: "path", path: path.join("/") + slash }
}

/** The address that leads from one file to another, both as paths from the edition's folder. */
export function addressFrom(base: string, path: string): string {
  const from = base.split("/").slice(0, -1)
  const to = path.split("/")
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  const up = from.slice(shared).map(() => "..")
  const address = [...up, ...to.slice(shared)].map(encoded).join("/")
  return address === "" ? "./" : address
}

/** A base below which every address leads out of the edition's folder. */
export const outsideFolder = "outside:"

export const isRemote = (address: string): boolean => /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(address)

// A blank or “ä” may stand in an address as it is, and most editors write it so.
const encoded = (step: string): string => step.replace(/[%#?]/g, (sign) => encodeURIComponent(sign))

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
