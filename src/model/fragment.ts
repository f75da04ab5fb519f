/** Ids that a page gives to what it has itself; f:fragment in xslt/parts/addresses.xsl knows the same, which a test holds it to. */
const ofThePage =
  /^(?:text|title|notes|register|metadata|cite|key|hands|stages|conventions|standing|changes|first-state|documents|statement|context|main|timeline-(?:title|desc)|top|summary|downloads|(?:change|place)-[0-9]+|L[0-9]+|(?:note|mark|choice|shape|words|image)-.*)$/

/** The id that pages have for an id of the TEI: its own, unless they need it for something else. */
export const fragmentOf = (id: string): string => (ofThePage.test(id) ? `tei-${id}` : id)
