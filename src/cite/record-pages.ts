import type { Ledger } from "../model/ledger.js"

const ofDocument = /\.(?:html|txt|xml|bib|ris|json|jsonld)$/
/** Images of transcriptions lie in images/, those of brought TEI where it has them. */
const ofEdition = /^(?!assets\/).*\.(?:html|png|jpe?g|webp)$/i

/**
 * The ledger with the addresses of a site that is published: its pages and images, and the texts, TEI and records of
 * its documents. The site's own styles and scripts are no addresses that anyone cites.
 */
export function recordPages(ledger: Ledger, paths: readonly string[]): Ledger {
  const byDocument = new Map(ledger.documents.map((each) => [each.name, new Set(each.pages)]))
  const pages = new Set(ledger.pages)
  for (const path of paths) {
    const [folder = "", file = ""] = path.split("/")
    const name = folder === "tei" ? file.replace(/\.xml$/, "") : folder
    const own = path.split("/").length === 2 ? byDocument.get(name) : undefined
    if (own && ofDocument.test(path)) own.add(path)
    else if (ofEdition.test(path)) pages.add(path)
  }
  return {
    ...ledger,
    pages: [...pages].sort(),
    documents: ledger.documents.map((each) => ({
      ...each,
      pages: [...(byDocument.get(each.name) ?? [])].sort(),
    })),
  }
}
