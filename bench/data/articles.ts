import { createHash } from 'node:crypto'
import { CHAIN_START, eventHash, type ChainEnd } from '@/domain/history/chain'
import type { NewSentence } from '@/domain/sentence/rules'
import { anchorAt } from '@/text/anchor'
import { blocksOf } from '@/text/blocks'
import { headlineStart, readingOf, shifted } from '@/text/reading'
import { claimRows } from './claims'
import type { Random } from './random'
import type { Language } from './sentences'
import { CLAIM_TABLES, DAY, personOf, type Line, type Row, type Rows, type Stock } from './stock'

/** How long ago the oldest article came in. */
const OLDEST = 1_000 * DAY
/** Sentences of an article that no claim stands on, for each that one does. */
const UNCLAIMED = 0.2
const IN_A_PARAGRAPH = 3

const STATES = [
  ['checking', 40],
  ['cleared', 8],
  ['published', 45],
  ['draft', 7],
] as const

/** Sentences of the stock in a random order, each once. */
function pick<T>({ next }: Random, all: readonly T[], count: number): T[] {
  const from = Math.floor(next() * all.length)
  return Array.from({ length: count }, (_, index) => all[(from + index) % all.length] as T)
}

/** The paragraphs of a text, and where each of its sentences stands. */
function textOf(sentences: readonly NewSentence[]): { text: string; standing: NewSentence[] } {
  let text = ''
  const standing = sentences.map((sentence, position) => {
    if (position > 0) text += position % IN_A_PARAGRAPH === 0 ? '\n\n' : ' '
    const start = text.length
    text += sentence.text
    return { ...sentence, position, readFrom: position, start, end: text.length }
  })
  return { text, standing }
}

/** Lines of an article's history in order of time, chained as the desk chains them, and the end of the chain. */
function chained(random: Random, article: string, lines: Line[]): { events: Row[]; end: ChainEnd } {
  let end = CHAIN_START
  const events = lines
    .sort((a, b) => a.at - b.at)
    .map(({ verb, at, claim, subject, actor, before, after }) => {
      const count = end.count + 1
      const event = {
        ...{ articleId: article, position: count, claimId: claim ?? null, verb, subjectId: subject },
        ...{ actorId: actor, at: new Date(at), before, after },
      }
      end = { count, hash: eventHash(end.hash, event) }
      return {
        ...{
          id: random.uuid(at),
          article_id: article,
          position: count,
          claim_id: claim,
          verb,
          subject_id: subject,
        },
        ...{ actor_id: actor, at: event.at, before, after, hash: end.hash },
      }
    })
  return { events, end }
}

/** The rows of one article with its claims, and of all that was done to them. */
export function articleRows(stock: Stock, language: Language, claims: number): Rows {
  const { random, until, desks } = stock
  const made = Math.floor(until - OLDEST * random.next())
  const state = random.weighed(STATES)
  const author = personOf(stock)
  const [articleId, revisionId] = [random.uuid(made), random.uuid(made)]
  const [headline, headlineSentences] = random.of(stock.headlines[language])
  const count = claims + Math.ceil(claims * UNCLAIMED) + 1
  const { text, standing } = textOf(pick(random, stock.sentences[language], count))
  const sentences = [
    ...standing,
    ...headlineSentences.map((one) => ({
      ...shifted(one, headlineStart(text)),
      position: standing.length + one.position,
      readFrom: standing.length + one.readFrom,
    })),
  ]
  const reading = readingOf({ text, headline })
  const deadline = random.next() < 0.5 ? new Date(made + Math.floor(random.next() * 40 * DAY)) : null
  const created: Line = {
    ...{ verb: 'article.created', at: made, subject: articleId, actor: author },
    after: { title: headline, language, revision: 1, claims },
  }
  const rows: Rows = {
    article: [],
    revision: [
      {
        ...{
          id: revisionId,
          article_id: articleId,
          number: 1,
          text,
          headline,
          headline_start: headlineStart(text),
        },
        ...{ blocks: blocksOf(text), sha256: createHash('sha256').update(text).digest('hex') },
        ...{ created_by_id: author, created_at: new Date(made) },
      },
    ],
    sentence: sentences.map(({ readFrom, passed, ...one }) => ({
      ...{
        ...one,
        id: random.uuid(made),
        article_id: articleId,
        revision_id: revisionId,
        read_from: readFrom,
      },
      ...(passed && { passed_at: new Date(made) }),
    })),
    ...{ claim: [], anchor: [], source: [], claim_writer: [] },
    event: [],
  }
  const lines: Line[] = [created]
  for (const [index, { text: sentence, start, end }] of standing.slice(0, claims).entries()) {
    // A claim leaves out the full stop.
    const anchor = anchorAt(reading, start, end - 1)
    const place = {
      article: { id: articleId, language, made, author, isSettled: state === 'published' },
      anchor,
    }
    const claim = claimRows(stock, { ...place, revisionId, sentence, number: index + 1 })
    lines.push(...claim.lines)
    for (const table of CLAIM_TABLES) rows[table].push(...claim.rows[table])
  }

  const { events, end } = chained(random, articleId, lines)
  rows.event = events
  rows.article.push({
    ...{
      id: articleId,
      title: headline,
      language,
      desk_id: desks[random.rank(desks.length)],
      deadline,
      state,
    },
    ...{ last_claim: claims, event_count: end.count, event_hash: end.hash, created_by_id: author },
    ...{ created_at: new Date(made), updated_at: events.at(-1)?.at },
  })
  return rows
}
