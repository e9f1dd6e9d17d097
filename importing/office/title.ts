import type { Manuscript } from './manuscript'

export type Heading = { title: string; byline: string; omitted: Set<number> }

/** How many blocks, such as a kicker, may precede the title. */
const LOOKED_AT = 5
const MAX_BYLINE_UNITS = 100
const MAX_BYLINE_WORDS = 8

const BY = /^(?:by|par|von|por|بقلم|إعداد|نوشته|نویسنده|تحریر)(?:\s*[:：]\s*|\s+)(?=\p{L})/iu
/** A sentence may start with this verb. It needs a colon, or no more words after it than a name has. */
const WROTE = /^(?:كتب|كتبت)(\s*:\s*|\s+)(?=\p{L})/u
const MAX_WORDS_AFTER_WROTE = 4

/**
 * The title: the first paragraph of the title style near the start, else the only heading of the first level when it
 * stands there, else the title in the file's properties, which may be that of a template. The title and a byline right
 * after it leave the text, so that they appear once. A document that has nothing else keeps them.
 */
export function headingOf(manuscript: Manuscript, property: string): Heading {
  const { blocks } = manuscript
  const named = oneLine(property)
  const near = blocks.slice(0, LOOKED_AT)
  const styled = near.findIndex(({ style }) => style.title)
  const repeats = oneLine(near[0]?.text ?? '') === named
  const at = styled !== -1 ? styled : repeats ? 0 : onlyMainHeading(blocks)
  const found = blocks[at]
  if (!found) return { title: named, byline: '', omitted: new Set() }
  const title = oneLine(found.text)
  const byline = bylineOf(blocks[at + 1])
  const omitted = new Set(byline === '' ? [at] : [at, at + 1])
  return { title, byline, omitted: omitted.size < blocks.length ? omitted : new Set() }
}

/** The only first-level heading, when no other heading precedes it; -1 without one. */
function onlyMainHeading(blocks: Manuscript['blocks']): number {
  const headings = blocks.flatMap(({ style }, index) =>
    style.kind === 'heading' ? [{ index, level: style.level }] : [],
  )
  const [first] = headings
  const main = headings.filter(({ level }) => level === 1)
  return first && main.length === 1 && first.level === 1 && first.index < LOOKED_AT ? first.index : -1
}

function bylineOf(block: Manuscript['blocks'][number] | undefined): string {
  if (block?.style.kind !== 'paragraph' || block.style.running) return ''
  const line = block.text.trim()
  if (line.length > MAX_BYLINE_UNITS || /[\n.!?؟۔]$|\n/u.test(line)) return ''
  const words = line.split(/\s+/).length
  const wrote = WROTE.exec(line)
  if (wrote) {
    const clear = wrote[1]?.includes(':') || words - 1 <= MAX_WORDS_AFTER_WROTE
    return clear ? line.slice(wrote[0].length).trim() : ''
  }
  const by = BY.exec(line)
  return by && words <= MAX_BYLINE_WORDS ? line.slice(by[0].length).trim() : ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
