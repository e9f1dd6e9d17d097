import { describe, expect, it } from 'vitest'
import { FINDING_MAX, QUOTE_MAX } from '@/domain/claim/rules'
import type { Incoming, Note } from '@/importing/incoming'
import { articleOfIncoming, claimsOfNotes, fieldsOf, notesAfterEdit, titleOfName } from './from-incoming'
import { createArticleSchema } from './schema'

const TEXT = 'The bridge opened in 1932. It is 503 metres long.\n\nبلغ العدد ٩٠٠ موظف.'

function note(words: string, said: Partial<Note> = {}): Note {
  const start = TEXT.indexOf(words)
  return {
    origin: 'comment',
    author: 'Noor',
    text: 'Source?',
    links: [],
    start,
    end: start + words.length,
    ...said,
  }
}

const incoming = (change: Partial<Incoming> = {}): Incoming => ({
  title: 'Bridge',
  byline: 'A. Writer',
  dateline: '',
  language: 'en',
  canonicalUrl: null,
  text: TEXT,
  blocks: [],
  notes: [],
  notices: [],
  encoding: null,
  ...change,
})

describe('turning comments and notes into claims', () => {
  it('places each claim on its words, with author, text and links', () => {
    const found = claimsOfNotes(TEXT, [
      note('٩٠٠ موظف', { author: '', origin: 'footnote', text: 'بيان الوزارة' }),
      note('opened in 1932', { text: 'See https://example.org/a', links: ['https://example.org/a'] }),
    ])
    expect(found).toEqual([
      {
        quote: 'opened in 1932',
        start: 11,
        finding: 'Noor: See https://example.org/a',
        sources: [{ title: 'https://example.org/a', url: 'https://example.org/a', stance: 'context' }],
      },
      { quote: '٩٠٠ موظف', start: TEXT.indexOf('٩٠٠'), finding: 'بيان الوزارة', sources: [] },
    ])
  })

  it('makes one claim of notes on equal or overlapping words, and two of notes that only touch', () => {
    const found = claimsOfNotes(TEXT, [
      note('1932. It is', { text: 'second', author: 'Bea' }),
      note('opened in 1932', { text: 'first', author: 'Ali' }),
      note('opened in 1932', { text: 'again', author: 'Cem' }),
      note(' 503 metres', { text: 'apart' }),
    ])
    expect(found.map(({ quote, finding }) => [quote, finding])).toEqual([
      ['opened in 1932. It is', 'Ali: first\n\nCem: again\n\nBea: second'],
      [' 503 metres', 'Noor: apart'],
    ])
  })

  it('makes no claim where there are no words or half of a character', () => {
    const at = (start: number, end: number) => note('The', { start, end })
    expect(claimsOfNotes(TEXT, [at(4, 4), at(49, 51)])).toEqual([])
    expect(claimsOfNotes('a 👍🏽 b', [at(2, 4)])).toEqual([])
  })

  it('leaves an address that cannot be a source in the finding', () => {
    const [claim] = claimsOfNotes(TEXT, [
      note('bridge', { links: ['ftp://example.org/x', 'HTTPS://Example.org', 'https://example.org/'] }),
    ])
    expect(claim?.finding).toBe('Noor: Source?\nftp://example.org/x')
    expect(claim?.sources.map((source) => source.url)).toEqual(['https://example.org/'])
  })

  it('cuts words longer than a claim at the end of a word, and overlaps do not lengthen them', () => {
    const long = 'word '.repeat(3_000)
    const found = claimsOfNotes(long, [
      note('', { start: 0, end: 14_000 }),
      note('', { start: 4_990, end: 5_004 }),
    ])
    expect(found.map(({ quote }) => quote.length)).toEqual([QUOTE_MAX - 1, 14])
    expect(found[0]?.quote.endsWith('word')).toBe(true)
  })

  it('cuts text that is too long for a finding and marks the cut', () => {
    const [claim] = claimsOfNotes(TEXT, [note('bridge', { text: '😀'.repeat(FINDING_MAX) })])
    expect(claim?.finding.length).toBeLessThanOrEqual(FINDING_MAX)
    expect(claim?.finding.isWellFormed()).toBe(true)
    expect(claim?.finding.endsWith('😀…')).toBe(true)
  })
})

describe('after the text was edited', () => {
  const notes = [note('bridge'), note('503 metres'), note('٩٠٠')]
  const spans = (after: string) =>
    notesAfterEdit(TEXT, after, notes).map((one) => one && after.slice(one.start, one.end))

  it('notes before and after the change keep their words', () => {
    expect(spans(TEXT.replace('opened', 'was opened to all'))).toEqual(['bridge', '503 metres', '٩٠٠'])
  })

  it('notes on changed words lose their place', () => {
    expect(spans(TEXT.replace('503', '504'))).toEqual(['bridge', null, '٩٠٠'])
    expect(spans('')).toEqual([null, null, null])
  })

  it('between two changes, words that occur once are found and others are not', () => {
    expect(spans(`New. ${TEXT} End.`)).toEqual(['bridge', '503 metres', '٩٠٠'])
    expect(spans(`503 metres. ${TEXT} End.`)).toEqual(['bridge', null, '٩٠٠'])
  })

  it('nothing moves without a change', () => {
    expect(notesAfterEdit(TEXT, TEXT, notes)).toEqual(notes)
  })
})

describe('the article made of what was read', () => {
  it('is valid input, and given fields take precedence', () => {
    const read = incoming({
      notes: [note('bridge')],
      blocks: [{ kind: 'heading', level: 2, start: 0, end: 26 }],
      canonicalUrl: 'https://example.org/a',
    })
    const input = createArticleSchema.parse(
      articleOfIncoming(read, { title: 'Mine', desk: 'City' }, { notes: 'claims' }),
    )
    expect(input).toMatchObject({
      title: 'Mine',
      byline: 'A. Writer',
      language: 'en',
      desk: 'City',
      canonicalUrl: 'https://example.org/a',
      text: TEXT,
      blocks: read.blocks,
      claims: [{ quote: 'bridge', status: 'unreviewed', finding: 'Noor: Source?' }],
    })
    expect(articleOfIncoming(read, {}, { notes: 'none' }).claims).toEqual([])
  })

  it('takes title and language from the fallback only when it has none', () => {
    const otherwise = { title: 'draft 3', language: 'fr' }
    const named = (read: Incoming) => {
      const { title, language } = articleOfIncoming(read, {}, { notes: 'none', otherwise })
      return [title, language]
    }
    expect(named(incoming())).toEqual(['Bridge', 'en'])
    expect(named(incoming({ title: ' ', language: null }))).toEqual(['draft 3', 'fr'])
    expect(titleOfName('report.v2.docx')).toBe('report.v2')
    expect(titleOfName('.txt')).toBe('.txt')
  })

  it('is cut to the limits of the fields', () => {
    const fields = fieldsOf(
      incoming({
        title: 'ا'.repeat(600),
        byline: 'b'.repeat(400),
        canonicalUrl: `https://a.org/${'x'.repeat(3000)}`,
      }),
    )
    expect([fields.title.length, fields.byline.length, fields.canonicalUrl]).toEqual([500, 300, ''])
  })
})
