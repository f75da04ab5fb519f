import type { CatalogueEntry } from "./entry.js"

/** Problems of images, their pages and their zones. */
export const images = {
  "image-unusable": {
    severity: "error",
    wording: "“{file}” cannot be shown as an image: {problem}.",
    hint: "Give a JPEG, PNG or WebP file, whose name ends in .jpg, .jpeg, .png or .webp.",
  },
  "image-too-large": {
    severity: "error",
    wording: "“{file}” has {size} bytes; an image has {limit} at most.",
    hint: "Save it smaller, and name the library's own image with iiif.",
  },
  "image-unused": {
    severity: "warning",
    wording: "“{file}” shows no page: the transcription has fewer pages than there are images before it.",
    hint: "Put in the signs ::page where pages begin, say with page which one it shows, or take the image out.",
  },
  "image-page-missing": {
    severity: "error",
    wording: "“{file}” shows the page {page}, and no sign for a page has this number.",
    hint: "Type ::page{n={page}} where that page begins, or correct the number.",
  },
  "image-undeclared": {
    severity: "error",
    wording: "The front matter names no image “{target}”.",
    hint: "{suggestion} An image is named as its file is, without folder and ending.",
  },
  "zone-undeclared": {
    severity: "error",
    wording: "No image of the front matter has a zone “{target}”.",
    hint: "{suggestion} Zones are declared with their image, under “images:” in the front matter.",
  },
  "zone-twice": {
    severity: "error",
    wording: "Two zones have the name {id}.",
    hint: "Give one of them another name.",
  },
  "zone-outside": {
    severity: "error",
    wording: "The zone reaches beyond the edge of “{file}”, which is {width} pixels wide and {height} high.",
    hint: "Measure it again, in pixels of this file: left edge, upper edge, width and height.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>
