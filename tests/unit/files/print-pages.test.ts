import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { findBrowser, usualPlaces } from "../../../src/files/find-browser.js"
import { printPages } from "../../../src/files/print-pages.js"

const folder = realpathSync(mkdtempSync(join(tmpdir(), "stet-browsers-")))
// What others make beside it is none of this file’s.
process.env["TMPDIR"] = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that can be run as a browser; it does what the script says. */
function browser(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!${process.execPath}\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

// On a busy machine a program takes its time to start; only one that never answers is not waited for.
const printing = { agent: "stet/0", paper: "a4", script: "", patience: 20_000 } as const
const failing = async (script: string, patience = printing.patience as number) => {
  let used = false
  const { value, diagnostics } = await printPages(
    ["page.html"],
    { ...printing, patience, browser: browser("failing", script) },
    (pdf) => pdf,
    async () => {
      used = true
      return { value: true, diagnostics: [] }
    },
  )
  expect([value, used]).toEqual([false, false])
  return diagnostics.map(({ code, message }) => [code, message.replaceAll(folder, "")])
}

test("a browser that ends, says nothing, or refuses is told, and what it left is removed", async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => /^stet-(?:browser|print)-/.test(name))
  const before = left()
  expect(await failing('console.error("noise\\nno display"); process.exit(3)')).toEqual([
    ["browser-failed", "Printing with /failing failed: it ended by itself. no display."],
  ])
  expect(await failing("setInterval(() => {}, 1000)", 400)).toEqual([
    ["browser-failed", "Printing with /failing failed: it has not answered for 0.4 seconds."],
  ])
  const refuses = `const fs = require("node:fs")
    fs.createReadStream("", { fd: 3 }).on("data", (text) => {
      for (const line of String(text).split("\\0").filter(Boolean)) {
        const { id, method } = JSON.parse(line)
        if (method === "Browser.close") process.exit(0)
        fs.writeSync(4, JSON.stringify({ id, error: { message: "too old" } }) + "\\0")
      }
    })`
  expect(await failing(refuses)).toEqual([
    ["browser-failed", "Printing with /failing failed: it refuses Target.createTarget: too old."],
  ])
  expect(left()).toEqual(before)
}, 90_000)

test("a browser that is no program is told", async () => {
  const path = join(folder, "none")
  writeFileSync(path, "")
  const { diagnostics } = await printPages(
    ["page.html"],
    { ...printing, browser: path },
    (pdf) => pdf,
    async () => ({ value: true, diagnostics: [] }),
  )
  expect(diagnostics.map(({ code }) => code)).toEqual(["browser-failed"])
})

test("the browser that is named goes before CHROME_PATH, and this before the PATH", async () => {
  const [one, other] = [browser("chromium", ""), browser("other", "")]
  const environment = { PATH: `/nowhere:${folder}`, CHROME_PATH: other }
  expect(await findBrowser(one, environment, "linux")).toBe(one)
  expect(await findBrowser(undefined, environment, "linux")).toBe(other)
  expect(await findBrowser(undefined, { PATH: environment.PATH }, "linux")).toBe(one)
  expect(await findBrowser("/no/such", environment, "linux")).toBeUndefined()
  expect(await findBrowser(undefined, {}, "linux")).toBeUndefined()
})

test("each system is searched where it keeps its programs", () => {
  expect(usualPlaces({ HOME: "/Users/ada", PATH: "/opt" }, "darwin")).toEqual(
    expect.arrayContaining([
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/opt/chromium",
    ]),
  )
  expect(usualPlaces({ ProgramFiles: "C:/Program Files" }, "win32")).toEqual([
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files/Chromium/Application/chrome.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
  ])
})
