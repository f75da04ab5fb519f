import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { catalogue } from "../src/diagnostics/catalogue.js"
import {
  type Area,
  areaOf,
  htmlInStrings,
  importBreaches,
  importsOf,
  lockedAddresses,
  loose,
  type ProjectFile,
  tooLong,
  unnamedCodes,
  unrepeatable,
} from "./architecture-rules.js"

/** Who may import what: ARCHITECTURE.md's table, and the reason for every package. */
const table: Readonly<Record<string, Area>> = {
  model: { areas: [], packages: {} },
  diagnostics: { areas: ["model"], packages: {} },
  xml: {
    areas: [],
    packages: {
      saxes: "tells whether a text is well-formed, and where it is not",
      "node:module": "requires fast-xml-parser where a register comes as TEI, and only there",
      "fast-xml-parser": "reads registers that come as TEI",
      xmlbuilder2: "writes the corpus's frame",
    },
  },
  read: {
    areas: ["model", "diagnostics", "xml"],
    packages: {
      yaml: "front matter and settings with the place of every value",
      zod: "what fields there are and what fits in them",
    },
  },
  encode: {
    areas: ["model", "diagnostics", "xml"],
    packages: {
      saxes: "reads TEI back, character by character, and with its lines",
      "node:crypto": "ids from a hash of what they name",
    },
  },
  relaxng: {
    areas: ["xml"],
    packages: { saxes: "reads schemas and documents with the place of every tag" },
  },
  brought: { areas: ["model", "diagnostics", "xml"], packages: {} },
  check: {
    areas: ["model", "diagnostics", "xml", "relaxng"],
    packages: {
      "libxml2-wasm": "XML Schema; loaded where an edition has an XSD",
      "node:module": "requires SaxonJS",
      "saxon-js": "Schematron's rules are XPath",
    },
  },
  collate: { areas: ["model", "diagnostics", "xml"], packages: {} },
  cite: { areas: ["model", "diagnostics"], packages: {} },
  render: {
    areas: ["model", "diagnostics"],
    packages: {
      "node:module": "requires SaxonJS",
      "saxon-js": "XSLT 3.0",
      "node:util": "tells whether two pages are asked for with the same parameters",
    },
  },
  interchange: {
    areas: ["model", "diagnostics", "xml", "zip"],
    packages: {
      "node:crypto": "ids from a hash of what they name",
    },
  },
  search: { areas: [], packages: {} },
  publish: {
    areas: ["model", "diagnostics", "xml", "search", "zip"],
    packages: {
      minisearch: "makes the index of the search, which the reader’s browser reads with the same",
    },
  },
  zip: { areas: [], packages: { fflate: "packs and unpacks in memory" } },
  deposit: {
    areas: ["model", "diagnostics"],
    packages: { "node:crypto": "the digests of a bag’s manifests" },
  },
  release: {
    areas: ["model", "diagnostics", "xml"],
    packages: {
      diff: "which words of two releases differ",
      "node:crypto": "the digest of every file of a release",
    },
  },
  pipeline: {
    areas: [
      "model",
      "diagnostics",
      "xml",
      "read",
      "encode",
      "brought",
      "relaxng",
      "check",
      "collate",
      "cite",
      "render",
      "publish",
      "release",
      "deposit",
      "zip",
      "interchange",
    ],
    packages: {},
  },
  files: {
    areas: ["model", "diagnostics"],
    packages: {
      "node:fs/promises": "here and nowhere else",
      "node:fs": "a file that is asked for in the midst of reading another",
      "node:child_process": "starts the compiler of stylesheets",
      "node:module": "where that compiler lies",
      "node:util": "waiting for it",
      "node:path": "where files lie",
      "node:url": "where stet itself lies",
      "node:os": "which machine holds a lock",
      "node:crypto": "which process holds a lock",
      "node:timers/promises": "waiting for a lock",
    },
  },
  serve: {
    areas: ["diagnostics", "model"],
    packages: {
      "node:http": "shows a preview to this machine's own browsers",
      "node:net": "the type of the address at which it is",
      "node:crypto": "tells a page whether it has changed",
    },
  },
  cli: {
    areas: ["pipeline", "files", "serve", "diagnostics", "model"],
    packages: {
      commander: "arguments",
      "node:timers/promises": "lets a preview answer while it is being built",
      "node:path": "where files lie",
    },
  },
  index: { areas: ["pipeline", "model", "diagnostics"], packages: {} },
}

const root = fileURLToPath(new URL("../", import.meta.url))

function filesBelow(folder: string, endings: readonly string[]): readonly ProjectFile[] {
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => ({
      path: path.slice(root.length).replaceAll("\\", "/"),
      text: readFileSync(path, "utf8"),
    }))
}

const source = filesBelow("src", [".ts"])
const stylesheets = filesBelow("xslt", [".xsl"])
const schemas = filesBelow("schema", [".odd", ".sch"])
const tests = filesBelow("tests", [".ts", ".md", ".xml", ".yaml", ".json", ".txt"]).filter(
  (file) => !file.path.startsWith("tests/architecture") && !file.path.startsWith("tests/artefacts/"),
)
const stages = [
  "model",
  "diagnostics",
  "xml",
  "read",
  "encode",
  "brought",
  "relaxng",
  "check",
  "collate",
  "cite",
  "render",
  "publish",
  "interchange",
  "search",
]
const inStages = source.filter((file) => stages.includes(areaOf(file.path)))
const codes = Object.keys(catalogue)
const breach = (text: string, path = "src/read/made-up.ts"): ProjectFile => ({ path, text })

