import type { FaultKind } from "./fault.js"
import { formFaults } from "./form-faults.js"
import { pointerFaults } from "./pointer-faults.js"
import { ruleFaults } from "./rule-faults.js"
import { attributeFaults, elementFaults } from "./schema-faults.js"

/** The kinds of fault in TEI files, by what it takes to find them. */
export const teiGroups: Readonly<Record<string, readonly FaultKind[]>> = {
  "reading the file": formFaults,
  "its schema": [...elementFaults, ...attributeFaults],
  "where its pointers lead": pointerFaults,
  "rules in Schematron": ruleFaults,
}

/** All kinds of fault that are made in TEI files. */
export const teiFaults: readonly FaultKind[] = Object.values(teiGroups).flat()
