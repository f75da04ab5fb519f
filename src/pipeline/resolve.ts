import { readCitation } from "../cite/read-citation.js"
import { resolveCitation } from "../cite/resolve.js"
import type { Ledger } from "../model/ledger.js"
import { wordChanges } from "../release/word-changes.js"

/** What became of a citation, as data and in words. */
export interface ResolvedCitation {
  readonly status: "same" | "reworded" | "moved" | "withdrawn" | "unknown"
  /** Where it is told or stands, from the site's root; empty where nothing is known. */
  readonly address: string
  /** What stood there, and stands there otherwise. */
  readonly changes: readonly { readonly was: string; readonly now: string }[]
  readonly told: readonly string[]
}

/** Says what became of what was cited: an address, an id, or a sentence that has one of them. */
export function resolve(text: string, ledger: Ledger): ResolvedCitation {
  const found = resolveCitation(readCitation(text, ledger), ledger)
  switch (found.kind) {
    case "unknown":
      return { status: "unknown", address: "", changes: [], told: [] }
    case "document": {
      const { gone, title, address, heirs, missing } = found
      const unknown = missing === undefined ? [] : [`Nothing that it has published is or says “${missing}”.`]
      if (gone === undefined)
        return {
          status: "same",
          address,
          changes: [],
          told: [`The same: “${title}”.`, ...unknown, `It is at ${address}.`],
        }
      return {
        status: "withdrawn",
        address,
        changes: [],
        told: [
          `Withdrawn with ${gone}: “${title}”.`,
          ...unknown,
          `Its page tells of it: ${address}.`,
          ...heirs.map((each) => `Most of its text stands now at ${each.name}/index.html: “${each.title}”`),
        ],
      }
    }
    case "withdrawn": {
      const { was, gone, reason, address, heirs } = found
      const why = {
        deleted: "its words were taken out",
        joined: "its words stand in another passage",
        rewritten: "it became another passage",
        renamed: "its words have another id",
        taken: "its id stands for other words",
      }[reason]
      return {
        status: "withdrawn",
        address,
        changes: [],
        told: [
          `Withdrawn with ${gone}: ${why}.${was === "" ? "" : ` It said: “${was}”`}`,
          `${reason === "taken" ? "The other words are at" : "Its page tells of it:"} ${address}.`,
          ...heirs.map((each) => `Its words are at ${each.address}: “${each.now}”`),
        ],
      }
    }
    case "passage": {
      const { isMoved, isReworded, address, was, now, release, hasQuotation } = found
      const changes = isReworded ? wordChanges(was, now) : []
      const status = isMoved ? "moved" : isReworded ? "reworded" : "same"
      const fate = [isMoved ? "moved" : "", isReworded ? "reworded" : ""]
        .filter((each) => each !== "")
        .join(" and ")
      return {
        status,
        address,
        changes,
        told: [
          fate === "" ? `The same as in ${release}: “${now}”` : `Since ${release} ${fate}. Now: “${now}”`,
          ...changes.map((each) => `“${each.was}” now “${each.now}”`),
          ...(hasQuotation === undefined
            ? []
            : [
                hasQuotation
                  ? "The words that were quoted stand there."
                  : "The words that were quoted no longer stand there.",
              ]),
          `It is at ${address}.`,
        ],
      }
    }
  }
}
