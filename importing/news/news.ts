import { decodeDeclared, withDecoding } from '../decode'
import { charsetOfMarkup } from '../charset'
import { readHtml } from '../html'
import { ImportProblem, type Incoming, type Note, type Notice } from '../incoming'
import { addressesOf } from '../office/addresses'
import type { Encoding } from '@/text/encodings'
import { oneLine } from '../title'
import { escaped, factsIn, markupOf, wordsWithout } from './markup'
import { allOf, elementsOf, firstOf, type NewsNode, readNewsXml, wordsOf } from './xml'

/** What precedes an author's name in a byline. */
const BY = /^(?:by|par|von|por|بقلم|إعداد)[\s:：]+/iu
const LINE_UNITS = 300
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
      ]),
    },
    decoded,
  )
}

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
  }
}

const READ = new Set(['title', 'headline', 'by', 'dateline', 'creator', 'language', 'edNote'])

function newsml(root: NewsNode): Found {
  const item = root.name === 'newsItem' ? root : firstOf(root, 'newsItem')
  const content = item && firstOf(item, 'contentSet')
  if (!item || !content) throw new ImportProblem('not_this_format')
  const meta = firstOf(item, 'contentMeta')
  const said = (...names: string[]) => (meta ? saidIn(meta, ...names) : '')
  const inline = inlineOf(content)
  const own = meta ?? item
  const creator = firstOf(own, 'creator')
  return {
    ...inline,
    title: said('headline') || inline.title,
    byline: said('by') || inline.byline || wordsOf(creator && firstOf(creator, 'name')),
    dateline: said('dateline') || inline.dateline,
    language: firstOf(own, 'language')?.attributes.tag || inline.language || languageIn(item) || '',
    facts:
      inline.facts +
      factsIn(firstOf(item, 'itemMeta'), READ) +
      factsIn(meta, READ) +
      Math.max(allOf(root, 'newsItem').length - 1, 0),
    remarks: [...remarksOf(item, 'edNote'), ...inline.remarks],
  }
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
