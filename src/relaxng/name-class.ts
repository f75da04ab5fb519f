/** A set of expanded names (RELAX NG, section 6.1). */
export type NameClass =
  | { readonly kind: "name"; readonly namespace: string; readonly local: string }
  | { readonly kind: "anyName"; readonly except: NameClass | undefined }
  | { readonly kind: "nsName"; readonly namespace: string; readonly except: NameClass | undefined }
  | { readonly kind: "nameChoice"; readonly parts: readonly NameClass[] }

/** Whether a name belongs to the class. */
export function contains(nameClass: NameClass, namespace: string, local: string): boolean {
  switch (nameClass.kind) {
    case "name":
      return nameClass.local === local && nameClass.namespace === namespace
    case "anyName":
      return nameClass.except === undefined || !contains(nameClass.except, namespace, local)
    case "nsName":
      return (
        nameClass.namespace === namespace &&
        (nameClass.except === undefined || !contains(nameClass.except, namespace, local))
      )
    case "nameChoice":
      return nameClass.parts.some((part) => contains(part, namespace, local))
    default:
      return nameClass satisfies never
  }
}

/** Whether the class has names without end, which section 7.3 asks about. */
export function isInfinite(nameClass: NameClass): boolean {
  if (nameClass.kind === "nameChoice") return nameClass.parts.some(isInfinite)
  return nameClass.kind !== "name"
}

/** No name can be spelt like this, so it stands for all names that a class doesn't mention. */
const unmentioned = "\u0000"

/** Names that, if two classes share any name at all, are shared too. */
function telling(nameClass: NameClass): readonly (readonly [string, string])[] {
  switch (nameClass.kind) {
    case "name":
      return [[nameClass.namespace, nameClass.local]]
    case "anyName":
      return [[unmentioned, unmentioned], ...(nameClass.except ? telling(nameClass.except) : [])]
    case "nsName":
      return [[nameClass.namespace, unmentioned], ...(nameClass.except ? telling(nameClass.except) : [])]
    case "nameChoice":
      return nameClass.parts.flatMap(telling)
    default:
      return nameClass satisfies never
  }
}

/** Whether a name belongs to both classes (sections 7.3 and 7.4). */
export function overlap(a: NameClass, b: NameClass): boolean {
  return [...telling(a), ...telling(b)].some(
    ([namespace, local]) => contains(a, namespace, local) && contains(b, namespace, local),
  )
}

/**
 * The class as a reader of errors wants it: local names; names of another namespace than `home` with
 * theirs in braces, and `*` for any.
 */
export function namesIn(nameClass: NameClass, home: string): readonly string[] {
  const qualified = (namespace: string, local: string) =>
    namespace === home || namespace === "" ? local : `{${namespace}}${local}`
  switch (nameClass.kind) {
    case "name":
      return [qualified(nameClass.namespace, nameClass.local)]
    case "anyName":
      return ["*"]
    case "nsName":
      return [qualified(nameClass.namespace, "*")]
    case "nameChoice":
      return nameClass.parts.flatMap((part) => namesIn(part, home))
    default:
      return nameClass satisfies never
  }
}
