import { blockFaults } from "./block-faults.js"
import { editionFaults } from "./edition-faults.js"
import type { FaultKind } from "./fault.js"
import { signFaults } from "./sign-faults.js"

/** All kinds of fault that are made in transcriptions, and in what an edition has beside them. */
export const transcriptionFaults: readonly FaultKind[] = [...signFaults, ...blockFaults, ...editionFaults]
