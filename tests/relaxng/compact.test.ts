import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readSchema, type Schema, validate } from "../../src/relaxng/index.js"
import { shared, sharedFile } from "./shared.js"
import { readSuite } from "./suite.js"

const compact = (text: string, files: Readonly<Record<string, string>> = {}) =>
  readSchema(text, {
    uri: "test:/main.rnc",
    load: (uri) => files[uri.replace("test:/", "")],
    syntax: "compact",
  })
const schemaOf = (text: string, files?: Readonly<Record<string, string>>): Schema => {
  const { schema, errors } = compact(text, files)
  if (schema === undefined) throw new Error(errors.map(({ message }) => message).join("\n"))
  return schema
}

describe("the compact syntax", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ["an element", "element a { empty }", ["<a/>"], ["<a>x</a>", "<b/>"]],
    [
      "sequence, choice, mingling",
      "element a { (element b { empty }, element c { empty }?) | (element d { text } & element e { empty }*) }",
      ["<a><b/></a>", "<a><b/><c/></a>", "<a><e/><d/><e/></a>"],
      ["<a/>", "<a><c/><b/></a>"],
    ],
    [
      "attributes, values, datatypes",
      'element a { attribute n { xsd:integer { minInclusive = "1" } }, attribute m { "x" | token "y" }?, text }',
      ['<a n="1"/>', '<a n="2" m="y">t</a>'],
      ['<a n="0"/>', '<a n="1" m="z"/>'],
    ],
    ["except", 'element a { xsd:NCName - ("b" | "c") }', ["<a>d</a>"], ["<a>b</a>"]],
    [
      "list and mixed",
      "element a { mixed { element b { list { xsd:integer+ } }* } }",
      ["<a>x<b>1 2</b></a>"],
      ["<a><b>x</b></a>"],
    ],
    [
      "namespaces",
      'default namespace = "u:a"\nnamespace b = "u:b"\nelement a { attribute b:x { text }, element b:c { empty }, element * - (a | b:*) { empty }? }',
      ['<a xmlns="u:a" xmlns:b="u:b" b:x=""><b:c/><z/></a>'],
      ['<a xmlns="u:a" xmlns:b="u:b" b:x=""><b:c/><a/></a>', "<a/>"],
    ],
    [
      "definitions",
      "start = a | b\na = element a { c }\nb |= element b { c }\nb |= element bb { c }\nc &= attribute x { text }?\nc &= attribute y { text }?\ndiv { \\list = empty }",
      ['<a x="" y=""/>', "<bb/>"],
      ['<a z=""/>'],
    ],
    [
      "comments and annotations",
      '# one\nnamespace s = "u:s"\ns:ns [ prefix = "x" uri = "]" ]\n## says\n[ s:a = "1" s:b [ "c" ] ]\nstart = element a { ## more\n empty >> s:z [ ] } # end',
      ["<a/>"],
      ["<b/>"],
    ],
    [
      "literals",
      "element a { '''x\ny''' | \"a\" ~ 'b' | \"\\x{41}\" }",
      ["<a>ab</a>", "<a>A</a>", "<a>x y</a>"],
      ["<a>a</a>"],
    ],
    [
      "nested grammars",
      "start = element a { grammar { start = element b { parent c } } }\nc = text",
      ["<a><b>x</b></a>"],
      ["<a/>"],
    ],
  ])("%s", (_, text, valid, invalid) => {
    const schema = schemaOf(text)
    for (const document of valid) expect(validate(schema, document), document).toEqual([])
    for (const document of invalid) expect(validate(schema, document), document).not.toEqual([])
  })

  test("includes files, with definitions replaced, and takes over the namespace", () => {
    const files = { "b.rnc": "start = a\na = element a { text }", "c.rnc": "element c { empty }" }
    const schema = schemaOf(
      'default namespace = "u:x"\ninclude "b.rnc" { a = element z { external "c.rnc" } }',
      files,
    )
    expect(validate(schema, '<z xmlns="u:x"><c/></z>')).toEqual([])
    expect(validate(schema, "<z><c/></z>")).not.toEqual([])
  })

  test("keeps what is said of an element", () => {
    expect(
      schemaOf("a =\n  ## (line) one\n  ## line\n  element a { empty }\nstart = a").describe("", "a"),
    ).toBe("(line) one line")
  })

  test.each([
    ["element a {", 1, 12],
    ["element a { empty }\n}", 2, 1],
    ["start = a,\n b | c", 2, 4],
    ["start =\n element x:a { empty }", 2, 10],
    ["start = element a { xsd:day }", 1, 21],
    ["start = element a { b }", 1, 21],
    ["start = element a { ; }", 1, 21],
    ['start = element a { "x }', 1, 21],
  ])("a schema is refused at its place: %s", (text, line, column) => {
    expect(compact(text).errors[0]).toMatchObject({ line, column, file: "test:/main.rnc" })
  })
})

