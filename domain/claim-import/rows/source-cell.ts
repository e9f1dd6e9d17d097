const STARTS = /^(supports|refutes|context): /
const NAME_UNITS = 300
const TITLE_UNITS = 500

type SourceInput = {
  stance: string
  title: string
  publisher?: string
  locator?: string
  url?: string
  excerpt?: string
}

const isAddress = (part: string) => /^https?:\/\/\S+$/.test(part)

function sourceOf(stance: string, line: string): SourceInput {
  const [title = '', ...parts] = line.split(' | ')
  const at = parts.findIndex(isAddress)
  const named = at === -1 ? parts : parts.slice(0, at)
  const short = named.filter((part) => part.length <= NAME_UNITS)
  const [publisher, locator, ...others] = short
  const excerpt = [
    title.slice(TITLE_UNITS),
    ...named.filter((part) => part.length > NAME_UNITS),
    ...others,
    ...(at === -1 ? [] : parts.slice(at + 1)),
  ]
  return {
    stance,
    title: title.slice(0, TITLE_UNITS),
    publisher,
    locator,
    ...(at !== -1 && { url: parts[at] }),
    excerpt: excerpt.filter(Boolean).join(' | '),
  }
}

/**
 * The sources of a claim in one cell of a report's CSV, one per line: stance, title, and any of publisher, locator,
 * address and excerpt, in this order. If publisher or locator is missing, the other counts as the publisher, because
 * the cell does not say which it is. Null when the cell has another format.
 */
export function readSourceCell(cell: string): SourceInput[] | null {
  const sources: { stance: string; line: string }[] = []
  for (const line of cell.split('\n')) {
    const stance = STARTS.exec(line)?.[1]
    const last = sources.at(-1)
    if (stance) sources.push({ stance, line: line.slice(stance.length + 2) })
    else if (last) last.line += `\n${line}`
    else return null
  }
  return sources.map(({ stance, line }) => sourceOf(stance, line))
}
