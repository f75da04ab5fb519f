// Ids of what has a name, given by the editor or by stet. Each begins with the document's name, so that it
// is unique across the edition, and goes on with a word that no block's digest can be. With an empty name
// it is what all ids of the kind begin with.

/** A place to which the editor gave a name, `{#a}`. */
export const markId = (document: string, id: string): string => `${document}.mark-${id}`
/** A part of a substitution whose parts stand apart, by its group and its number in the text. */
export const joinId = (document: string, group: string, number: number): string =>
  `${document}.join-${group}-${number}`
export const handId = (document: string, id: string): string => `${document}.hand-${id}`
export const stageId = (document: string, id: string): string => `${document}.stage-${id}`
/** The surface of an image, by the image’s name. */
export const imageId = (document: string, id: string): string => `${document}.image-${id}`
export const zoneId = (document: string, id: string): string => `${document}.zone-${id}`
export const noteId = (document: string, label: string): string => `${document}.note-${label}`
export const calendarId = (document: string, calendar: string): string => `${document}.${calendar}-calendar`
/** A passage of a transposition, by its group and the number in which it is to be read. */
export const movedId = (document: string, group: string, n: string): string =>
  `${document}.move-${group}-${n}`
/** The stage of all revisions that no stage is named for. */
export const revisedId = (document: string): string => `${document}.revised`
export const firstId = (document: string): string => `${document}.first`
export const witnessId = (document: string, witness: string): string => `${document}.wit-${witness}`
/** The div of the document's own text. */
export const textId = (document: string): string => `${document}.text`
export const editorId = (document: string, number: number): string => `${document}.ed${number}`

/**
 * Whether an id stands in every document by stet's own doing, and for nothing that an editor named; the page of a
 * document that was taken out has them too (xslt/views/withdrawn.xsl).
 */
export const isOfEveryDocument = (document: string, id: string): boolean =>
  id.startsWith(`${document}.`) && /^(?:text|ed\d+)$/.test(id.slice(document.length + 1))