test.each(["( ", "div { ", "element * - ", "element (", "xsd:token - ", "grammar { start = "])(
  "too many of %s in each other are refused",
  (opening) => {
    const text = opening.startsWith("element ")
      ? `element ${opening.slice(8).repeat(5000)}`
      : opening.repeat(5000)
    expect(compact(text).errors).toMatchObject([{ code: "schema-too-deep", line: 1 }])
  },
)

test("nothing that is no schema is a crash", () => {
  const text =
    'namespace b = "u:b"\n## said\nstart = element b:* - (b:x | *) { attribute n { xsd:string { length = "1" } - "a" }? & d }\n' +
    'd |= [ a = "1" ] mixed { list { token "x" ~ """y""" }+ } >> b:z [ ]\ndiv { include "c.rnc" inherit = b { d = parent e } }'
  for (let at = 0; at < text.length; at++)
    for (const broken of [
      text.slice(0, at),
      text.slice(0, at) + text.slice(at + 1),
      `${text.slice(0, at)}{${text.slice(at)}`,
    ])
      expect(compact(broken).errors, broken).not.toEqual([])
})

const hasTrang = spawnSync("trang", []).error === undefined
const rng = sharedFile("schemas/tei_all-4.12.0.rng")
const suite = sharedFile("schemas/relaxng-spectest.xml")

describe.runIf(hasTrang)("what trang turns into the compact syntax", () => {
  const inCompact = (name: string, convert: (folder: string) => string): string => {
    const folder = mkdtempSync(join(tmpdir(), "compact-"))
    try {
      const goal = join(folder, "out.rnc")
      spawnSync("trang", [convert(folder), goal])
      return readFileSync(goal, "utf8")
    } catch {
      throw new Error(`trang makes nothing of ${name}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  test.skipIf(rng === undefined)("tei_all finds the same and says the same", { timeout: 120_000 }, () => {
    const converted = schemaOf(inCompact("tei_all", () => rng ?? ""))
    const { schema } = readSchema(readFileSync(rng ?? "", "utf8"))
    if (schema === undefined) throw new Error("tei_all is broken")
    for (const { namespace, local } of schema.elementNames())
      expect(converted.describe(namespace, local), local).toEqual(schema.describe(namespace, local))
    const folder = `${shared}/corpora/whitman-mss`
    const names = readdirSync(folder).filter((name) => name.endsWith(".xml"))
    for (const name of names) {
      const text = readFileSync(`${folder}/${name}`, "utf8")
      for (const document of [text, text.replaceAll("<del", "<dell").replaceAll("</del", "</dell")])
        expect(validate(converted, document), name).toEqual(validate(schema, document))
    }
    expect(names.length).toBeGreaterThan(2)
  })

  test.skipIf(suite === undefined)("schemas of Clark's suite judge the same", { timeout: 300_000 }, () => {
    const cases = readSuite(readFileSync(suite ?? "", "utf8"))
      .filter(({ isCorrect, resources, valid }) => isCorrect && resources.size === 0 && valid.length > 0)
      .filter((_, index) => index % 8 === 0)
    for (const { schema: text, valid, invalid, number } of cases) {
      const converted = schemaOf(
        inCompact(`case ${number}`, (folder) => {
          writeFileSync(join(folder, "in.rng"), text)
          return join(folder, "in.rng")
        }),
      )
      for (const document of valid) expect(validate(converted, document), `case ${number}`).toEqual([])
      for (const document of invalid) expect(validate(converted, document), `case ${number}`).not.toEqual([])
    }
    expect(cases.length).toBeGreaterThan(10)
  })
})
