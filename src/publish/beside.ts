import type { Asset, SiteFile } from "./site.js"

/** The style that places notes beside the text. */
export const besideName = "beside.css"

/**
 * Which note belongs to which mark, for the pages that there are: a style cannot count, so each number has a rule.
 *
 * A note hangs at its mark (`--at`) and below the note before it (`--after`); notes.css makes of this a place.
 * What hangs below the end of the text gets its room, in lines of a note; the page says how many (xslt/parts/beside.xsl).
 */
export function besideStyle(files: readonly SiteFile[]): Asset {
  let notes = 0
  const rooms = new Set<number>()
  for (const { path, content } of files) {
    if (typeof content !== "string" || !path.endsWith(".html")) continue
    for (const [, name, number] of content.matchAll(/ data-(note|room)="(\d+)"/g)) {
      if (name === "note") notes = Math.max(notes, Number(number))
      else rooms.add(Number(number))
    }
  }
  const rules = Array.from({ length: notes }, (_, index) => ruleOf(index + 1))
  const ofRooms = [...rooms].sort((a, b) => a - b).map((room) => `[data-room="${room}"]{--room:${room}}\n`)
  return { name: besideName, content: [...rules, ...ofRooms].join("") }
}

const ruleOf = (n: number) =>
  `[data-mark="${n}"]{anchor-name:--mark-${n}}\n` +
  `[data-note="${n}"]{anchor-name:--note-${n};--at:--mark-${n};--after:--note-${n - 1}}\n` +
  `:root:has([data-mark="${n}"]:is(:hover,:focus-visible)) [data-note="${n}"],` +
  `:root:has([data-note="${n}"]:hover) [data-mark="${n}"]{background:var(--paper-quiet)}\n`
