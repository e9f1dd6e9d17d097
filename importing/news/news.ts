import { decodeDeclared, withDecoding } from '../decode'
import { charsetOfMarkup } from '../charset'
import { readHtml } from '../html'
import { ImportProblem, type Incoming, type Note, type Notice } from '../incoming'
import { addressesOf } from '../office/addresses'
import type { Encoding } from '@/text/encodings'
import { oneLine } from '../title'
import { limitsOf } from './limits'
import { escaped, factsIn, markupOf, wordsWithout } from './markup'
import { allOf, elementsOf, firstOf, type NewsNode, readNewsXml, wordsOf } from './xml'

/** What precedes an author's name in a byline. */
const BY = /^(?:by|par|von|por|بقلم|إعداد)[\s:：]+/iu
const LINE_UNITS = 300
const MOST_NAMES = 20
/** What an author does, beside the name. */
const OFFICES = ['byttl', 'bytitle']

type Found = {
  /** The text as HTML. */
  html: string
  title: string
  byline: string
  dateline: string
  language: string
  /** How many facts about the message have no field here: subjects, slugs, rights, priorities. */
  facts: number
  /** What the agency tells the editors. */
  remarks: string[]
  /** What the agency says against using it. */
  limits?: string[]
  /** The headlines of the other messages in the file. */
  others?: string[]
}

/**
 * Reads an article of a news agency: NITF, or NewsML-G2 with its body in NITF, XHTML or plain text. The body is read as
 * the HTML that means the same; remarks to the editors become comments without words. The dateline is the message's
 * own, place and date.
 * @throws ImportProblem `not_this_format`, `empty`, and what `readNewsXml` throws
 */
export function readNews(bytes: Uint8Array, as?: Encoding): Incoming {
  const decoded = decodeDeclared(bytes, { declared: charsetOfMarkup(bytes) ?? undefined, as })
  const root = readNewsXml(decoded.text)
  const found = root.name === 'nitf' ? nitf(root) : newsml(root)
  const page = `<html lang="${escaped(found.language)}"><body>${found.html}</body></html>`
  const read = readHtml(page, { kind: 'paste', title: found.title })
  const remarks = found.remarks.map((text): Note => ({
    origin: 'comment',
    author: '',
    text,
    links: addressesOf(text, []),
    start: 0,
    end: 0,
  }))
  return withDecoding(
    {
      ...read,
      byline: oneLine(found.byline.replace(BY, ''), LINE_UNITS),
      dateline: oneLine(found.dateline, LINE_UNITS),
      notes: [...remarks, ...read.notes],
      notices: withCounts(read.notices, [
        { kind: 'comments', as: 'left_out', count: remarks.length },
        { kind: 'metadata', as: 'left_out', count: found.facts },
        named('limited_use', found.limits),
        named('other_items', found.others),
      ]),
    },
    decoded,
  )
}

const named = (kind: Notice['kind'], names: readonly string[] = []): Notice => ({
  kind,
  as: 'left_out',
  count: names.length,
  names: names.slice(0, MOST_NAMES),
})

/** Adds counts to those of the same notice. */
function withCounts(notices: readonly Notice[], more: readonly Notice[]): Notice[] {
  const sameAs = (one: Notice) => (other: Notice) => other.kind === one.kind && other.as === one.as
  const added = notices.map((one) => ({ ...one, count: one.count + (more.find(sameAs(one))?.count ?? 0) }))
  return [...added, ...more.filter((one) => one.count > 0 && !notices.some(sameAs(one)))]
}

function nitf(root: NewsNode): Found {
  const body = firstOf(root, 'body') ?? root
  const content = childOf(body, 'body.content') ?? firstOf(root, 'body.content')
  if (!content) throw new ImportProblem('not_this_format')
  const head = childOf(body, 'body.head')
  const said = (...names: string[]) => (head ? saidIn(head, ...names) : '')
  const title = said('hl1', 'hedline', 'headline') || wordsOf(firstOf(root, 'title'))
  const standfirsts = head ? [...allOf(head, 'hl2'), ...allOf(head, 'abstract')] : []
  const bylines = head ? allOf(head, 'byline') : []
  const end = childOf(body, 'body.end')
  const parts = [content, ...(end ? [end] : [])].map(markupOf)
  return {
    html: [
      ...standfirsts.map((one) => `<p role="doc-subtitle">${markupOf(one).html}</p>`),
      ...parts.map(({ html }) => `<div>${html}</div>`),
    ].join(''),
    title,
    byline: bylines
      .map((one) => wordsWithout(one, OFFICES).replace(BY, ''))
      .filter((words) => words !== '')
      .join(', '),
    dateline: said('dateline'),
    language: languageIn(root) ?? languageIn(body) ?? '',
    facts:
      factsIn(childOf(root, 'head'), new Set(['title'])) +
      factsIn(head, new Set(['hedline', 'headline', 'byline', 'dateline', 'abstract', 'note'])) +
      bylines.reduce(
        (sum, one) => sum + elementsOf(one).filter(({ name }) => OFFICES.includes(name)).length,
        0,
      ) +
      parts.reduce((sum, { facts }) => sum + facts, 0),
    remarks: head ? remarksOf(head, 'note') : [],
    limits: limitsOf(root),
  }
}

