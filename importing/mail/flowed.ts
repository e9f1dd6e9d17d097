/** The type of a part whose lines flow (RFC 3676), with the lines that go on with the field. */
const FLOWED =
  /^content-type:[ \t]*text\/plain(?:[^\r\n]|\r?\n[ \t])*?;\s*format\s*=\s*"?flowed\b(?:[^\r\n]|\r?\n[ \t])*/gim
const FORMAT = /(;\s*format\s*=\s*"?)flowed\b/i
const DELETES = /;\s*delsp\s*=\s*"?yes\b/i
const MARKS = /^(?:>[ ]?)*/
const SIGNATURE = '-- '

type Flow = { deletesSpace: boolean }

/**
 * The message with its flowing lines as they were sent, and how they flow; null when none do. The library joins them
 * with the marks of quoted lines between the words.
 */
export function withLinesAsSent(bytes: Uint8Array): { bytes: Uint8Array; flow: Flow | null } {
  const message = Buffer.from(bytes).toString('latin1')
  const fields = message.match(FLOWED)
  if (!fields) return { bytes, flow: null }
  const sent = message.replace(FLOWED, (field) => field.replace(FORMAT, '$1fixed'))
  return {
    bytes: Buffer.from(sent, 'latin1'),
    flow: { deletesSpace: fields.some((field) => DELETES.test(field)) },
  }
}

/** Joins the lines that end in a space with the next ones of the same message; the marks of quoted lines stay in front. */
export function flowed(text: string, { deletesSpace }: Flow): string {
  const joined: { depth: number; words: string[]; goesOn: boolean }[] = []
  for (const line of text.split(/\r?\n/)) {
    const [marks = ''] = MARKS.exec(line) ?? []
    const depth = marks.replaceAll(' ', '').length
    const said = line.slice(marks.length)
    const words = depth === 0 && said.startsWith(' ') ? said.slice(1) : said
    const goesOn = words.endsWith(' ') && words !== SIGNATURE
    const kept = goesOn && deletesSpace ? words.slice(0, -1) : words
    const last = joined.at(-1)
    if (last?.goesOn && last.depth === depth && words !== SIGNATURE) {
      last.words.push(kept)
      last.goesOn = goesOn
    } else joined.push({ depth, words: [kept], goesOn })
  }
  return joined
    .map(({ depth, words }) => `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${words.join('')}`)
    .join('\n')
}
