import { isDeviceName } from "../model/device-name.js"
import type { Listing } from "../model/listing.js"
import type { EditionView } from "../model/page.js"

/** A page of the whole edition that is to be made. */
export interface PlannedPage {
  readonly view: EditionView
  /** From the site's root. */
  readonly path: string
  readonly listing: () => Listing
}

/** A page of its own is parted when it has more lines. */
const mostLinesOfGroup = 400

/** The pages of what may be too long for one: “dates/1962.html”, “dates/1962.2.html”. */
export function inParts<Member, Shown extends object>(
  href: string,
  members: readonly Member[],
  show: (members: readonly Member[]) => Shown,
): readonly {
  readonly path: string
  readonly listing: () => Shown & Pick<Listing, "root" | "single" | "parts">
}[] {
  const count = Math.max(1, Math.ceil(members.length / mostLinesOfGroup))
  const paths = Array.from({ length: count }, (_, index) =>
    index === 0 ? href : href.replace(/\.html$/, `.${index + 1}.html`),
  )
  return paths.map((path, index) => ({
    path,
    listing: () => ({
      ...show(members.slice(index * mostLinesOfGroup, (index + 1) * mostLinesOfGroup)),
      root: "../",
      single: true,
      parts: count === 1 ? [] : paths.map((each) => ({ href: each, current: each === path })),
    }),
  }))
}

/** Names of files for keys: plain letters, and no two that differ by capitals only. */
export function fileNames(keys: readonly string[]): (key: string) => string {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of keys) {
    const plain =
      key
        .replace(/^y(?=-?\d)/, "")
        .normalize("NFD")
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .toLowerCase()
        .slice(0, 80) || "other"
    let name = isDeviceName(plain) ? `${plain}-1` : plain
    for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`
    taken.add(name)
    names.set(key, name)
  }
  return (key) => names.get(key) ?? "other"
}
