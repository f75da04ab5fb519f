import fc from "fast-check"
import { expect, test } from "vitest"
import { decodeFile } from "../../src/pipeline.js"
import { encodeFile, profileFiles, settingsWith } from "../encoding.js"

// Whatever lies in a file, decoding gives a transcription or says what is wrong, never both or neither.

const typed = `---
title: A
kind: letter
sender: B
recipient: C
licence: unknown
---
Dear Ben,

The ~~boat~~ <sup>ship</sup> :gap{quantity=2 unit=words} is :sic[teh]{corr=the note=so}.

1. a

| a | b |

:::verse
so
:::

::enclosure[List]

so[^1]

[^1]: it is
`
const { tei = "" } = encodeFile(new TextEncoder().encode(typed))
const profiles = profileFiles.map(({ file }) => file.replace(/^.*\/|\.yaml$/g, ""))

function decodes(bytes: Uint8Array, profile: string): void {
  const { value, diagnostics } = decodeFile({ file: "a.xml", bytes }, settingsWith({ profile }))
  const errors = diagnostics.filter((each) => each.severity === "error")
  expect(value === undefined).toBe(errors.length > 0)
  for (const each of errors) expect(each.span?.file).toBe("a.xml")
}

test("on any bytes", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => decodes(bytes, "stet")))
})

test("on a TEI file from which something is missing, or in which something stands twice", () => {
  const at = fc.nat({ max: tei.length })
  const cut = fc.tuple(at, at, fc.constantFrom("", "<p/>", "&#xD;", ' a="b"', "<lb/>", "so", "-->"))
  fc.assert(
    fc.property(cut, fc.constantFrom(...profiles), ([one, other, by], profile) => {
      decodes(new TextEncoder().encode(tei.slice(0, one) + by + tei.slice(other)), profile)
    }),
    { numRuns: 400 },
  )
})

test("on a TEI file with elements and attributes changed for others", () => {
  const names = [...new Set(tei.match(/(?<=[<\s/])[\w:]+(?=[\s=>/])/g) ?? [])]
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.constantFrom(...names, "q"), fc.nat(30), (from, to, nth) => {
      let count = 0
      const body = tei.indexOf("<body>")
      const changed = tei
        .slice(body)
        .replace(new RegExp(`\\b${from}\\b`, "g"), (each) => (count++ === nth % 4 ? to : each))
      decodes(new TextEncoder().encode(tei.slice(0, body) + changed), "stet")
    }),
    { numRuns: 400 },
  )
})
