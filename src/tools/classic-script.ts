/**
 * One classic script of a few modules, for pages that are opened from a disk, where browsers load no modules.
 *
 * The modules import only one another and export by declaration or `export *`; anything else is refused.
 * What the entry exports stands on one global. `read` gives a module by its path, as imported.
 */
export function classicScript(entry: string, global: string, read: (path: string) => string): string {
  const bodies = new Map<string, string>()
  const names: string[] = []
  const take = (path: string): void => {
    if (bodies.has(path)) return
    // Set at once, so that modules which import each other end.
    bodies.set(path, "")
    let body = ""
    for (const line of read(path).split("\n")) {
      const reached = /^(?:import \{[^}]*\}|export \*) from "(\.\/[\w-]+\.js)";?$/.exec(line)?.[1]
      const declared = /^export (?:function|const|class) (\w+)/.exec(line)?.[1]
      if (reached !== undefined) take(reached)
      else if (declared !== undefined) {
        names.push(declared)
        body += `${line.slice("export ".length)}\n`
      } else if (/^(?:import|export)\b/.test(line)) {
        throw new Error(`${path} has a line that no classic script can have: ${line}`)
      } else body += `${line}\n`
    }
    bodies.delete(path)
    bodies.set(path, body)
  }
  take(entry)
  // Strict, or functions in a block would be global all the same.
  const whole = [...bodies.values()].map((body) => body.trim()).filter((body) => body !== "")
  return `"use strict"\n{\n${whole.join("\n")}\nglobalThis.${global} = { ${names.join(", ")} }\n}\n`
}
