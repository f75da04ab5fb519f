/** Words that a letter is made of; what they say does not matter, how long they are does. */
const words =
  "the letter which you sent arrived on Monday and I read it twice before I answered since so much of what it says about the journey was new to me that an answer in haste would have been none".split(
    " ",
  )

const people = 60
const places = 40

/**
 * A letter of an edition that nobody wrote: 20 kB of TEI with a register, names in the text, deletions, additions
 * and a reference to an earlier letter. The same number always gives the same letter.
 */
export function syntheticLetter(number: number): { readonly name: string; readonly tei: string } {
  const name = `letter-${String(number).padStart(5, "0")}`
  const year = 1850 + (number % 50)
  const month = String(1 + ((number * 7) % 12)).padStart(2, "0")
  const day = String(1 + ((number * 5) % 28)).padStart(2, "0")
  const other = number % people
  const [from, to] = number % 2 === 0 ? ["writer", `p${other}`] : [`p${other}`, "writer"]
  const place = (number * 3) % places
  const named = [number + 1, number + 7, number + 31].map((each) => each % people)
  const person = (id: string) =>
    `<person xml:id="${name}.person-${id}"><persName>${nameOf(id)}</persName><birth when="1820">1820</birth><death when="1899">1899</death><idno type="GND">https://d-nb.info/gnd/${1000 + id.length}</idno><note>Known from the letters only.</note></person>`
  const listed = [...new Set(["writer", `p${other}`, ...named.map((each) => `p${each}`)])]
  const paragraphs = Array.from({ length: 28 }, (_, index) => paragraph(name, number, index, named)).join(
    "\n",
  )
  const earlier = `letter-${String(Math.floor(number / 2)).padStart(5, "0")}`
  const action = (type: string, id: string, rest = "") =>
    `<correspAction type="${type}"><persName ref="#${name}.person-${id}">${nameOf(id)}</persName>${rest}</correspAction>`
  const when = `<date when="${year}-${month}-${day}">${Number(day)}. ${Number(month)}. ${year}</date>`
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${name}" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>${nameOf(from)} to ${nameOf(to)}, ${year}-${month}-${day}</title></titleStmt><publicationStmt><publisher>Nobody</publisher></publicationStmt><sourceDesc><msDesc><msIdentifier><settlement>Ulm</settlement><repository>Archive</repository><idno type="shelfmark">L ${number}</idno></msIdentifier></msDesc></sourceDesc></fileDesc><profileDesc><creation>${when}</creation><textClass><keywords><term>${number % 9 === 0 ? "card" : "letter"}</term></keywords></textClass><correspDesc>${action("sent", from, `<placeName ref="#${name}.place-t${place}">Town ${place}</placeName>${when}`)}${action("received", to)}</correspDesc></profileDesc></teiHeader><standOff><listPerson>${listed.map(person).join("")}</listPerson><listPlace><place xml:id="${name}.place-t${place}"><placeName>Town ${place}</placeName></place></listPlace></standOff><text><body><div type="letter">
<opener><dateline>Town ${place}, ${when}</dateline><salute>Dear friend,</salute></opener>
${paragraphs}
<p xml:id="${name}.last">I said so in <ref target="${earlier}.xml">an earlier letter</ref>.</p>
<closer><signed>${nameOf(from)}</signed></closer></div></body></text></TEI>`
  return { name, tei }
}

const nameOf = (id: string) => (id === "writer" ? "Wilhelmine Writer" : `Friend Number ${id.slice(1)}`)

function paragraph(name: string, number: number, index: number, named: readonly number[]): string {
  const at = (offset: number) => words[(number + index * 11 + offset) % words.length] ?? ""
  const run = (from: number, length: number) =>
    Array.from({ length }, (_, offset) => at(from + offset)).join(" ")
  const who = named[index % named.length] ?? 0
  return `<p xml:id="${name}.${index}">${run(0, 40)} <del rend="strikethrough">${at(50)}</del> ${run(41, 20)} <subst><del rend="strikethrough">${at(3)}</del><add place="above">${at(9)}</add></subst> ${run(60, 30)} <persName ref="#${name}.person-p${who}">${nameOf(`p${who}`)}</persName> ${run(90, 20)}.</p>`
}
