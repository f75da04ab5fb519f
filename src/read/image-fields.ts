import { z } from "zod"

const words = z.string().trim().min(1, "it is empty")
const pixel = z
  .number("write whole numbers of pixels")
  .int("write whole numbers of pixels")
  .min(0, "a pixel has no number below 0")
  .max(100_000, "no image has so many pixels")
const oneOfTwo = "give it either a box or points"

const zone = z
  .strictObject({
    id: z
      .string()
      .regex(
        /^[A-Za-z][A-Za-z0-9._-]{0,47}$/,
        "use ASCII letters, digits, “.”, “-” and “_”, beginning with a letter",
      ),
    box: z.array(pixel).length(4, "a box is [left, top, width, height]").optional(),
    points: z
      .array(z.array(pixel).length(2, "a point is [x, y]"))
      .min(3, "it takes three points at least")
      .max(500, "it takes 500 points at most")
      .optional(),
  })
  .refine(({ box, points }) => (box === undefined) !== (points === undefined), oneOfTwo)
  .refine(
    ({ box }) => box === undefined || ((box[2] ?? 1) > 0 && (box[3] ?? 1) > 0),
    "a box is at least one pixel wide and high",
  )

/** The field `images` of the front matter. */
export const imageFields = z
  .array(
    z.strictObject({
      file: words,
      page: z.union([words, z.number().transform(String)], "write the number of a page").optional(),
      label: words.optional(),
      iiif: z
        .string()
        .regex(/^https:\/\/[A-Za-z0-9[][^\s"<>\\]*$/, "write the whole address, beginning with https://")
        .optional(),
      zones: z.array(zone).default([]),
    }),
  )
  .default([])

/** The names of the fields in it. */
export const namesOfImageFields = ["file", "page", "iiif", "zones", "box", "points"] as const
