/** What XML 1.0 cannot hold (section 2.2): control characters, halves of characters, two that are none. */
export const notInXml = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u

/** Controls that set the direction of what follows, by which a line can read otherwise than it is. */
export const directionOverride = /[\u202a-\u202e\u2066-\u2069]/u

/** “U+0001”. */
export function codepointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
}

/** “0x93”. */
export function byteOf(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, "0")}`
}

/**
 * What the first bytes say in an encoding, up to the first that begins no character of it; `encoding` is a
 * label of the WHATWG Encoding Standard.
 */
export function decodedPrefix(bytes: Uint8Array, encoding: string): string {
  const decode = (length: number, fatal: boolean) =>
    new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes.subarray(0, length), { stream: true })
  const decodes = (length: number) => {
    try {
      decode(length, true)
      return true
    } catch {
      return false
    }
  }
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodes(middle)) low = middle
    else high = middle - 1
  }
  // The last bytes may begin a character that does not go on; it is not decoded.
  return decode(low, false)
}
