import { broughtSchemaFaults } from "./brought-schema-faults.js"
import { type Fault, type FaultKind, faultsOf, type ValidEdition } from "./fault.js"
import { type Judge, openJudge, type Verdict } from "./judge.js"
import { teiFaults } from "./tei-faults.js"
import { transcriptionFaults } from "./transcription-faults.js"
import { broughtEditions, encodedEditions, transcribedEditions } from "./valid-editions.js"

/** The kinds that may be told at one of two lines, and why both are right. */
export const allowances: Readonly<Record<string, string>> = {
  "end tag missing": "where the element begins, or the end tag that shows that it is still open",
  "wrong end tag": "either of the two tags may be the one that is meant",
  "document type with an entity": "where the declaration begins, or where it declares the entity",
}

export interface Suite {
  readonly judge: Judge
  readonly editions: readonly ValidEdition[]
  readonly transcriptions: readonly Fault[]
  readonly tei: readonly Fault[]
  readonly schemas: readonly Fault[]
}

/** All faults, up to so many of each kind; the same ones in every run. */
export async function openSuite(ofEach: {
  readonly transcription: number
  readonly tei: number
  readonly schema: number
}): Promise<Suite> {
  const judge = await openJudge()
  const transcribed = transcribedEditions()
  const encoded = await encodedEditions(judge)
  const brought = broughtEditions()
  const tei = (kind: FaultKind) => {
    // A letter of each house by turns, where both have places for the fault.
    const ours = faultsOf(kind, encoded, ofEach.tei)
    const theirs = faultsOf(kind, brought, Math.ceil(ofEach.tei / 2))
    return [...ours.slice(0, ofEach.tei - theirs.length), ...theirs]
  }
  return {
    judge,
    editions: [...transcribed, ...encoded, ...brought],
    transcriptions: transcriptionFaults.flatMap((kind) => faultsOf(kind, transcribed, ofEach.transcription)),
    tei: teiFaults.flatMap(tei),
    schemas: broughtSchemaFaults.flatMap((kind) => faultsOf(kind, encoded, ofEach.schema)),
  }
}

/** Judges faults one after another. */
export async function judgeAll(judge: Judge, faults: readonly Fault[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  for (const fault of faults) verdicts.push(await judge.judge(fault))
  return verdicts
}
