const xmlNamespace = "http://www.w3.org/XML/1998/namespace"

/** The prefixes declared at an element and around it. */
export interface Prefixes {
  readonly declared: Readonly<Record<string, string>>
  readonly around: Prefixes | undefined
}

/** The namespace of a prefix; "" means the default namespace. */
export function namespaceOf(prefixes: Prefixes | undefined, prefix: string): string | undefined {
  if (prefix === "xml") return xmlNamespace
  for (let scope = prefixes; scope !== undefined; scope = scope.around) {
    const found = Object.hasOwn(scope.declared, prefix) ? scope.declared[prefix] : undefined
    if (found !== undefined) return found
  }
  return undefined
}
