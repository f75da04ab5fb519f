import { fileURLToPath } from "node:url"
import ts from "typescript"

/**
 * What TypeScript says of values that are claimed to be of a type that a package has: the place of each wrong value in the
 * list, and why; whether a value may have more fields than the type is said. It judges formats for which a package has types but no validator.
 */
export function typeProblems(
  imports: string,
  type: string,
  values: readonly object[],
  fields: "no others" | "others too" = "no others",
): readonly { readonly value: number; readonly message: string }[] {
  const file = fileURLToPath(new URL("typed-values.ts", import.meta.url))
  const claimed = values.map((value, index) =>
    fields === "no others"
      ? `export const value${index}: ${type} = ${JSON.stringify(value)}`
      : `export const value${index} = claimed(${JSON.stringify(value)})`,
  )
  const head = `${imports}; declare function claimed<Value extends ${type}>(value: Value): Value`
  const text = [head, ...claimed].join("\n")
  const options = {
    noEmit: true,
    strict: true,
    module: ts.ModuleKind.NodeNext,
    skipLibCheck: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, text, version) : getSourceFile(name, version)
  host.fileExists = (name) => name === file || fileExists(name)
  const program = ts.createProgram([file], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ start = 0, messageText }) => ({
    value: text.slice(0, start).split("\n").length - 2,
    message: ts.flattenDiagnosticMessageText(messageText, " "),
  }))
}
