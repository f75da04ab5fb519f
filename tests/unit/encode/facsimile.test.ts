import { expect, test } from "vitest"
import { codesOf, decodeAgain, encodeAgain, encodeFile } from "../../encoding.js"

const front = (images: string) => `---
title: An example
kind: letter
sender: Ada Quill
recipient: Ben Folio
licence: unknown
${images}---
`
const bytesOf = (text: string) => new TextEncoder().encode(text)

const images = `images:
  - file: images/letter-1.jpg
    page: "1"
    label: recto
    iiif: "https://iiif.example.org/1/info.json"
    zones:
      - { id: greeting, box: [120,340,900,80] }
      - { id: stain, points: [[10,10],[400,30],[200,300]] }
  - file: images/letter-2.jpg
  - file: images/letter-3.png
`

test("the images stand in facsimile, with their size and their zones", () => {
  const { tei, diagnostics } = encodeFile(
    bytesOf(`${front(images)}The boat is :page{n=2} in. :page{n=3} So.\n`),
  )
  expect(codesOf({ diagnostics })).toEqual([])
  expect(/ {2}<facsimile>[\s\S]*<\/facsimile>/.exec(tei ?? "")?.[0]).toBe(`  <facsimile>
    <surface xml:id="letter.image-letter-1" n="1" ulx="0" uly="0" lrx="1200" lry="1800">
      <label>recto</label>
      <graphic url="../images/letter-1.jpg" width="1200px" height="1800px" mimeType="image/jpeg" source="https://iiif.example.org/1/info.json"/>
      <zone xml:id="letter.zone-greeting" ulx="120" uly="340" lrx="1020" lry="420"/>
      <zone xml:id="letter.zone-stain" points="10,10 400,30 200,300"/>
    </surface>
    <surface xml:id="letter.image-letter-2" ulx="0" uly="0" lrx="1200" lry="1800">
      <graphic url="../images/letter-2.jpg" width="1200px" height="1800px" mimeType="image/jpeg"/>
    </surface>
    <surface xml:id="letter.image-letter-3" ulx="0" uly="0" lrx="600" lry="900">
      <graphic url="../images/letter-3.png" width="600px" height="900px" mimeType="image/png"/>
    </surface>
  </facsimile>`)
})

test.each([
  ["pages by their place", "The boat is :page{n=2} in. :page{n=3} So.\n"],
  ["a sign for the first page", "::page{n=1}\n\nThe boat\n\n::page{n=2}\n\nis in.\n\n::page\n\nSo.\n"],
  ["images named at the sign", "The boat :page{n=2 image=letter-3} is in. :page{n=3 image=letter-2} So.\n"],
  ["two images of one page", 'The boat :page{n=2 image="letter-2 letter-3"} is in.\n'],
  [
    "zones of words",
    "The <add>boat</add>{zone=stain} :page{n=2} :sic[iss]{corr=is zone=greeting} :page in.\n",
  ],
  [
    "zones of blocks",
    "::salute[Dear Ben,]{zone=greeting}\n\n::paragraph[Is :page in?]{zone=stain}\n\n::page\n\nSo.\n",
  ],
  [
    "zones of parts",
    "::page{n=1}\n\n# A\n\n::letterhead[B]{zone=stain}\n\nSo\n\n::page\n\n::enclosure[C]{zone=greeting}\n\n::page\n\nD\n",
  ],
])("decoding gives back %s", (_, body) => {
  const { tei, diagnostics } = encodeFile(bytesOf(front(images) + body))
  expect(diagnostics.filter((each) => each.severity === "error")).toEqual([])
  const decoded = decodeAgain(tei ?? "")
  expect(decoded?.body).toBe(body)
  expect(decoded?.text).toContain(images)
  expect(encodeAgain(tei ?? "")).toBe(tei)
})

test("what stet does not write in a facsimile is not decoded", () => {
  const { tei = "" } = encodeFile(bytesOf(`${front(images)}The boat is :page in. :page So.\n`))
  for (const [from, to] of [
    ["</facsimile>", "<surfaceGrp/></facsimile>"],
    ['n="1"', 'n="1" type="x"'],
    ["../images/letter-2.jpg", "https://example.org/letter-2.jpg"],
    ["letter.image-letter-2", "letter.two"],
    ['points="10,10', 'start="#x" points="10,10'],
  ] as const)
    expect(decodeAgain(tei.replaceAll(from, to)), to).toBeUndefined()
})
