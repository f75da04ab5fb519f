import type { Browser } from "playwright-core"
import { beforeAll, expect, test } from "vitest"
import { publishSite, type SiteDocument } from "../../src/publish/publish-site.js"
import { rendererOf } from "../../src/render/renderer.js"
import { inEnglish } from "../interface.js"
import { faultsOf } from "./axe.js"
import { openChromium } from "./chromium.js"
import { checkedByNu, hasJava } from "./nu-checker.js"
import { artefact, siteAssets, siteOnce, testStylesheet, type WrittenSite } from "./site.js"
import { inPage, visit } from "./visit.js"

const header = (title: string, more = "") =>
  `<teiHeader><fileDesc><titleStmt>${title}</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${more}</teiHeader>`
const tei = (content: string, attributes = "") =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"${attributes}>${content}</TEI>`

/** TEI as other houses have it: what they nest, name and leave out otherwise than stet does. */
const sources: Readonly<Record<string, string>> = {
  letter: tei(
    `<standOff><listPerson><person xml:id="p1"><persName><forename>Ada</forename><surname>Weir</surname></persName>
      <birth><date when-iso="1850-02-01">1.2.1850</date><settlement><placeName>Ulm</placeName><location><geo>48,4 9,9</geo></location></settlement></birth>
      <occupation>painter</occupation><affiliation><orgName>Guild</orgName><note>doubted</note></affiliation><idno type="gnd">https://d-nb.info/gnd/1</idno></person></listPerson>
      <listAnnotation><note n="a" target="#here"><p>A note that stands apart.</p></note></listAnnotation></standOff>
     ${header(
       '<title level="s">Series</title><title level="a">Ada to Ben</title>',
       `<profileDesc><correspDesc><correspAction type="sent"><persName>Ada Weir</persName><date when-iso="1880-01-02T10:00:00"/></correspAction>
         <correspAction type="received"><persName>Ben</persName></correspAction></correspDesc></profileDesc>`,
     )}
     <text><body><pb facs="https://example.org/1.jpg" n="1"/><lb/>
      <div1 type="letter" xml:id="text"><head>Letter</head><div2><head>Part</head>
       <opener><seg><lb/>To <persName ref="#p1">Ben <rs ref="#p1"><hi rend="spaced-out">my</hi></rs></persName></seg><dateline>Ulm, <date>yesterday</date></dateline></opener>
       <p xml:id="notes"><lb/>A <hi rend="it">word</hi><anchor xml:id="here"/> and <hi rendition="#u">another<table><row><cell cols="2">in <p>a cell</p></cell></row><row><cell>x</cell><pb n="2"/><cell>y</cell></row></table></hi>,
        <subst><del rend="overtyped">old</del><add place="supralinear">new</add></subst>; <choice><abbr>Dr</abbr><expan>Doctor</expan></choice> <expan>alone</expan>,
        see <ref target="#nowhere">there</ref>, <ref target="#notes">here</ref><ref target="1902-01-01"/> and <ptr target="https://example.org/x"/>.<note place="foot">Foot<list><item>one</item></list></note></p>
       <floatingText><body><lg><l>Verse one</l><l rend="indent2">verse <note><p>inner</p></note>two</l></lg></body></floatingText>
       <figure><head>A view</head><graphic url="images/view.jpg"/><graphic url="https://example.org/view.jpg"/><figDesc>of the sea</figDesc></figure>
       <list type="ordered"><head>Things</head><item>first <list rend="bulleted"><item>nested</item></list></item><item><gap unit="char" extent="3"/></item></list>
       <q>said <said>he <quote><p>block</p></quote></said></q><alien xmlns="urn:a"><p>strange</p></alien>
       <app><lem wit="#A">lemma</lem><rdg wit="#B">other</rdg></app><closer><signed>Ada</signed></closer></div2></div1></body>
      <back><div><listBibl><bibl xml:id="b1"><title>A book</title><author>Someone</author><date>1870</date></bibl></listBibl></div></back></text>`,
    ' xml:lang="de"',
  ),
  play: tei(
    `${header("<title>A play</title>")}<text><front><titlePage><docTitle><titlePart>PLAY</titlePart></docTitle><byline>by <docAuthor>N</docAuthor></byline></titlePage>
      <castList><head>Persons</head><castItem><role>Fool</role>, <roleDesc>a fool</roleDesc></castItem></castList></front>
     <body><div type="act"><head>I</head><stage>Enter Fool.</stage><sp who="#f"><speaker>Fool</speaker><l n="1">A line</l><stage>aside</stage><l part="I">begun</l></sp>
      <sp><speaker>All</speaker><p>Prose <stage>laughing</stage> goes on.</p></sp></div></body></text>`,
  ),
  pages: tei(
    `${header("<title/>")}<sourceDoc><surfaceGrp><surface n="1r"><graphic url="https://example.org/1r.jpg"/><zone type="main"><line rend="indent1">first <del rend="strikethrough">struck</del><add place="superlinear">over</add></line>
      <line><metamark function="separate"/>second <mod><retrace>line</retrace></mod></line></zone><zone type="marginalia"><line>margin</line></zone></surface></surfaceGrp></sourceDoc>`,
  ),
  group: tei(
    `${header("<title>Several</title>")}<text><group><text><body><head>One</head><p>1</p></body></text><text><body><p>2</p></body></text></group></text>`,
  ),
  examples: tei(
    `${header("<title>Examples</title>")}<text><body><p>An <gi>egg</gi>: <egXML xmlns="http://www.tei-c.org/ns/Examples"><p a="b">x &lt; y</p></egXML></p><eg>a
  b</eg><msDesc><msIdentifier><settlement>Ulm</settlement><idno>1</idno></msIdentifier><physDesc><p>Paper.</p></physDesc></msDesc></body></text>`,
  ),
}

