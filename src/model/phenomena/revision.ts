import { agency, certainty, list, type Phenomenon, places, span } from "../phenomenon.js"

/** What a writer did to the text: struck, added, moved, and the signs made about it. */
export const revision = {
  deletion: {
    label: "struck out",
    element: "del",
    content: "inline",
    attributes: {
      rend: { tei: "rend", value: "token", usual: "strikethrough" },
      ...agency,
      seq: { tei: "seq", value: "count" },
      join: { value: "token" },
    },
  },
  "false-start": {
    label: "begun and at once given up",
    element: "del",
    fixed: { instant: "true" },
    content: "inline",
    attributes: {
      rend: { tei: "rend", value: "token", usual: "strikethrough" },
      hand: agency.hand,
      cert: certainty,
    },
  },
  addition: {
    label: "added",
    element: "add",
    content: "inline",
    attributes: {
      place: { tei: "place", value: places, usual: "inline" },
      rend: { tei: "rend", value: "token" },
      ...agency,
      seq: { tei: "seq", value: "count" },
      join: { value: "token" },
    },
  },
  substitution: {
    label: "struck out and replaced",
    element: "subst",
    content: "inline",
    attributes: {
      place: { value: places, usual: "inline" },
      rend: { value: "token" },
      ...agency,
      seq: { tei: "seq", value: "count" },
    },
  },
  overwriting: {
    label: "written over",
    element: "subst",
    content: "inline",
    attributes: { ...agency },
  },
  restoration: {
    label: "struck out, then restored",
    element: "restore",
    content: "inline",
    attributes: { rend: { tei: "rend", value: "token", usual: "stet" }, ...agency },
  },
  retracing: {
    label: "traced again in ink",
    element: "retrace",
    content: "inline",
    attributes: { cause: { tei: "cause", value: list("fix", "unclear") }, ...agency },
  },
  transposition: {
    label: "to be read in another order",
    element: "seg",
    fixed: { type: "transposed" },
    content: "inline",
    attributes: { n: { tei: "n", value: "count", required: true }, group: { value: "token", usual: "1" } },
  },
  metamark: {
    label: "a sign of the writer's about the text",
    element: "metamark",
    content: "inline",
    attributes: {
      function: {
        tei: "function",
        value: list("used", "insert", "delete", "reorder", "transposition", "flag", "status"),
        required: true,
      },
      target: { tei: "target", value: "mark" },
      place: { tei: "place", value: places },
      stage: agency.stage,
    },
  },
  segment: { label: "a passage that is referred to", element: "seg", content: "inline", attributes: {} },
  hand: {
    label: "another hand writes on",
    element: "handShift",
    content: "empty",
    attributes: { new: { tei: "new", value: "hand", required: true }, cert: certainty },
  },
  "deletion-from": span("delSpan", "struck out from here", {
    rend: { tei: "rend", value: "token", usual: "strikethrough" },
    ...agency,
  }),
  "addition-from": span("addSpan", "added from here", {
    place: { tei: "place", value: places },
    ...agency,
  }),
  to: { label: "to here", element: "anchor", content: "empty", attributes: {} },
} as const satisfies Readonly<Record<string, Phenomenon>>
