import { idPattern } from "./front-matter.js"

/** How the id of a register's entry is to be written, for messages. */
export const idForm =
  "use ASCII letters, digits, “.”, “-” and “_”, beginning with a letter, 48 characters at most"

/** Whether XML and every file system can hold it; the same rule as for the ids of the front matter. */
export const isEntityId = (id: string): boolean => idPattern.test(id)
