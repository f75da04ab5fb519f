import { type FaultKind, matching } from "./fault.js"
import { misspelt } from "./sign-faults.js"

const settings = /^edition\.yaml$/
const grammar = /^schema\/edition\.rng$/
const rules = /^schema\/edition\.sch$/

/** Kinds of fault in the schemas that an edition brings, and in how it names them. */
export const broughtSchemaFaults: readonly FaultKind[] = [
  {
    name: "schema that is not there",
    code: "file-not-found",
    places: matching(settings, /(?<=schema\/)edition(?=\.\w+)/g, ([name]) => ({ put: misspelt(name) })),
  },
  {
    name: "schema of a kind that stet has not",
    code: "schema-unread",
    places: matching(settings, /(?<=schema\/edition)\.\w+/g, () => ({ put: ".dtd" })),
  },
  {
    name: "pattern that a schema does not define",
    code: "schema-broken",
    places: matching(grammar, /(?<=<ref name=")[\w.-]+(?=")/g, ([name]) => ({ put: `${name}-gone` })),
  },
  {
    name: "element of a schema misspelt",
    code: "schema-broken",
    places: matching(
      grammar,
      /<(choice|list|oneOrMore|optional)>((?:(?!<\/?\1>)[\s\S])*)<\/\1>/g,
      ([, name = "", within]) => {
        const wrong = misspelt(name)
        return { put: `<${wrong}>${within}</${wrong}>` }
      },
    ),
  },
  {
    name: "datatype that there is not",
    code: "schema-broken",
    places: matching(grammar, /(?<=<data type=")\w+(?=")/g, ([name]) => ({ put: misspelt(name) })),
  },
  {
    name: "schema that is not well-formed",
    code: "schema-broken",
    places: matching(grammar, /(?<=<a:documentation>\w+ )(?=\w)/g, () => ({ put: "& " })),
  },
  {
    name: "rule whose test cannot be read",
    code: "schematron-broken",
    places: matching(rules, /<sch:assert id="[\w-]+" test="/g, ([start]) => ({ put: `${start}(` })),
  },
  {
    name: "element of the rules misspelt",
    code: "schematron-broken",
    places: matching(
      rules,
      /<sch:assert([^>]*)>((?:(?!<\/sch:assert)[\s\S])*)<\/sch:assert>/g,
      ([, rest, within]) => ({
        put: `<sch:asert${rest}>${within}</sch:asert>`,
      }),
    ),
  },
]
