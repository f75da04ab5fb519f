import { betweenBlocks, type PhenomenonName, phenomena } from "../../src/model/phenomena.js"
import type { ValueRule } from "../../src/model/phenomenon.js"
import { rulesOf } from "../../src/read/attributes.js"

const run = "window.ran=1"

/** What would run, ask another server or break out, if any field let it through; each is one line of text. */
export const payloads = [
  `<script>${run}</script>`,
  `</script><script>${run}</script>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<img src=x onerror=${run}>`,
  `"><img src=x onerror="${run}">`,
  `'><svg onload='${run}'>`,
  `<svg><script>${run}</script></svg>`,
  `" onmouseover="${run}" autofocus onfocus="${run}" x="`,
  `' onclick='${run}' tabindex=1 autofocus onfocus='${run}`,
  `</title><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</textarea></noscript></template><script>${run}</script>`,
  `<!--><script>${run}</script>-->`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `?><script>${run}</script>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<iframe src="javascript:parent.${run}"></iframe>`,
  `<a href="javascript:${run}">x</a>`,
  `<base href="https://payload.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://payload.example/">`,
  `<link rel="stylesheet" href="https://payload.example/a.css">`,
  `<form action="https://payload.example/"><button autofocus onfocus=${run}>x</button></form>`,
  `<details open ontoggle=${run}>x</details>`,
  `<video><source onerror=${run}></video>`,
  `<object data="javascript:${run}"></object>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
  `<template shadowrootmode="open"><img src=x onerror=${run}></template>`,
  `<style>@import "https://payload.example/a.css"</style>`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  ` javascript:${run}`,
  `javascript&colon;${run}`,
  `&#106;avascript:${run}`,
  `java&Tab;script:${run}`,
  `java%0ascript:${run}`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=`,
  `file:///etc/passwd`,
  `//payload.example/x.js`,
  `\\\\payload.example\\x.js`,
  `/\\payload.example/x.js`,
  `https://payload.example/"onclick="${run}`,
  `../../../../etc/passwd#"><script>${run}</script>`,
  `#"><script>${run}</script>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&amp;lt;script&amp;gt;${run}`,
  `{{constructor.constructor("${run}")()}}`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template would take for its own
  "${window.ran=1}`;window.ran=1;`",
  `";${run};//`,
  `';${run};//`,
  `\\";${run};//`,
  `"];${run};["`,
  `*/${run}/*`,
  `\u2028${run}//`,
  `color:red;background:url(https://payload.example/x)`,
  `x}body{background:url(https://payload.example/x)}`,
  `url(javascript:${run})`,
  `expression(${run})`,
  `＜script＞${run}＜/script＞`,
  `\u02baonclick=${run}`,
  `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  `{placeholder} {count} {title}`,
  `__proto__`,
  `constructor`,
  `%3Cscript%3E${run}%3C/script%3E`,
] as const

/** The same in YAML, in double quotes. */
export const inYaml = (payload: string) => JSON.stringify(payload).replaceAll("\u2028", "\\u2028")
/** The same as the value of a directive's attribute. */
const inBraces = (payload: string) => `"${payload.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`
/** The same in XML, as text or the value of an attribute. */
const inXml = (payload: string) => payload.replace(/[&<>"'\t]/g, (sign) => `&#${sign.codePointAt(0)};`)

/** So many at a time: few documents with much in them are built and visited sooner than many. */
export const parted = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** Several at a time, where a document has a field once. */
const together = (size: number) => parted(payloads, size).map((each) => each.join(" "))

export const editionYaml = `title: ${inYaml(payloads.join(" "))}
editors:
${payloads
  .slice(0, 12)
  .map((each) => `  - { name: ${inYaml(each)} }`)
  .join("\n")}
publisher: ${inYaml(payloads.join(" "))}
place: ${inYaml(payloads.join(" "))}
version: "1.0.0"
licence: ${inYaml(payloads.join(" "))}
language: en
statement: ${inYaml(payloads.join(" "))}
profile: stet
conventions: { substitution: marked, falseStart: marked }
`

export const registersYaml = `people:
${payloads
  .map(
    (each, at) =>
      `  - { id: person${at}, name: ${inYaml(`${at} ${each}`)}, also: [${inYaml(`also ${at} ${each}`)}], description: ${inYaml(each)} }`,
  )
  .join("\n")}
places:
${payloads
  .map(
    (each, at) =>
      `  - { id: place${at}, name: ${inYaml(`${at} at ${each}`)}, description: ${inYaml(each)}, country: ${inYaml(each)} }`,
  )
  .join("\n")}
organisations:
${payloads
  .map(
    (each, at) => `  - { id: org${at}, name: ${inYaml(`${at} of ${each}`)}, description: ${inYaml(each)} }`,
  )
  .join("\n")}
`

/** The image that every document's front matter names. */
export const imagePath = "images/page.png"

const frontMatter = (payload: string) => {
  const p = inYaml(payload)
  return `title: ${p}
kind: letter
sender: ${p}
recipient: ${p}
licence: ${p}
date: { when: 1911-03-04, text: ${p} }
place: ${p}
country: ${p}
settlement: ${p}
repository: ${p}
collection: ${p}
shelfmark: ${p}
source: ${p}
extent: ${p}
transcriber: ${p}
hands:
  - { id: clerk, name: ${p}, medium: pencil, role: revisions }
stages:
  - { id: pencil, description: ${p} }
witnesses:
  - { document: front-0, relation: ${p} }
images:
  - { file: ${imagePath}, label: ${p}, zones: [{ id: z1, box: [0, 0, 10, 10] }] }
emendations:
  - { passage: odd wrods, sic: wrods, corr: ${p}, note: ${p} }
`
}

/** A value that fits, by its rule. */
function fitting(rule: ValueRule): string {
  if (typeof rule === "object") return Object.keys(rule)[0] ?? ""
  const values = {
    count: "1",
    token: "x",
    text: "words",
    "words-or-none": "words",
    date: "1911",
    language: "de",
    hand: "clerk",
    stage: "pencil",
    entity: "person0",
    mark: "m1",
    image: "page",
    zone: "z1",
  } as const
  return values[rule]
}

/** A directive with one of its attributes as given, and what it needs besides. */
function directive(name: PhenomenonName, attribute: string, value: string): string {
  const rules = rulesOf(name)
  const needed = Object.entries(rules)
    .filter(([each, rule]) => rule.required && each !== attribute)
    .map(([each, rule]) => `${each}="${fitting(rule.value)}"`)
  const braces = `{${[`${attribute}=${value}`, ...needed].join(" ")}}`
  if (phenomena[name].content === "inline") return `words :${name}[words]${braces} words`
  return betweenBlocks.has(name) ? `::${name}${braces}` : `words :${name}${braces} words`
}

const attributesOf = (isFree: boolean) =>
  (Object.keys(phenomena) as PhenomenonName[]).flatMap((name) =>
    Object.entries(rulesOf(name))
      .filter(([, { value }]) => (value === "text" || value === "words-or-none") === isFree)
      .map(([attribute]) => [name, attribute] as const),
  )

/** Documents whose fields hold payloads and are read: by their names, their transcriptions. */
export const acceptedDocuments: ReadonlyMap<string, string> = new Map([
  ...together(14).map(
    (payload, at) =>
      [
        `front-${at}`,
        `---\n${frontMatter(payload)}---\nSome odd wrods, [[person${at}|a person]].\n`,
      ] as const,
  ),
  ...parted(attributesOf(true), 3).map((attributes, at) => {
    const body = attributes.flatMap(([name, attribute]) =>
      payloads.map((each) => directive(name, attribute, inBraces(each))),
    )
    return [
      `attributes-${at}`,
      `---\n${frontMatter("Words")}---\nSome odd wrods :to{#m1}.\n\n${body.join("\n\n")}\n`,
    ] as const
  }),
])

/** Payloads typed as they are in the body: in a paragraph, a heading, a point, struck, in a note beside and below. */
export function rawDocument(typed: readonly string[]): string {
  const bodies = typed.map(
    (each, at) =>
      `Words ${each} words.\n\n# ${each}\n\n1. ${each}\n\nWords ~~x ${each} x~~ words {>>${each}<<}.\n\nA note[^n${at}].\n\n[^n${at}]: ${each}\n`,
  )
  return `---\n${frontMatter("Words")}---\nSome odd wrods.\n\n${bodies.join("\n")}`
}

/** Each payload in a document of its own, to see which may be typed. */
export const rawDocuments: ReadonlyMap<string, string> = new Map(
  payloads.map((payload, at) => [`raw-${at}`, rawDocument([payload])]),
)

/** Documents with a payload where none may stand, and the line at which that has to be told. */
export const refusedDocuments: ReadonlyMap<string, { readonly text: string; readonly line: number }> =
  new Map(
    [
      ...(["kind", "date", "status", "language"] as const).flatMap((field) =>
        payloads.slice(0, 8).map((each) => {
          const rest = ["title: a", "kind: letter", "sender: a", "recipient: b", "licence: c"].filter(
            (line) => !line.startsWith(`${field}:`),
          )
          return { text: `---\n${field}: ${inYaml(each)}\n${rest.join("\n")}\n---\nWords.\n`, line: 2 }
        }),
      ),
      ...[
        (each: string) => `hands: [{ id: ${each}, name: a }]`,
        (each: string) => `stages: [{ id: ${each}, description: a }]`,
        (each: string) => `witnesses: [{ document: ${each}, relation: a }]`,
        (each: string) => `${each}: a`,
      ].flatMap((field) =>
        payloads.slice(0, 8).map((each) => ({
          text: `---\n${field(inYaml(each))}\ntitle: a\nkind: letter\nsender: a\nrecipient: b\nlicence: c\n---\nWords.\n`,
          line: 2,
        })),
      ),
      ...attributesOf(false).flatMap(([name, attribute]) =>
        [payloads[0], payloads[4], payloads[29]].map((each) => ({
          text: `---\ntitle: a\nkind: letter\nsender: a\nrecipient: b\nlicence: c\nhands: [{ id: clerk, name: a }]\nstages: [{ id: pencil, description: a }]\n---\n${directive(name, attribute, inBraces(each))}\n`,
          line: 10,
        })),
      ),
      ...["\u0000", "\u001b", "\u202e"].map((sign) => ({
        text: `---\ntitle: a\nkind: letter\nsender: a\nrecipient: b\nlicence: c\n---\n<scr${sign}ipt>${run}</script>\n`,
        line: 8,
      })),
    ].map((each, at) => [`refused-${at}`, each] as const),
  )

const attributesOfTei =
  `target ref rend style rendition n facs url when key corresp source resp hand place type subtype
  reason extent unit cert change wit role cols rows quantity notBefore from to sameAs copyOf next prev spanTo new
  xml:lang xml:base xml:id sort scheme instant cause level break ed mimeType cRef`.split(/\s+/)
const elementsOfTei =
  `p ref ptr hi foreign persName placeName orgName rs date note gap add del subst choice abbr expan
  sic corr orig reg unclear supplied space handShift pb cb lb milestone fw figure graphic table row cell list item label
  head quote q title bibl idno ab lg l metamark seg anchor damage surplus app lem rdg opener salute dateline signed
  closer postscript trailer stamp address addrLine measure num formula media`.split(/\s+/)

/** An address that climbs out of the folder keeps an edition from being built, wherever it stands. */
const climbs = (payload: string) => /^\.\.\/|\\|^\/(?!\/)/.test(payload)
const forTei = payloads.filter((each) => !climbs(each))

/** A TEI file with the payloads in every attribute of every one of many elements, and as their text. */
export const broughtTei = (() => {
  const any = (at: number) => inXml(forTei[at % forTei.length] ?? "")
  const elements = elementsOfTei.map((name, first) => {
    const attributes = attributesOfTei.map((attribute, second) => `${attribute}="${any(first + second * 3)}"`)
    return `<p><${name} ${attributes.join(" ")}>${any(first)}</${name}></p>`
  })
  const targets = forTei.map(
    (each) =>
      `<p><ref target="${inXml(each)}">${inXml(each)}</ref><ptr target="${inXml(each)}"/><persName ref="${inXml(each)}">x</persName><pb facs="${inXml(each)}" n="${inXml(each)}"/><figure><graphic url="${inXml(each)}"/><figDesc>${inXml(each)}</figDesc></figure><hi style="${inXml(each)}" rend="${inXml(each)}">x</hi></p>`,
  )
  // Each stage is a page of the whole text.
  const stages = parted(forTei, 10)
    .map(
      (some, at) => `<change xml:id="c${at}" n="${inXml(some[0] ?? "")}">${inXml(some.join(" "))}</change>`,
    )
    .join("")
  const cdata = forTei.map((each) => `<p><![CDATA[${each.replaceAll("]]>", "]]]]><![CDATA[>")}]]></p>`)
  const said = (name: string) => forTei.map((each) => `<${name}>${inXml(each)}</${name}>`).join("")
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${any(4)}" xml:id="${any(6)}"><teiHeader><fileDesc>
<titleStmt>${said("title")}${said("author")}${said("editor")}</titleStmt>
<publicationStmt>${said("publisher")}<availability>${forTei.map((each) => `<licence target="${inXml(each)}">${inXml(each)}</licence>`).join("")}</availability></publicationStmt>
<sourceDesc><msDesc><msIdentifier>${said("settlement")}${said("repository")}${said("idno")}</msIdentifier></msDesc></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent">${said("persName")}<date when="${any(3)}">${any(3)}</date></correspAction><correspAction type="received">${said("persName")}</correspAction></correspDesc><langUsage>${forTei.map((each) => `<language ident="${inXml(each)}">${inXml(each)}</language>`).join("")}</langUsage><creation><listChange>${stages}</listChange></creation><handNotes>${forTei.map((each, at) => `<handNote xml:id="h${at}" scribe="${inXml(each)}" medium="${inXml(each)}">${inXml(each)}</handNote>`).join("")}</handNotes></profileDesc>
</teiHeader><standOff><listPerson>${forTei.map((each, at) => `<person xml:id="p${at}"><persName>${inXml(each)}</persName><idno type="${inXml(each)}">${inXml(each)}</idno><note>${inXml(each)}</note></person>`).join("")}</listPerson></standOff>
<text><body>
${[...elements, ...targets, ...cdata].join("\n")}
</body></text></TEI>
`
})()