const names = Object.keys(sources)
const views = ["index", "diplomatic", "genetic"] as const
const paths = ["index.html", ...names.flatMap((name) => views.map((view) => `${name}/${view}.html`))]
const opened: { browser?: Browser; site?: WrittenSite; told?: readonly string[] } = {}

beforeAll(async () => {
  const documents: readonly SiteDocument[] = names.map((name) => ({
    name,
    tei: sources[name] ?? "",
    brought: true,
  }))
  const { value: files, diagnostics } = await publishSite({
    edition: { title: "Brought", editors: [], version: "1", licence: "CC BY", ...inEnglish },
    documents,
    ...siteAssets(),
    renderer: rendererOf(await testStylesheet()),
  })
  opened.told = diagnostics.map(({ code, message }) => `${code}: ${message}`)
  opened.site = await siteOnce("brought", async () => files)
  opened.browser = await openChromium()
}, 300_000)

const open = async (path: string, surroundings: Parameters<typeof visit>[2] = {}) => {
  if (!opened.browser || !opened.site) throw new Error("The site is there only while tests run.")
  return visit(opened.browser, opened.site.urlOf(path), surroundings)
}

test("what the views do not know is told, and nothing else", () => {
  expect(opened.told).toEqual([
    expect.stringContaining("element alien (of the namespace urn:a), found once; its text is shown plainly"),
    expect.stringContaining("element p (of the namespace urn:a)"),
  ])
})

test("the index has every document by its own title, its day, its sender and its recipient", async () => {
  const { page } = await open("index.html")
  const rows = await page.locator("tbody tr").allTextContents()
  const flat = rows.map((row) => row.replace(/\s+/g, " "))
  expect(flat[0]).toContain("2 January 1880Ada to Ben")
  expect(flat[0]).toContain("Ada Weir → Ben")
  expect(flat[2]).toContain("Untitled")
  expect(flat).toHaveLength(names.length)
})

test("pages of other houses open without complaints, keep within the window, and link to what is there", async () => {
  for (const path of paths) {
    const { page, complaints, leave } = await open(path, { width: 320 })
    expect(complaints, path).toEqual([])
    expect(
      await inPage<number>(page, "document.documentElement.scrollWidth - innerWidth"),
      path,
    ).toBeLessThanOrEqual(0)
    const ids = await inPage<string[]>(page, "[...document.querySelectorAll('[id]')].map(e => e.id)")
    expect(new Set(ids).size, path).toBe(ids.length)
    const dead = await inPage<string[]>(
      page,
      "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))",
    )
    expect(dead, path).toEqual([])
    await page.screenshot({ path: artefact(`brought-${path.replace("/", "-")}.png`), fullPage: true })
    await leave()
  }
}, 300_000)

test("a browser finds the blocks where the page has them, whatever they were nested in", async () => {
  const { page } = await open("letter/diplomatic.html")
  expect(await page.locator("#tei-notes").textContent()).toContain("in a cell")
  expect(await page.locator("#tei-notes").textContent()).toContain("alone")
  expect(await page.locator("#tei-notes .note-mark").first().getAttribute("data-n")).toBe("a")
  expect(await page.locator("#text h2").first().textContent()).toBe("Letter")
  expect(await page.locator("#text h3").first().textContent()).toBe("Part")
  expect(await page.locator(".register").textContent()).toMatch(
    /Ada Weir \(born 1 February 1850\)[\s\S]*painter[\s\S]*A book/,
  )
  expect(await page.locator("#text .pb").first().getAttribute("href")).toBe("https://example.org/1.jpg")
  expect(await page.locator(".notes").textContent()).toContain("lemma A] other B")
  expect(await page.locator("#text img").count()).toBe(0)
})

test("a page transcribed line by line is shown line by line, with its changes", async () => {
  const { page } = await open("pages/diplomatic.html")
  expect(await page.locator("#text .line").allTextContents()).toEqual([
    "first struckover",
    "second line",
    "margin",
  ])
  const reading = await open("pages/index.html")
  expect(await reading.page.locator("#text .line").first().textContent()).toBe("first over")
})

test("axe finds no fault in pages of other houses", async () => {
  for (const path of paths) {
    const { page, leave } = await open(path, { scripts: true })
    expect(await faultsOf(page), path).toEqual([])
    await leave()
  }
}, 300_000)

test(hasJava()
  ? "the Nu checker finds no fault in pages of other houses"
  : "without Java, the Nu checker is not run", async () => {
  const folder = opened.site?.folder
  if (!hasJava() || folder === undefined) return
  expect(await checkedByNu(folder, paths)).toEqual([])
}, 300_000)
