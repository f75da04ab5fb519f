import { SaxesParser } from "saxes"

/** An element of a document by the offsets of its tags; one without content has the end tag's at its end. */
export interface Located {
  readonly name: string
  readonly from: number
  readonly to: number
  endFrom: number
  endTo: number
  readonly parent: Located | undefined
  readonly attributes: readonly string[]
}

/** All elements of a document but its root. */
export function elementsOf(text: string): readonly Located[] {
  const found: Located[] = []
  const open: Located[] = []
  let start = 0
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on("opentagstart", ({ name }) => {
    start = parser.position - name.length - 2
  })
  parser.on("opentag", ({ name, attributes }) => {
    const to = parser.position
    const own = Object.keys(attributes).filter((each) => !each.startsWith("xml"))
    const parent = open.at(-1)
    open.push({ name, from: start, to, endFrom: to, endTo: to, parent, attributes: own })
    if (parent !== undefined) found.push(open.at(-1) as Located)
  })
  parser.on("closetag", ({ isSelfClosing }) => {
    const closed = open.pop()
    if (closed === undefined || isSelfClosing) return
    closed.endTo = parser.position
    closed.endFrom = text.lastIndexOf("</", parser.position - 1)
  })
  parser.write(text).close()
  return found
}

/** Numbers from 0 up to the one that is asked with, the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Roll = (below: number) => number
type Spoil = (text: string, element: Located, all: readonly Located[], roll: Roll) => string | undefined

const replaced = (text: string, from: number, to: number, by: string) =>
  text.slice(0, from) + by + text.slice(to)
const inner = (text: string, { to, endFrom }: Located) => text.slice(to, endFrom)

function renamed(text: string, element: Located, name: string): string {
  const { from, endFrom, endTo } = element
  const end = endTo > endFrom ? replaced(text, endFrom, endTo, `</${name}>`) : text
  return replaced(end, from + 1, from + 1 + element.name.length, name)
}

function respelt(name: string, roll: Roll): string {
  const at = 1 + roll(Math.max(1, name.length - 1))
  const way = roll(3)
  if (way === 0 && name.length > 3) return name.slice(0, at) + name.slice(at + 1)
  if (way === 1) return `${name.slice(0, at)}z${name.slice(at)}`
  return name.slice(0, at) + (name[at + 1] ?? "x") + (name[at] ?? "") + name.slice(at + 2)
}

const attributeAt = (text: string, element: Located, name: string) => {
  const tag = text.slice(element.from, element.to)
  const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag)
  return found === null ? undefined : { from: element.from + found.index, whole: found[0] }
}

/** One fault in a document, of one cause; undefined where the element offers no place for it. */
export const faults: Readonly<Record<string, Spoil>> = {
  "a name misspelt": (text, element, _, roll) => renamed(text, element, respelt(element.name, roll)),
  "a name made up": (text, element) => renamed(text, element, "wibblywobbly"),
  "a name of another element": (text, element, all, roll) =>
    renamed(text, element, all[roll(all.length)]?.name ?? "p"),
  "an element left out": (text, { from, endTo }) => replaced(text, from, endTo, ""),
  "an element twice": (text, { from, endTo }) =>
    replaced(text, endTo, endTo, text.slice(from, endTo).replace(/ xml:id="[^"]*"/g, "")),
  "an element moved": (text, { from, endTo }, all, roll) => {
    const goal = all[roll(all.length)]
    if (goal === undefined || (goal.from >= from && goal.from <= endTo)) return undefined
    const moved = text.slice(from, endTo)
    return goal.from < from
      ? replaced(replaced(text, from, endTo, ""), goal.from, goal.from, moved)
      : replaced(replaced(text, goal.from, goal.from, moved), from, endTo, "")
  },
  "the tags left out": (text, element) =>
    element.endFrom === element.endTo
      ? undefined
      : replaced(text, element.from, element.endTo, inner(text, element)),
  "an end too early": (text, element, all, roll) => {
    const children = all.filter(({ parent }) => parent === element)
    const after = children[roll(children.length)]
    if (after === undefined) return undefined
    const { endFrom, endTo } = element
    return replaced(replaced(text, endFrom, endTo, ""), after.endTo, after.endTo, text.slice(endFrom, endTo))
  },
  "a text": (text, { to }) => replaced(text, to, to, "stray words"),
  "a text between": (text, { from }) => replaced(text, from, from, "stray words"),
  "an attribute misspelt": (text, element, _, roll) => {
    const name = element.attributes[roll(element.attributes.length)]
    const found = name === undefined ? undefined : attributeAt(text, element, name)
    if (found === undefined || name === undefined) return undefined
    return replaced(text, found.from + 1, found.from + 1 + name.length, respelt(name, roll))
  },
  "an attribute left out": (text, element, _, roll) => {
    const name = element.attributes[roll(element.attributes.length)]
    const found = name === undefined ? undefined : attributeAt(text, element, name)
    return found && replaced(text, found.from, found.from + found.whole.length, "")
  },
  "a value": (text, element, _, roll) => {
    const name = element.attributes[roll(element.attributes.length)]
    const found = name === undefined ? undefined : attributeAt(text, element, name)
    return found && replaced(text, found.from, found.from + found.whole.length, ` ${name}="§ no § such"`)
  },
}
