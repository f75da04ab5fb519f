import type { FrontMatter } from "../../model/edition.js"

/** Words that YAML takes for themselves; all others are typed in quotation marks. */
const plain = /^[\p{L}][\p{L}\p{M}\p{N} .,;()'’“”/+–-]*$/u
const other = /^(?:y|n|yes|no|true|false|on|off|null|~)$/i
const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

function scalar(value: string): string {
  const isPlain = plain.test(value) && !other.test(value) && !/\s$| {2}|: | #|^---/.test(value)
  return isPlain ? value : JSON.stringify(value)
}

/** A year by itself is a number to YAML. */
const dayScalar = (value: string) => (day.test(value) && value.length > 4 ? value : JSON.stringify(value))

const dates = new Set(["when", "notBefore", "notAfter"])

function pairs(fields: object): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" ? [`${name}: ${dates.has(name) ? dayScalar(value) : scalar(value)}`] : [],
  )
}

const order = [
  ...["title", "kind", "sender", "recipient", "date", "place", "language", "summary"],
  ...["country", "settlement", "repository", "collection", "shelfmark", "source", "extent"],
  ...["hands", "stages", "status", "witnesses", "transcriber", "licence", "emendations", "images"],
] as const satisfies readonly (keyof FrontMatter)[]

function imageLines(images: FrontMatter["images"]): readonly string[] {
  const zoneLine = ({ id, box, points }: FrontMatter["images"][number]["zones"][number]) =>
    `      - { id: ${scalar(id)}, ${box ? `box: ${JSON.stringify(box)}` : `points: ${JSON.stringify(points)}`} }`
  const entries = images.flatMap(({ zones, ...fields }) => {
    const [first, ...more] = pairs(fields)
    const listed = zones.length > 0 ? ["    zones:", ...zones.map(zoneLine)] : []
    return [`  - ${first}`, ...more.map((each) => `    ${each}`), ...listed]
  })
  return images.length > 0 ? ["images:", ...entries] : []
}

/** Front matter as it is typed, with the lines `---`: the fields in the order of the manual, one to a line. */
export function writeFrontMatter(frontMatter: FrontMatter): string {
  const lines: string[] = []
  for (const name of order) {
    const value = frontMatter[name]
    if (value === undefined || (name === "status" && value === "unknown")) continue
    if (name === "images") lines.push(...imageLines(frontMatter.images))
    else if (typeof value === "string") lines.push(`${name}: ${scalar(value)}`)
    else if ("length" in value) {
      if (value.length > 0) lines.push(`${name}:`)
      for (const entry of value) {
        const [first, ...more] = pairs(entry)
        lines.push(`  - ${first}`, ...more.map((each) => `    ${each}`))
      }
    } else {
      const [only, ...more] = pairs(value)
      if (only?.startsWith("when:") && more.length === 0) lines.push(`date: ${only.slice("when: ".length)}`)
      else lines.push("date:", ...pairs(value).map((each) => `  ${each}`))
    }
  }
  return `---\n${lines.join("\n")}\n---\n`
}
