import { expect, test } from "vitest"
import { surroundingsOf } from "../../../src/publish/contexts.js"
import { letter, summary } from "./summaries.js"

const none = () => undefined

const letters = [
  letter("third", "ada", "ben", "1894-03-01"),
  letter("first", "ben", "ada", "1894-01-01"),
  letter("aside", "ada", "cid", "1894-01-15"),
  letter("second", "ada", "ben", "1894-02"),
  letter("undated", "ben", "ada"),
  letter("to-herself", "ada", "ada", "1894-01-01"),
  letter("to-nobody", "ada", "", "1894-01-01"),
]

test("previous and next in the collection are those of the edition's order", () => {
  const around = surroundingsOf(letters, none)
  expect(around.get("third")?.previous).toBeUndefined()
  expect(around.get("third")?.next).toEqual({ name: "first", title: "Document first" })
  expect(around.get("aside")?.previous?.name).toBe("first")
  expect(around.get("to-nobody")?.next).toBeUndefined()
})

test("previous and next in the correspondence are those between the same two, whoever wrote, by date", () => {
  const around = surroundingsOf(letters, none)
  const beside = (name: string) => {
    const of = around.get(name)?.context.correspondence
    return of && [of.previous?.name, of.position, of.count, of.next?.name]
  }
  expect(beside("first")).toEqual([undefined, 1, 4, "second"])
  expect(beside("second")).toEqual(["first", 2, 4, "third"])
  expect(beside("third")).toEqual(["second", 3, 4, "undated"])
  expect(beside("undated")).toEqual(["third", 4, 4, undefined])
  for (const alone of ["aside", "to-herself", "to-nobody"]) expect(beside(alone), alone).toBeUndefined()
  expect(around.get("second")?.context.correspondence?.between).toEqual(["ADA", "BEN"])
})

test("the order does not depend on how the edition orders its letters", () => {
  const backwards = surroundingsOf([...letters].reverse(), none)
  expect(backwards.get("second")?.context.correspondence?.next?.name).toBe("third")
})

test("a document is mentioned in those that refer to it, by date, and not in itself", () => {
  const around = surroundingsOf(
    [
      summary("a", { refersTo: ["b", "a", "elsewhere"], targets: ["b", "a", "elsewhere"], earliest: "1895" }),
      summary("b"),
      summary("c", { refersTo: ["b"], targets: ["b"], earliest: "1894" }),
    ],
    none,
  )
  expect(around.get("b")?.context.mentionedIn.map(({ name }) => name)).toEqual(["c", "a"])
  expect(around.get("a")?.context.mentionedIn).toEqual([])
  expect(around.get("a")?.targets).toEqual(["b", "a"])
})

test("each entry of the register leads to where the edition has it", () => {
  const entry = { id: "ada", name: "Ada", list: "Persons", tei: "", roles: [], passages: [] }
  const around = surroundingsOf([summary("a", { entries: [entry, { ...entry, id: "ben" }] })], (id) =>
    id === "ada" ? { page: "names.html", count: 2 } : undefined,
  )
  expect(around.get("a")?.context.entries).toEqual({ ada: { page: "names.html", count: 2 } })
})
