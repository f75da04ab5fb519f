import { expect, test } from "vitest"
import { datedPdf } from "../../../src/interchange/pdf.js"

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"))
const text = (pdf: Uint8Array | undefined) => pdf && Buffer.from(pdf).toString("latin1")
const pdf = (created: string, changed = created, before = "") =>
  `%PDF-1.4\n${before}1 0 obj\n<</Title (\xfe\xff)\n/CreationDate (${created})\n/ModDate (${changed})>>\nendobj\n2 0 obj\n(D:20200101000000Z)\nendobj\nxref\ntrailer\n<</Size 3\n/Info 1 0 R>>\n`

test("the dates of a PDF become the edition's, and nothing else changes", () => {
  expect(text(datedPdf(bytes(pdf("D:20261129231433+00'00'")), "2026-11-24"))).toBe(
    pdf("D:20261124000000+00'00'"),
  )
  expect(text(datedPdf(bytes(pdf("D:20261129231433-03'30'", "D:20261129231433Z")), "2026-11-24"))).toBe(
    pdf("D:20261124000000+00'00'", "D:20261124000000Z"),
  )
})

test("an object with a number that ends alike is not taken for the one with the dates", () => {
  const before = "11 0 obj\n(D:20250101000000Z)\nendobj\n"
  expect(text(datedPdf(bytes(pdf("D:20261129231433Z", undefined, before)), "2026-11-24"))).toBe(
    pdf("D:20261124000000Z", undefined, before),
  )
})

test("without a day it is the first that a ZIP knows", () => {
  expect(text(datedPdf(bytes(pdf("D:20261129231433Z"))))).toBe(pdf("D:19800101000000Z"))
})

test("what has no dates where they should be is not touched", () => {
  expect(datedPdf(bytes("%PDF-1.4\n"))).toBeUndefined()
  expect(datedPdf(bytes(pdf("yesterday")))).toBeUndefined()
  expect(datedPdf(bytes(pdf("D:20261129231433Z").replace("/Info 1 0 R", "/Info 7 0 R")))).toBeUndefined()
})
