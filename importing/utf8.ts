export type Utf8Sequences = {
  /** Characters of two to four bytes that are well formed. */
  whole: number
  /** Well-formed beginnings of at least two bytes without their end, as where a file was cut. */
  cut: number
  /** Bytes that begin no character, and lead bytes without any continuation. */
  bad: number
  /** Whether the last sequence is cut by the end of the bytes. */
  ends: boolean
}

/**
 * Counts the sequences outside ASCII as a UTF-8 decoder meets them (Encoding standard): it puts one U+FFFD for each
 * that is `cut` or `bad`.
 */
export function utf8Sequences(bytes: Uint8Array): Utf8Sequences {
  const found = { whole: 0, cut: 0, bad: 0, ends: false }
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at++] ?? 0
    if (lead < 0x80) continue
    const wanted = continuations(lead)
    let taken = 0
    while (taken < wanted && continues(bytes[at], taken === 0 ? lead : 0)) {
      taken++
      at++
    }
    found.ends = taken > 0 && taken < wanted && at === bytes.length
    found[wanted > 0 && taken === wanted ? 'whole' : taken > 0 ? 'cut' : 'bad']++
  }
  return found
}

/** How many bytes must follow a lead byte; 0 for a byte that leads nothing. */
function continuations(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0
  return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
}

/** Some lead bytes narrow the byte after them, against overlong forms, surrogates and points beyond the last one. */
function continues(byte: number | undefined, lead: number): boolean {
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  return byte !== undefined && byte >= least && byte <= most
}
