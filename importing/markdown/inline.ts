import { inlineTokens } from '@/text/inline-markdown'
import type { BoundaryPoint, Manuscript } from '../office/manuscript'
import type { Tally } from '../office/tally'
import type { Definitions } from './definitions'

type Token = NonNullable<ReturnType<typeof inlineTokens>>[number]

export type NoteMark = { label: string; point: BoundaryPoint }
export type Written = { manuscript: Manuscript; tally: Tally; definitions: Definitions; marks: NoteMark[] }

const TAG = /^<(\/?)(sup|sub|s|strike|del|q|rt|rp|ruby|u|ins|b|i|em|strong|small|mark|br)\s*\/?>$/i

/** Writes the words of one block with their forms. */
export function writeInline(to: Written, source: string): void {
  const { references, notes } = to.definitions
  const tokens = inlineTokens(source, { references, notes: new Set(notes.keys()) })
  if (!tokens) return to.manuscript.write(source)
  writeTokens(to, tokens)
}

function writeTokens(to: Written, tokens: readonly Token[]): void {
  const { manuscript } = to
  const partners = pairsOf(tokens)
  const open: (() => unknown)[] = []
  const skipped = { until: -1 }
  tokens.forEach((token, index) => {
    if (index < skipped.until) return
    switch (token.type) {
      case 'link_open':
        return void open.push(manuscript.link(String(token.attrGet('href') ?? '')))
      case 's_open':
        return void open.push(manuscript.leave('struck'))
      case 'sup_open':
      case 'sub_open':
        return void open.push(begun(to, token.tag))
      case 'link_close':
      case 's_close':
      case 'sup_close':
      case 'sub_close':
        return void open.pop()?.()
      case 'image':
        to.tally.add('images', 'left_out')
        return writeTokens(to, token.children ?? [])
      case 'note':
        return void to.marks.push({ label: token.content, point: manuscript.mark('end') })
      case 'hardbreak':
      case 'softbreak':
        return manuscript.write('\n')
      case 'html_inline': {
        const partner = partners.get(index)
        if (partner === undefined) return manuscript.write(token.content)
        if (partner < index) return void open.pop()?.()
        const name = TAG.exec(token.content)?.[2]?.toLowerCase() ?? ''
        if (name === 'rp') skipped.until = partner + 1
        else if (name === 'br') manuscript.write('\n')
        else open.push(begun(to, name))
        return
      }
      default:
        return manuscript.write(token.content)
    }
  })
}

function begun({ manuscript }: Written, name: string): () => unknown {
  if (name === 'sup') return manuscript.beginFigure('raised')
  if (name === 'sub') return manuscript.beginFigure('lowered')
  if (name === 's' || name === 'strike') return manuscript.leave('struck')
  if (name === 'del') return manuscript.leave('deleted')
  if (name === 'q') return manuscript.quote(undefined)
  return name === 'rt' ? manuscript.reading() : () => undefined
}

/** The elements that are closed, each tag with its partner; other tags stay as they are written. */
function pairsOf(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: { name: string; index: number }[] = []
  tokens.forEach(({ type, content }, index) => {
    if (/^(?:link|s|sup|sub|em|strong)_(?:open|close)$/.test(type)) {
      const name = type.replace(/_.*/, '')
      if (type.endsWith('open')) open.push({ name: `:${name}`, index })
      else while (open.length > 0 && open.pop()?.name !== `:${name}`);
      return
    }
    const tag = type === 'html_inline' ? TAG.exec(content) : null
    const name = tag?.[2]?.toLowerCase()
    if (!tag || name === undefined) return
    if (name === 'br') pairs.set(index, index)
    else if (tag[1] === '') open.push({ name, index })
    else if (open.at(-1)?.name === name) {
      const begin = open.pop()?.index ?? index
      pairs.set(begin, index)
      pairs.set(index, begin)
    }
  })
  return pairs
}
