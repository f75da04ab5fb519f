/** How a file is encoded, as far as its first bytes tell. */
export interface Encoding {
  /** In lower case: what its byte order mark or its bytes show, what it declares, or UTF-8. */
  readonly label: string
  /** As the XML declaration has it. */
  readonly declared: string | undefined
  /** The length of the byte order mark. */
  readonly mark: number
}

const marks: readonly (readonly [readonly number[], string, number])[] = [
  [[0xff, 0xfe, 0, 0], "utf-32le", 4],
  [[0, 0, 0xfe, 0xff], "utf-32be", 4],
  [[0xef, 0xbb, 0xbf], "utf-8", 3],
  [[0xff, 0xfe], "utf-16le", 2],
  [[0xfe, 0xff], "utf-16be", 2],
  [[0x3c, 0, 0, 0], "utf-32le", 0],
  [[0, 0, 0, 0x3c], "utf-32be", 0],
  [[0x3c, 0, 0x3f, 0], "utf-16le", 0],
  [[0, 0x3c, 0, 0x3f], "utf-16be", 0],
  [[0x4c, 0x6f, 0xa7, 0x94], "ebcdic", 0],
]

/** XML 1.0, appendix F: a byte order mark first, then the shape of “<?”, then what is declared. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const shape = marks.find(([signs]) => signs.every((sign, at) => bytes[at] === sign))
  const [, label, mark] = shape ?? [[], undefined, 0]
  // The letters of a declaration are ASCII in every encoding that has no shape of its own.
  const step = label?.startsWith("utf-16") ? 2 : 1
  const first = label === "utf-16be" ? 1 : 0
  const head = Array.from({ length: 512 }, (_, at) => bytes[mark + first + at * step] ?? 0)
  const ascii = String.fromCharCode(...head.map((byte) => (byte < 0x80 ? byte : 0x3f)))
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(ascii)
  const name = declared?.[1] ?? declared?.[2]
  const claim = name?.trim().toLowerCase()
  if (label !== undefined) return { label, declared: name, mark }
  // Bytes that begin with a plain “<” are not UTF-16, whatever they say.
  const isWide = claim !== undefined && /^(utf-?16|utf-?32|ucs|unicode|iso-10646)/.test(claim)
  return { label: claim === undefined || claim === "" || isWide ? "utf-8" : claim, declared: name, mark }
}

/** Whether what is declared goes with what the bytes are. */
export function agrees({ label, declared }: Encoding): boolean {
  if (declared === undefined) return true
  const claim = declared.trim().toLowerCase()
  return (
    claim === label || canonical(claim) === canonical(label) || (claim === "utf-16" && /^utf-16/.test(label))
  )
}

/** The WHATWG's name of an encoding, undefined where it knows none. */
export function canonical(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

// Windows-1252 from 0x80; the Encoding Standard gives the five empty places to control characters.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

/**
 * Bytes as windows-1252. By a table of our own: some versions of Node read the label as ISO-8859-1.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
  return latin.replace(/[\u0080-\u009f]/g, (control) => windows[control.charCodeAt(0) - 0x80] ?? control)
}
