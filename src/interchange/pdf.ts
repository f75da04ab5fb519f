/** Where nothing says when: the first day that ZIP knows, as in the ZIPs of a site. */
const noDay = "1980-01-01"

/**
 * A PDF as Chromium writes it, with the day of the edition in the place of the clock’s. No byte moves, so that the
 * table of its objects stays right.
 *
 * @param day ISO 8601, year, month and day.
 * @returns undefined if its dates are not where Chromium writes them (ISO 32000, 14.3.3 and 7.9.4).
 */
export function datedPdf(pdf: Uint8Array, day: string = noDay): Uint8Array | undefined {
  const text = latin1(pdf)
  const info = /\/Info (\d+) 0 R/.exec(text.slice(text.lastIndexOf("trailer")))?.[1]
  const begins = text.startsWith(`${info} 0 obj`) ? 0 : text.indexOf(`\n${info} 0 obj`)
  const ends = text.indexOf("endobj", begins)
  if (info === undefined || begins < 0 || ends < 0) return undefined
  const dated = Uint8Array.from(pdf)
  let dates = 0
  for (const { index, 0: date } of text.slice(begins, ends).matchAll(/\(D:\d{14}[^)]*\)/g)) {
    dates++
    const settled = date
      .replace(/\d{14}/, `${day.replaceAll("-", "")}000000`)
      .replace(/[+-](\d\d)'(\d\d)/, "+00'00")
    for (let at = 0; at < settled.length; at++) dated[begins + index + at] = settled.charCodeAt(at)
  }
  return dates === 2 ? dated : undefined
}

/** Each byte as the character of its number, so that places in the text are places in the file. */
function latin1(bytes: Uint8Array): string {
  let text = ""
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return text
}
