import type { SourceNode } from "../schema/source.js"
import type { Cursor } from "./cursor.js"
import type { Declarations } from "./declarations.js"

type MakeNode = (
  local: string,
  children?: SourceNode[],
  attributes?: Readonly<Record<string, string | undefined>>,
  offset?: number,
) => SourceNode

/** Reads the name class after `element` or `attribute`. */
export function createNameClasses(
  cursor: Cursor,
  node: MakeNode,
  spaceOf: Declarations["spaceOf"],
  defaultSpace: Declarations["defaultSpace"],
): (isAttribute: boolean) => SourceNode {
  const { peek, next, at, skip, expect, fail, nested, annotations, following } = cursor

  const named = (local: string, ns: string | undefined, offset: number): SourceNode => {
    const made = node("name", [], { ns }, offset)
    made.text = local
    return made
  }
  const single = (isAttribute: boolean): SourceNode => {
    annotations()
    const { kind, text, offset } = peek()
    if (skip("(")) {
      const inner = nested(() => choice(isAttribute))
      expect(")")
      return inner
    }
    if (skip("*")) return node("anyName", exceptOf(isAttribute), {}, offset)
    switch (kind) {
      case "anyOf":
        next()
        return node("nsName", exceptOf(isAttribute), { ns: spaceOf(text, offset) }, offset)
      case "prefixed": {
        next()
        const colon = text.indexOf(":")
        return named(text.slice(colon + 1), spaceOf(text.slice(0, colon), offset), offset)
      }
      case "name":
      case "quoted":
        next()
        return named(text, isAttribute ? "" : defaultSpace(), offset)
      default:
        return fail("a name")
    }
  }
  const exceptOf = (isAttribute: boolean): SourceNode[] => {
    const { offset } = peek()
    return skip("-") ? [node("except", [nested(() => single(isAttribute))], {}, offset)] : []
  }
  const choice = (isAttribute: boolean): SourceNode => {
    const { offset } = peek()
    const parts = [single(isAttribute)]
    following()
    while (skip("|")) {
      parts.push(single(isAttribute))
      following()
    }
    const [only] = parts
    if (at("-")) fail('"|" or a parenthesis')
    return parts.length === 1 && only !== undefined ? only : node("choice", parts, {}, offset)
  }
  return choice
}
