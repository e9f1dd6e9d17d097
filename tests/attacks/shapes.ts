/** Input that is expensive to read, in at most this many bytes. */
export type Shape = (bytes: number) => Buffer

const filled = (piece: string, bytes: number) =>
  Buffer.alloc(bytes, piece.length === 1 ? piece : piece.repeat(Math.ceil(4_096 / piece.length)))

/** As many pieces as fit between two ends. */
const around =
  (before: string, piece: string, after: string): Shape =>
  (bytes) => {
    const times = Math.floor((bytes - before.length - after.length) / piece.length)
    return Buffer.concat([Buffer.from(before), filled(piece, times * piece.length), Buffer.from(after)])
  }

/** A list of this many pieces, and one long string that fills it to the limit. */
const counted =
  (most: number, piece: (at: number) => string, [open, close]: [string, string] = ['[', ']']): Shape =>
  (bytes) => {
    const pieces: string[] = []
    for (let length = 0, at = 0; at < most && length < bytes - 100; at += 1) {
      pieces.push(piece(at))
      length += (pieces.at(-1)?.length ?? 0) + 1
    }
    const list = `${open}${pieces.join(',')},${open === '{' ? '"z":' : ''}"`
    return Buffer.concat([
      Buffer.from(list),
      Buffer.alloc(Math.max(0, bytes - list.length - 10), 'a'),
      Buffer.from(`"${close}`),
    ])
  }

const PROOF = `"proof":{"digest":"${'0'.repeat(64)}","keyId":"key","number":"2026-0001","signature":"${'A'.repeat(86)}"}`

/** This many values fit the limits of one record, and of a text. */
const [FEW, MANY] = [9_000, 245_000]

export const SHAPES: Record<string, Shape> = {
  'claims without anything': around(
    '{"content":{"schema":"factdesk-report/1","claims":[',
    '{"a":1},',
    `{}]},${PROOF}}`,
  ),
  'arrays in one another': around('', '[', ''),
  'objects in one another': around('', '{"a":', ''),
  numbers: around('[', '1,', '1]'),
  'one long number': around('', '1', ''),
  'one number with a point': around('[0.', '3', ']'),
  'carriage returns': around('', '\r', ''),
  'one long string': around('{"markup":"', 'a', '"}'),
  'a string of escapes': around('[{"markup":"', '\\u0061', '"}]'),
  'a string of escaped quotation marks': around('["', '\\"', '"]'),
  'one long name': around('{"', 'a', '":1}'),
  digests: around('', `${'0123456789abcdef'.repeat(4)} `, ''),
  'half of digests': around('', `${'a'.repeat(63)} `, ''),
  'bytes that are no text': around('["', '\u00ff', '"]'),
  'the same name again and again': counted(FEW, () => '"a":1', ['{', '}']),
  'a name for each value': counted(FEW, (at) => `"n${at}":1`, ['{', '}']),
  'as many records as one may be': counted(FEW / 3, () => '{"quote":1}'),
  'as many records as a text may be': counted(MANY / 3, () => '{"quote":1}'),
  'references to what is not there': counted(FEW, (at) => `"$${(at + 1).toString(16)}"`),
  'references to forms': counted(FEW, () => '"$K1"'),
  'long whole numbers of the browser’s': counted(FEW, () => `"$n${'9'.repeat(299)}"`),
}
