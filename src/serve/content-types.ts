/**
 * What a browser is told that a file is. XML says itself how it is encoded: TEI that was brought is served byte
 * for byte and need not be UTF-8.
 */
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xml: "application/xml",
  rng: "application/xml",
  odd: "application/xml",
  sch: "application/xml",
  svg: "image/svg+xml",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  tif: "image/tiff",
  tiff: "image/tiff",
  ico: "image/x-icon",
  woff2: "font/woff2",
  pdf: "application/pdf",
  zip: "application/zip",
}

/** The media type of a file by its name's ending; bytes to be saved where that is unknown. */
export function contentTypeOf(path: string): string {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""
  return Object.hasOwn(types, ending) ? (types[ending] ?? "") : "application/octet-stream"
}