const READ = new Set(['title', 'headline', 'by', 'dateline', 'creator', 'language', 'edNote', 'embargoed'])

function newsml(root: NewsNode): Found {
  const [item, ...others] = root.name === 'newsItem' ? [root] : withTextFirst(allOf(root, 'newsItem'))
  const content = item && firstOf(item, 'contentSet')
  if (!item || !content) throw new ImportProblem('not_this_format')
  const meta = firstOf(item, 'contentMeta')
  const said = (...names: string[]) => (meta ? saidIn(meta, ...names) : '')
  const inline = inlineOf(content)
  const { main, besides } = headlinesOf(meta)
  const own = meta ?? item
  const creator = firstOf(own, 'creator')
  return {
    ...inline,
    html: [...besides.map((one) => `<p role="doc-subtitle">${markupOf(one).html}</p>`), inline.html].join(''),
    title: wordsOf(main) || inline.title,
    byline: said('by') || inline.byline || wordsOf(creator && firstOf(creator, 'name')),
    dateline: said('dateline') || inline.dateline,
    language: firstOf(own, 'language')?.attributes.tag || inline.language || languageIn(item) || '',
    facts: inline.facts + factsIn(firstOf(item, 'itemMeta'), READ) + factsIn(meta, READ),
    remarks: [...remarksOf(item, 'edNote'), ...inline.remarks],
    limits: limitsOf(item),
    others: others.map(titleOf),
  }
}

/** The first message with words; a file may begin with a picture. */
function withTextFirst(items: readonly NewsNode[]): NewsNode[] {
  const first = items.find((item) => firstOf(item, 'inlineXML', 'inlineData')) ?? items[0]
  return first ? [first, ...items.filter((item) => item !== first)] : []
}

const titleOf = (item: NewsNode) =>
  oneLine(wordsOf(headlinesOf(firstOf(item, 'contentMeta')).main), LINE_UNITS) || item.attributes.guid || '…'

/** The headline that its role calls the main one, else the first that is not below another. */
function headlinesOf(meta: NewsNode | undefined): { main?: NewsNode; besides: NewsNode[] } {
  const all = meta ? allOf(meta, 'headline') : []
  const roleOf = ({ attributes: { role = '' } }: NewsNode) => role.replace(/^.*:/, '')
  const main =
    all.find((one) => /main/i.test(roleOf(one))) ??
    all.find((one) => !/sub|short/i.test(roleOf(one))) ??
    all[0]
  return { main, besides: all.filter((one) => one !== main && wordsOf(one) !== wordsOf(main)) }
}

function inlineOf(content: NewsNode): Found {
  const xml = firstOf(content, 'inlineXML')
  const inside = xml && elementsOf(xml)[0]
  if (inside?.name === 'nitf') return nitf(inside)
  const nothing = {
    title: '',
    byline: '',
    dateline: '',
    language: languageIn(xml) ?? '',
    facts: 0,
    remarks: [],
  }
  if (inside) {
    const body = firstOf(inside, 'body')
    const { html, facts } = markupOf(body ?? { ...xml, children: [inside] })
    return { ...nothing, html, facts, title: wordsOf(firstOf(inside, 'title')) }
  }
  const data = firstOf(content, 'inlineData')
  const words = data ? data.children.filter((one) => typeof one === 'string').join('') : ''
  if (words.trim() === '') throw new ImportProblem('empty')
  if (data?.attributes.contenttype?.includes('html')) return { ...nothing, html: words }
  const paragraphs = words
    .split(/\n\s*\n/)
    .map((text) => `<p>${escaped(text.trim()).replace(/\n/g, '<br>')}</p>`)
  return { ...nothing, html: paragraphs.join('') }
}

const languageIn = (node: NewsNode | undefined) => node?.attributes['xml:lang'] ?? node?.attributes.lang

const childOf = (node: NewsNode, name: string) => elementsOf(node).find((one) => one.name === name)

const remarksOf = (node: NewsNode, name: string) => allOf(node, name).flatMap((one) => wordsOf(one) || [])

/** The words of the first of these elements that has any. */
function saidIn(node: NewsNode, ...names: string[]): string {
  for (const name of names) {
    const words = wordsOf(firstOf(node, name))
    if (words !== '') return words
  }
  return ''
}
