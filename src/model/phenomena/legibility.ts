import { agents, certainty, extent, list, type Phenomenon, span } from "../phenomenon.js"

/** What cannot be read, or only in part, and what the editor puts in its place. */
export const legibility = {
  gap: {
    label: "not legible or lost",
    element: "gap",
    content: "empty",
    attributes: {
      reason: {
        tei: "reason",
        value: list("illegible", "damage", "textual-loss", "omitted", "out-of-scope", "censored"),
        usual: "illegible",
      },
      ...extent,
      cert: certainty,
      agent: { tei: "agent", value: agents },
    },
  },
  surplus: {
    label: "too much, in the editor's eyes",
    element: "surplus",
    content: "inline",
    attributes: { cert: certainty },
  },
  unclear: {
    label: "reading uncertain",
    element: "unclear",
    content: "inline",
    attributes: {
      reason: {
        tei: "reason",
        value: list("illegible", "faded", "blotted", "damage", "cancelled", "hasty"),
      },
      cert: certainty,
      agent: { tei: "agent", value: agents },
    },
  },
  supplied: {
    label: "supplied by the editor",
    element: "supplied",
    content: "inline",
    attributes: {
      reason: { tei: "reason", value: list("damage", "illegible", "omitted", "lost") },
      cert: certainty,
    },
  },
  damage: {
    label: "damaged",
    element: "damage",
    content: "inline",
    attributes: { agent: { tei: "agent", value: agents }, ...extent },
  },
  space: {
    label: "left blank",
    element: "space",
    content: "empty",
    attributes: { ...extent, cert: certainty },
  },
  "damage-from": span("damageSpan", "damaged from here", { agent: { tei: "agent", value: agents } }),
} as const satisfies Readonly<Record<string, Phenomenon>>
