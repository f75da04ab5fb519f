import { recordOfNothing } from "../../../src/model/bibliographic-record.js"
import type { DocumentSummary } from "../../../src/model/summary.js"

/** A summary that says nothing but what the test is about. */
export const summary = (name: string, said: Partial<DocumentSummary> = {}): DocumentSummary => ({
  name,
  title: `Document ${name}`,
  language: "en",
  date: "",
  limits: "",
  earliest: "",
  latest: "",
  kind: "",
  from: "",
  to: "",
  senders: [],
  recipients: [],
  places: [],
  fate: "sent",
  changes: 0,
  stages: [],
  words: 0,
  kept: "",
  transcribed: "",
  proofRead: "",
  incipit: "",
  abstract: "",
  record: recordOfNothing,
  entries: [],
  targets: [],
  refersTo: [],
  ...said,
})

/** A letter of a day, or of whatever `when` says: “1894-10-15”, “1894”, “1894/1896”, “/1896”. */
export function letter(name: string, from: string, to: string, when = ""): DocumentSummary {
  const [earliest = "", latest = earliest] = when.split("/")
  const person = (id: string) => (id === "" ? [] : [{ id, name: id.toUpperCase() }])
  return summary(name, { senders: person(from), recipients: person(to), earliest, latest })
}
