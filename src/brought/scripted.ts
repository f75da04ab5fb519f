import type { PlacedElement } from "../xml/elements.js"

/** Something in an XML file that a browser runs when it opens the file: the element, and how it is called. */
export interface Scripted {
  readonly element: PlacedElement
  readonly what: string
}

const xhtml = "http://www.w3.org/1999/xhtml"
const svg = "http://www.w3.org/2000/svg"
const mathml = "http://www.w3.org/1998/Math/MathML"
const xslt = "http://www.w3.org/1999/XSL/Transform"

/** Elements of HTML that are words, lists and tables, and nothing else. */
const harmlessHtml = new Set(
  `a abbr address article aside b bdi bdo blockquote body br caption cite code col colgroup data dd del dfn div dl dt
  em figcaption figure h1 h2 h3 h4 h5 h6 head header footer hr html i img ins kbd li main mark nav ol p pre q rp rt ruby
  s samp section small span strong sub summary sup table tbody td tfoot th thead time title tr u ul var wbr`.split(
    /\s+/,
  ),
)
/** Elements of SVG that hold other things than drawing. */
const livelySvg = /^(?:script|foreignObject|animate\w*|set|handler|listener|iframe|audio|video|discard)$/

/**
 * The first thing in a file that a browser would run. TEI itself has nothing of the kind, but the file is
 * published as it stands, and a browser that opens it takes HTML, SVG and MathML in it for what they are, as it
 * carries out XSLT.
 */
export function scriptedIn(elements: readonly PlacedElement[]): Scripted | undefined {
  for (const element of elements) {
    const what = whatRuns(element)
    if (what !== undefined) return { element, what }
  }
  return undefined
}

function whatRuns({ name, local, namespace, namespaces, attributes }: PlacedElement): string | undefined {
  if (namespace === xslt) return `<${name}>, an instruction of XSLT`
  if (namespace === xhtml && !harmlessHtml.has(local)) return `<${name}>, of HTML`
  if (namespace === svg && livelySvg.test(local)) return `<${name}>, of SVG`
  for (const attribute of attributes) {
    const prefix = /^(.*?):/.exec(attribute.name)?.[1]
    if (prefix !== undefined && namespaces.get(prefix) === xslt)
      return `the attribute ${attribute.name}, of XSLT`
    if (namespace !== xhtml && namespace !== svg && namespace !== mathml) continue
    const isHandler = /^(?:.*:)?on/i.test(attribute.name)
    // Browsers pass over blanks and control characters in a scheme.
    const plain = attribute.value.replace(/[\p{C}\s]/gu, "")
    if (isHandler || /^(?:javascript|vbscript|data):/i.test(plain))
      return `the attribute ${attribute.name} of <${name}>`
  }
  return undefined
}
