/** One conversion in a process of its own: `bench-once.js stet|remark INPUT OUTPUT`. */
import { readFileSync, writeFileSync } from "node:fs"
import { openRemark, openStet } from "./bench-contestants.js"

const [name, input = "", output = ""] = process.argv.slice(2)
const convert = await (name === "stet" ? openStet() : openRemark())
writeFileSync(output, convert(readFileSync(input, "utf8")))
