import { expect, test } from "vitest"
import { besideStyle } from "../../../src/publish/beside.js"

const page = (content: string) => ({ path: "d/index.html", content })

test("each note hangs at its mark and below the note before it, as many as the fullest page has", () => {
  const { content } = besideStyle([page('<li data-note="1"></li>'), page('<li data-note="2"></li>')])
  expect(content).toContain('[data-mark="2"]{anchor-name:--mark-2}')
  expect(content).toContain('[data-note="2"]{anchor-name:--note-2;--at:--mark-2;--after:--note-1}')
  expect(content).not.toContain("--mark-3}")
})

test("the rooms below a text are those that pages ask for, and nothing is read out of other files", () => {
  const { content } = besideStyle([
    page('<div data-room="12"></div>'),
    page('<div data-room="3"></div>'),
    { path: "tei/d.xml", content: ' data-note="9"' },
  ])
  expect(content).toBe('[data-room="3"]{--room:3}\n[data-room="12"]{--room:12}\n')
})
