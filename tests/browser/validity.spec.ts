import { expect, test } from "vitest"
import { checkedByNu, hasJava } from "./nu-checker.js"
import { writeSampleSite } from "./site.js"

test(hasJava()
  ? "the Nu checker finds neither errors nor warnings"
  : "without Java, the Nu checker is not run", async () => {
  if (!hasJava()) return
  const { folder, pages } = await writeSampleSite()
  expect(await checkedByNu(folder, pages)).toEqual([])
}, 300_000)
