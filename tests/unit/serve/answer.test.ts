import { expect, test } from "vitest"
import { answer, type Preview } from "../../../src/serve/answer.js"

const preview: Preview = {
  files: new Map<string, string | Uint8Array>([
    ["index.html", "the index"],
    ["a/index.html", "a letter"],
    ["tei/a.xml", new Uint8Array([60, 97, 47, 62])],
    ["schema/edition.rng", "<grammar/>"],
    ["a/reading.txt", "text"],
    ["all.zip", "PK"],
    ["assets/base.css", "p {}"],
    ["assets/choices.js", "{}"],
    ["images/a b.JPG", "jpeg"],
    ["odd.thing", "?"],
  ]),
  elsewhere: "no such page",
  isBuilt: true,
  problems: { count: 0, first: [] },
}

function asked(address: string, { method = "GET", host = "127.0.0.1:7838", shown = preview } = {}) {
  const given = answer({ method, host, address }, shown, 7838)
  if ("page" in given) return { page: given.page, status: 0, headers: {}, body: "" }
  return { page: undefined, ...given }
}

test.each([
  ["/", "the index", "text/html; charset=utf-8"],
  ["/index.html", "the index", "text/html; charset=utf-8"],
  ["/index.html?x#y", "the index", "text/html; charset=utf-8"],
  ["/a/", "a letter", "text/html; charset=utf-8"],
  ["/tei/a.xml", "<a/>", "application/xml"],
  ["/schema/edition.rng", "<grammar/>", "application/xml"],
  ["/a/reading.txt", "text", "text/plain; charset=utf-8"],
  ["/all.zip", "PK", "application/zip"],
  ["/assets/base.css", "p {}", "text/css; charset=utf-8"],
  ["/assets/choices.js", "{}", "text/javascript; charset=utf-8"],
  ["/images/a%20b.JPG", "jpeg", "image/jpeg"],
  ["/odd.thing", "?", "application/octet-stream"],
])("%s is a file of the site", (address, body, type) => {
  for (const method of ["GET", "HEAD"]) {
    const given = asked(address, { method })
    expect(given).toMatchObject({
      status: 200,
      headers: { "content-type": type, "cache-control": "no-store" },
    })
    expect(Buffer.from(given.body).toString()).toBe(body)
  }
})

test("a site without an icon is no fault", () => {
  expect(asked("/favicon.ico")).toMatchObject({ status: 204, body: "" })
})

test("a folder's address gets its slash", () => {
  expect(asked("/a")).toMatchObject({ status: 302, headers: { location: "/a/" } })
})

test.each([
  "/nothing.html",
  "/../index.html",
  "/a/../index.html",
  "/%2e%2e/etc/passwd",
  "/..%2f..%2fetc%2fpasswd",
  "/etc/passwd",
  "//etc/passwd",
  "/a//index.html",
  "/assets\\base.css",
  "/index.html%00",
  "/__proto__",
  "/constructor",
])("%s is no page, and no way to the disk", (address) => {
  expect(asked(address)).toMatchObject({ status: 404, body: "no such page" })
  expect(asked(address, { shown: { ...preview, isBuilt: false } })).toMatchObject({ status: 503 })
})

test.each(["http://127.0.0.1:7838/", "*", "", "/%zz", "/%c3"])("“%s” is no address", (address) => {
  expect(asked(address)).toMatchObject({ status: 400 })
})

test.each([
  "evil.example",
  "evil.example:7838",
  "127.0.0.1",
  "127.0.0.1:80",
  "127.0.0.1.evil.example:7838",
  "",
])("a browser that came by the name “%s” was led here", (host) => {
  for (const address of ["/", "/.preview/events/"])
    expect(asked(address, { host })).toMatchObject({ status: 403, page: undefined })
})

test("this machine may be called localhost", () => {
  expect(asked("/", { host: "LOCALHOST:7838" })).toMatchObject({ status: 200 })
})

test.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", ""])("%s is not allowed", (method) => {
  for (const address of ["/", "/.preview/events/"])
    expect(asked(address, { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } })
})

test("a page listens for its own changes", () => {
  expect(asked("/.preview/events/a/index.html").page).toBe("/a/index.html")
  expect(asked("/.preview/events/a/index.html", { method: "HEAD" }).page).toBeUndefined()
})

test("a page knows its version, and what is no page runs nothing", () => {
  const timing = (address: string) => (asked(address).headers as Record<string, string>)["server-timing"]
  expect(timing("/")).toMatch(/^page;desc="[\w-]{22}"$/)
  expect(timing("/")).not.toBe(timing("/a/"))
  expect(timing("/all.zip")).toBeUndefined()
  expect(asked("/tei/a.xml")).toMatchObject({
    headers: { "content-security-policy": expect.stringMatching(/^sandbox;/) },
  })
})
