import { expect, test } from "vitest"
import { refusedCall } from "../../../src/check/schematron/calls.js"

const namespaces: Readonly<Record<string, string>> = {
  fn: "http://www.w3.org/2005/xpath-functions",
  map: "http://www.w3.org/2005/xpath-functions/map",
  xs: "http://www.w3.org/2001/XMLSchema",
  f: "https://example.org/f",
  js: "http://saxonica.com/ns/globalJS",
  tei: "http://www.tei-c.org/ns/1.0",
}
const refusedIn = (expression: string) =>
  refusedCall(expression, (prefix) => namespaces[prefix], new Set(["https://example.org/f"]))

test.each([
  ["doc('a')", "doc()"],
  ["fn:doc('a')", "fn:doc()"],
  ["doc\n('a')", "doc()"],
  ["doc(: x :)('a')", "doc()"],
  ["doc (: a (: b :) c :) ('a')", "doc()"],
  ["3-doc('a')", "doc()"],
  ["a/b/document(.)", "document()"],
  ["'a' => unparsed-text()", "unparsed-text()"],
  ["for-each($a, collection#1)", "collection()"],
  ["for-each($a, fn:collection # 1)", "fn:collection()"],
  ["map{'a':doc('b')}", "doc()"],
  ["Q{http://www.w3.org/2005/xpath-functions}doc('a')", "Q{http://www.w3.org/2005/xpath-functions}doc()"],
  ["Q{ http://www.w3.org/2005/xpath-functions }doc('a')", "Q{ http://www.w3.org/2005/xpath-functions }doc()"],
  ["Q{a'}doc('file')", "Q{a'}doc()"],
  ["js:eval('1')", "js:eval()"],
  ["other:f('1')", "other:f()"],
  ['concat("(:", doc("a"), ":)")', "doc()"],
])("%s is refused", (expression, call) => {
  expect(refusedIn(expression)).toBe(call)
})

test.each([
  "doc/tei:doc[@doc]",
  "$doc (: a variable :) = 1",
  "$doc(1)",
  "a-doc(1)",
  "starts-with(@a, 'doc')",
  "map:get($a, 'b') = xs:integer(f:count(.))",
  "tei:p (: is (not) a call :) | tei:ab",
  "self::tei:p[count(*) gt 1]/text()",
  "if (@a) then (1) else (2)",
  "key('a', @b)/element(tei:p)",
  "1.5e3 (: number :) + 2",
])("%s is let through", (expression) => {
  expect(refusedIn(expression)).toBeUndefined()
})
