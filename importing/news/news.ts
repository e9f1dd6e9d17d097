import { decodeDeclared, withDecoding } from '../decode'
import { charsetOfMarkup } from '../charset'
import { incomingOf } from '../from-pieces'
import { readHtml } from '../html'
import { ImportProblem, type Incoming } from '../incoming'
import type { Encoding } from '@/text/encodings'
import { bodyOf, type NewsBody, saidIn } from './body'
import { allOf, elementsOf, firstOf, type NewsNode, readNewsXml, wordsOf } from './xml'

/** What precedes an author's name in a byline. */
const BY = /^(?:by|par|von|por|بقلم|إعداد)[\s:：]+/iu

type Found = NewsBody & { title: string; byline: string; dateline: string; language: string; others: number }

/**
 * Reads an article of a news agency: NITF, or NewsML-G2 with its body in NITF, XHTML or plain text. The dateline is the
 * message's own, place and date.
 * @throws ImportProblem `not_this_format`, `empty`, and what `readNewsXml` throws
 */
export function readNews(bytes: Uint8Array, as?: Encoding): Incoming {
  const decoded = decodeDeclared(bytes, { declared: charsetOfMarkup(bytes) ?? undefined, as })
  const root = readNewsXml(decoded.text)
  const found = root.name === 'nitf' ? nitf(root) : newsml(root)
  const { pieces, title, byline, dateline, language, others } = found
  const incoming = incomingOf(pieces, {
    title,
    byline: byline.replace(BY, ''),
    dateline,
    language,
    notices: [...found.notices, { kind: 'metadata', as: 'left_out', count: others }],
  })
  return withDecoding(incoming, decoded)
}

function nitf(root: NewsNode): Found {
  const content = firstOf(root, 'body.content')
  if (!content) throw new ImportProblem('not_this_format')
  const head = firstOf(root, 'body.head')
  const said = (...names: string[]) => (head ? saidIn(head, ...names) : '')
  const body = bodyOf(content)
  const end = firstOf(root, 'body.end')
  const after = end ? bodyOf(end) : { pieces: [], notices: [] }
  const standfirst = said('hl2', 'abstract')
  return {
    pieces: [
      ...(standfirst === '' ? [] : [{ kind: 'standfirst' as const, text: standfirst }]),
      ...body.pieces,
      ...after.pieces,
    ],
    notices: body.notices,
    title: said('hl1', 'hedline', 'headline') || wordsOf(firstOf(root, 'title')),
    byline: wordsOf(head && (firstOf(firstOf(head, 'byline') ?? head, 'person') ?? firstOf(head, 'byline'))),
    dateline: said('dateline'),
    language: languageIn(root) ?? languageIn(firstOf(root, 'body')) ?? '',
    others: metadataOf(firstOf(root, 'head')),
  }
}

function newsml(root: NewsNode): Found {
  const item = root.name === 'newsItem' ? root : firstOf(root, 'newsItem')
  const content = item && firstOf(item, 'contentSet')
  if (!item || !content) throw new ImportProblem('not_this_format')
  const meta = firstOf(item, 'contentMeta')
  const said = (...names: string[]) => (meta ? saidIn(meta, ...names) : '')
  const inline = inlineOf(content)
  const own = elementsOf(item).find(({ name }) => name === 'contentMeta') ?? item
  const creator = firstOf(own, 'creator')
  return {
    ...inline,
    title: said('headline') || inline.title,
    byline: said('by') || inline.byline || wordsOf(creator && firstOf(creator, 'name')),
    dateline: said('dateline') || inline.dateline,
    language: firstOf(own, 'language')?.attributes.tag || inline.language || languageIn(item) || '',
    others:
      metadataOf(firstOf(item, 'itemMeta')) +
      metadataOf(meta) +
      Math.max(allOf(root, 'newsItem').length - 1, 0),
  }
}

function inlineOf(content: NewsNode): Found {
  const xml = firstOf(content, 'inlineXML')
  const inside = xml && elementsOf(xml)[0]
  if (inside?.name === 'nitf') return nitf(inside)
  const nothing = { title: '', byline: '', dateline: '', language: languageIn(xml) ?? '', others: 0 }
  if (inside)
    return {
      ...nothing,
      ...bodyOf(firstOf(inside, 'body') ?? inside),
      title: wordsOf(firstOf(inside, 'title')),
    }
  const data = firstOf(content, 'inlineData')
  const words = data ? data.children.filter((one) => typeof one === 'string').join('') : ''
  if (words.trim() === '') throw new ImportProblem('empty')
  if (data?.attributes.contenttype?.includes('html')) {
    const { text, blocks, notices } = readHtml(words, { kind: 'paste' })
    const pieces = blocks.map(({ kind, level, start, end }) => ({
      kind,
      level,
      text: text.slice(start, end),
    }))
    return { ...nothing, pieces, notices }
  }
  const paragraphs = words.split(/\n\s*\n/).map((text) => ({ kind: 'paragraph' as const, text }))
  return { ...nothing, pieces: paragraphs, notices: [] }
}

const languageIn = (node: NewsNode | undefined) => node?.attributes['xml:lang'] ?? node?.attributes.lang

/** How many facts about the message have no field of their own here: subjects, slugs, rights, priorities. */
const metadataOf = (node: NewsNode | undefined) =>
  node ? elementsOf(node).filter(({ name }) => !READ.has(name)).length : 0
const READ = new Set(['title', 'headline', 'by', 'dateline', 'creator', 'language'])
