import { expect, test } from "vitest"
import { contains, isInfinite, type NameClass, namesIn, overlap } from "../../src/relaxng/name-class.js"

const name = (namespace: string, local: string): NameClass => ({ kind: "name", namespace, local })
const any = (except?: NameClass): NameClass => ({ kind: "anyName", except })
const ns = (namespace: string, except?: NameClass): NameClass => ({ kind: "nsName", namespace, except })
const either = (...parts: readonly NameClass[]): NameClass => ({ kind: "nameChoice", parts })

test("a name class contains what it says and not what it excepts", () => {
  expect(contains(name("u", "a"), "u", "a")).toBe(true)
  expect(contains(name("u", "a"), "v", "a")).toBe(false)
  expect(contains(any(ns("u")), "u", "a")).toBe(false)
  expect(contains(any(ns("u")), "v", "a")).toBe(true)
  expect(contains(ns("u", name("u", "a")), "u", "b")).toBe(true)
  expect(contains(ns("u", name("u", "a")), "u", "a")).toBe(false)
  expect(contains(either(name("u", "a"), name("u", "b")), "u", "b")).toBe(true)
})

test.each<[NameClass, NameClass, boolean]>([
  [name("u", "a"), name("u", "a"), true],
  [name("u", "a"), name("u", "b"), false],
  [any(), name("u", "a"), true],
  [any(name("u", "a")), name("u", "a"), false],
  [any(ns("u")), ns("u"), false],
  [ns("u"), ns("v"), false],
  [ns("u"), ns("u", name("u", "a")), true],
  [any(either(ns("u"), ns("v"))), any(ns("u")), true],
])("%o and %o overlap: %s", (a, b, expected) => {
  expect([overlap(a, b), overlap(b, a)]).toEqual([expected, expected])
})

test("a name class is infinite or not, and can be told", () => {
  expect([any(), ns("u"), name("u", "a"), either(name("", "a"), ns("u"))].map(isInfinite)).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect(namesIn(either(name("u", "a"), name("v", "b"), ns("v"), any()), "u")).toEqual([
    "a",
    "{v}b",
    "{v}*",
    "*",
  ])
})
