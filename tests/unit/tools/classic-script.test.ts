import vm from "node:vm"
import { expect, test } from "vitest"
import { classicScript } from "../../../src/tools/classic-script.js"

const script = (modules: Readonly<Record<string, string>>) =>
  classicScript("./index.js", "shared", (path) => modules[path] ?? "")

test("modules become one script whose exports stand on a global, and nothing else does", () => {
  const text = script({
    "./index.js": 'export * from "./a.js";\nexport * from "./b.js";',
    "./a.js":
      'import { two } from "./b.js";\nexport function four() {\n  return two * hidden;\n}\nconst hidden = 2;',
    "./b.js": "export const two = 2;",
  })
  const context = vm.createContext({})
  vm.runInContext(text, context)
  expect(vm.runInContext("shared.four()", context)).toBe(4)
  expect(Object.keys(context)).toEqual(["shared"])
})

test("what no classic script can have is refused", () => {
  expect(() => script({ "./index.js": 'import a from "fs";' })).toThrow(
    "a line that no classic script can have",
  )
  expect(() => script({ "./index.js": "export default 1;" })).toThrow("./index.js")
})
