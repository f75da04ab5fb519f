import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.js"
import { exists, packageFile, writeNew } from "../files.js"
import type { Console } from "./console.js"

const template = ["edition.yaml", "sources/example-letter.md", "sources/example-draft.md"]

/** `stet init`: a small edition that builds at once; never over a file that is there. */
export async function initCommand(console: Console, folder: string): Promise<number> {
  const paths = template.map((name) => (folder === "." ? name : `${folder}/${name}`))
  const there = await Promise.all(paths.map(exists))
  const diagnostics: Diagnostic[] = paths
    .filter((_, index) => there[index])
    .map((name) => diagnose("file-exists", { name, problem: "it is there already" }))
  if (diagnostics.length === 0) {
    for (const [index, name] of template.entries()) {
      const path = paths[index] as string
      const written = await writeNew(path, await packageFile(`src/templates/${name}`))
      diagnostics.push(...written.diagnostics)
      if (written.value) console.say(`Wrote ${path}`)
    }
    console.say(
      `Now: ${folder === "." ? "" : `cd ${folder}, then `}npx stet build, and open output/site/index.html.`,
    )
  }
  return console.finish(diagnostics, () => undefined, { files: paths })
}