describe("imports", () => {
  const judged = source.filter((file) => !["tools", "browser"].includes(areaOf(file.path)))

  test("follow the table", () => {
    expect(judged.flatMap((file) => importBreaches(file, table))).toEqual([])
  })

  test("need every package that the table allows", () => {
    const idle = Object.entries(table).flatMap(([area, { packages }]) => {
      const needed = new Set(judged.filter((file) => areaOf(file.path) === area).flatMap(importsOf))
      return Object.keys(packages).filter((name) => !needed.has(name))
    })
    expect(idle).toEqual([])
  })

  test("of the browser's scripts stay among themselves", () => {
    const scripts = source.filter((file) => areaOf(file.path) === "browser")
    const alone = { browser: { areas: [], packages: {} } }
    expect(scripts.flatMap((file) => importBreaches(file, alone))).toEqual([])
  })

  test("reach the disk through files.ts alone", () => {
    const touching = judged.filter((file) => importsOf(file).some((name) => /^(node:)?fs\b/.test(name)))
    expect(touching.filter((file) => areaOf(file.path) !== "files").map((file) => file.path)).toEqual([])
  })

  test.each([
    ['import { a } from "../encode/a.js"', "read may not import encode"],
    ['export * from "../pipeline.js"', "read may not import pipeline"],
    ['const a = await import("../render/a.js")', "read may not import render"],
    ['const a = await import("saxon-js" as string)', "read may not import saxon-js"],
    ['const a = createRequire(import.meta.url)("saxon-js")', "read may not import saxon-js"],
    ["const a = await import(name)", "read may not import a computed name"],
    ['import { readFile } from "node:fs/promises"', "read may not import node:fs/promises"],
    ['import a from "saxon-js/x.js"', "read may not import saxon-js"],
    ['import a from "../../tests/a.js"', "../../tests/a.js lies outside src"],
  ])("are refused when they breach it: %s", (text, problem) => {
    expect(importBreaches(breach(text), table)).toEqual([`src/read/made-up.ts: ${problem}`])
  })

  test("are allowed when they do not", () => {
    const text = 'import { a } from "../model/a.js"\nimport { parse } from "yaml"\nimport "./b.js"'
    expect(importBreaches(breach(text), table)).toEqual([])
    expect(importBreaches(breach("", "src/other/a.ts"), table)).toHaveLength(1)
  })
})

describe("every diagnostic code", () => {
  test("is used", () => {
    const users = source.filter((file) => !file.path.startsWith("src/diagnostics/catalogue"))
    expect(unnamedCodes(codes, [...users, ...stylesheets, ...schemas])).toEqual([])
  })

  test("is named in a test or an example", () => {
    expect(unnamedCodes(codes, tests)).toEqual([])
  })

  test("is missed when it is only part of another word", () => {
    expect(unnamedCodes(["mark-open"], [breach('"mark-opened" "re-mark-open"')])).toEqual(["mark-open"])
    expect(unnamedCodes(["mark-open"], [breach('diagnose("mark-open")')])).toEqual([])
  })
})

test("no work is left undone and no test left out", () => {
  expect([...source, ...stylesheets, ...schemas, ...tests].flatMap(loose)).toEqual([])
  for (const text of ["// TODO later", 'test.skip("a")', 'it.only("a")', 'xit("a")'])
    expect(loose(breach(text)), text).toHaveLength(1)
})

test("no file is too long to be read at one sitting", () => {
  expect([...source, ...stylesheets].flatMap((file) => tooLong(file, 300))).toEqual([])
  expect(tooLong(breach("a\n".repeat(301)), 300)).toHaveLength(1)
  expect(tooLong(breach("a\n".repeat(300)), 300)).toEqual([])
})

test("no stage knows the clock, chance or the machine", () => {
  expect([...inStages, ...stylesheets].flatMap(unrepeatable)).toEqual([])
  for (const text of ["Date.now()", "new Date()", "Math.random()", "process.env.HOME", "a.localeCompare(b)"])
    expect(unrepeatable(breach(text)), text).toHaveLength(1)
  expect(unrepeatable(breach('new Date("1961-05-20")'))).toEqual([])
  expect(unrepeatable(breach('select="current-dateTime()"', "xslt/a.xsl"))).toHaveLength(1)
})

test("no HTML is built in TypeScript", () => {
  const judged = source.filter((file) => ["render", "publish", "interchange"].includes(areaOf(file.path)))
  expect(judged.flatMap(htmlInStrings)).toEqual([])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the breach
  for (const text of ['const a = "<p>"', "const a = `<div id='${b}'>`", "const a = '<span '"])
    expect(htmlInStrings(breach(text)), text).toHaveLength(1)
  expect(htmlInStrings(breach("/** TEI: `<p>`. */ const a = 1 < p"))).toEqual([])
})

test("the lock file names no registry", () => {
  expect(lockedAddresses(readFileSync(`${root}package-lock.json`, "utf8"))).toEqual([])
  expect(lockedAddresses('{"resolved": "https://registry.example/a.tgz"}')).toHaveLength(1)
})
