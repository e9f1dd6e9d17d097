import type { Block } from '@/text/blocks'
import type { Attributes } from './html-walk'

type Kind = { kind: Block['kind']; level?: number }

const KINDS = new Map<string, Block['kind']>([
  ['li', 'list_item'],
  ['dt', 'list_item'],
  ['dd', 'list_item'],
  ['td', 'table_cell'],
  ['th', 'table_cell'],
  ['blockquote', 'quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
])
const PULL_QUOTE = /(?:^|[\s_-])pull-?quote(?:$|[\s_-])/i
/** Titles of Word, and of Google Docs, whose other classes are `c1`, `c2` and so on. */
const WORD_TITLE = /(?:^|\s)MsoTitle(?:\s|$)/
const GOOGLE_TITLE = /^(?:c\d+\s+)*(title|subtitle)(?:\s+c\d+)*$/
const STANDFIRST = /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?headline|article-sub-?title)(?:$|\s)/i

/** A quotation of the article itself, set large beside it. */
export const isPullQuote = ({ class: named = '', role }: Attributes): boolean =>
  PULL_QUOTE.test(named) || role === 'doc-pullquote'

/** The lines between headline and text that say what the article is about. */
const isStandfirst = ({ class: named = '', role, itemprop }: Attributes): boolean =>
  STANDFIRST.test(named) || role === 'doc-subtitle' || itemprop === 'alternativeHeadline'

/** The kind of the blocks in an element; null when it gives none. */
export function kindOf(name: string, attributes: Attributes): Kind | null {
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level !== undefined) return { kind: 'heading', level: Number(level) }
  if (isPullQuote(attributes)) return { kind: 'pull_quote' }
  const kind = KINDS.get(name)
  if (kind) return { kind }
  if (isStandfirst(attributes)) return { kind: 'standfirst' }
  if (name !== 'p') return null
  const titled = GOOGLE_TITLE.exec(attributes.class ?? '')?.[1]
  if (titled === 'subtitle') return { kind: 'standfirst' }
  if (titled || WORD_TITLE.test(attributes.class ?? '')) return { kind: 'heading', level: 1 }
  const listed =
    attributes.class?.startsWith('MsoListParagraph') || /mso-list:\s*l\d/.test(attributes.style ?? '')
  return listed ? { kind: 'list_item' } : null
}
