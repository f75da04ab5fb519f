import { addressIn, type BibliographicRecord } from "../model/bibliographic-record.js"
import type { SiteImage } from "../model/page.js"
import { saying } from "./file.js"
import { mediaTypeOf } from "./linkset.js"

/**
 * The images of a document as a manifest of IIIF Presentation 3, for viewers elsewhere: a canvas for each, as large as its
 * image. Nothing where there are none, or where the edition does not know where it will stand: IIIF's ids are addresses.
 */
export function manifestOf(record: BibliographicRecord, images: readonly SiteImage[]): object | undefined {
  const { name, edition, address } = record
  const id = addressIn(edition, `${name}/manifest.json`)
  if (id === undefined || address === undefined || images.length === 0) return undefined
  const label = { [record.language]: [record.title] }
  const inside = (path: string) => addressIn(edition, `${name}/manifest/${path}`)
  return saying({
    "@context": "http://iiif.io/api/presentation/3/context.json",
    id,
    type: "Manifest",
    label,
    summary: record.abstract === "" ? undefined : { [edition.language]: [record.abstract] },
    rights: rightsOf(record.licence.url),
    navDate: /^\d{4}-\d\d-\d\d$/.test(record.date.when) ? `${record.date.when}T00:00:00Z` : undefined,
    homepage: [{ id: address, type: "Text", label, format: "text/html" }],
    seeAlso: [
      {
        id: addressIn(edition, `tei/${name}.xml`),
        type: "Dataset",
        label: { none: ["TEI"] },
        format: "application/tei+xml",
      },
    ],
    items: images.map(({ path, width, height }, index) => {
      const canvas = inside(`canvas-${index + 1}`)
      return {
        id: canvas,
        type: "Canvas",
        label: { none: [String(index + 1)] },
        ...{ width, height },
        items: [
          {
            id: inside(`canvas-${index + 1}/page`),
            type: "AnnotationPage",
            items: [
              {
                id: inside(`canvas-${index + 1}/image`),
                type: "Annotation",
                motivation: "painting",
                target: canvas,
                body: {
                  id: addressIn(edition, path),
                  type: "Image",
                  format: mediaTypeOf(path),
                  width,
                  height,
                },
              },
            ],
          },
        ],
      }
    }),
  })
}

/** IIIF takes the addresses of Creative Commons and of RightsStatements.org, by http. */
const rightsOf = (url: string): string | undefined =>
  /^https?:\/\/(?:creativecommons\.org\/(?:licenses|publicdomain)|rightsstatements\.org\/vocab)\//.test(url)
    ? url.replace(/^https:/, "http:")
    : undefined
