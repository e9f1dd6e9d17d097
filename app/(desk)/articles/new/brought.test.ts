import { describe, expect, it } from 'vitest'
import type { Incoming } from '@/importing/incoming'
import {
  claimsOf,
  EMPTY,
  type Form,
  hasTyped,
  shownNotes,
  toInput,
  withIncoming,
  withInserted,
  withTaken,
} from './brought'
import { structuredMarkup } from './pasted'

const TEXT = 'Wages fell.\n\nPrices rose by 3 percent.'

const incoming = (change: Partial<Incoming> = {}): Incoming => ({
  title: 'Prices',
  byline: 'A. Writer',
  dateline: '',
  language: 'en',
  canonicalUrl: null,
  text: TEXT,
  blocks: [
    { kind: 'heading', level: 2, start: 0, end: 11 },
    { kind: 'paragraph', start: 13, end: 38 },
  ],
  notes: [
    { origin: 'comment', author: 'Noor', text: 'Source?', links: [], start: 13, end: 19 },
    { origin: 'footnote', author: '', text: 'Nowhere', links: [], start: 5, end: 5 },
  ],
  notices: [],
  encoding: null,
  ...change,
})

const empty: Form = { fields: EMPTY, brought: null }
const brought = (form: Form) => form.brought ?? expect.fail('nothing was brought')

describe('imported content fills the form', () => {
  it('and keeps the typed text only where the import has nothing', () => {
    const typed = {
      fields: { ...EMPTY, title: 'Typed', dateline: 'Typed', desk: 'City', text: 'x' },
      brought: null,
    }
    const { fields } = withIncoming(typed, incoming(), 'a.docx')
    expect(fields).toMatchObject({ title: 'Prices', dateline: 'Typed', desk: 'City', text: TEXT })
    expect([hasTyped(typed), hasTyped(empty)]).toEqual([true, false])
  })

  it('and leaves settled comments unticked', () => {
    const open = { origin: 'comment', author: '', text: 'Seen', links: [], start: 13, end: 19 } as const
    const notes: Incoming['notes'] = [
      { ...open, links: [] },
      { ...open, links: [], settled: true },
    ]
    const { brought: shown } = withIncoming(empty, incoming({ notes }), 'a.docx')
    expect(shown && shownNotes(shown, TEXT).map(({ state }) => state)).toEqual(['ticked', 'unticked'])
  })

  it('and makes way for the next import', () => {
    const first = withIncoming(empty, incoming(), 'a.docx')
    const changed = { ...first, fields: { ...first.fields, byline: 'Typed' } }
    const { fields } = withIncoming(changed, incoming({ title: '', byline: '', text: 'Other.' }), 'b.txt')
    expect(fields).toMatchObject({ title: '', byline: 'Typed', text: 'Other.' })
    expect(hasTyped(first)).toBe(false)
  })

  it('between typed words when something is pasted there, with its heading', () => {
    const typed = { fields: { ...EMPTY, text: 'Before.  After.', title: 'Typed' }, brought: null }
    const { fields } = withInserted(typed, incoming({ text: 'Middle.' }), 8, 8)
    expect(fields.text).toBe('Before. Prices\n\nMiddle. After.')
    expect([fields.title, fields.language]).toEqual(['Typed', 'en'])
  })
})

/** Typed for a newsroom in Cairo, wherever the browser is. */
const SENT = { requestKey: 'k', zone: 'Africa/Cairo' }

describe('the sent article', () => {
  it('has blocks only while the text is unchanged since the import', () => {
    const form = withIncoming(empty, incoming(), 'a.docx')
    expect(toInput(form, SENT)).toMatchObject({
      title: 'Prices',
      text: TEXT,
      blocks: brought(form).blocks,
      requestKey: 'k',
    })
    const edited = { ...form, fields: { ...form.fields, text: `${TEXT} More.` } }
    expect(toInput(edited, SENT)).not.toHaveProperty('blocks')
    expect(toInput(edited, SENT).claims?.map((claim) => claim.quote)).toEqual(['Prices'])
  })

  it('has claims for the ticked notes that still have words', () => {
    const form = withIncoming(empty, incoming(), 'a.docx')
    const states = (text: string, left: number[] = []) =>
      shownNotes({ ...brought(form), left }, text).map((shown) => shown.state)
    expect(states(TEXT)).toEqual(['ticked', 'wordless'])
    expect(states(TEXT, [0])).toEqual(['unticked', 'wordless'])
    expect(states(TEXT.replace('Prices', 'Rents'))).toEqual(['changed', 'wordless'])
    expect(claimsOf(shownNotes({ ...brought(form), left: [0] }, TEXT), TEXT)).toEqual([])
  })

  it('is the typed text when nothing was imported', () => {
    const form = {
      fields: { ...EMPTY, text: 'a\r\nb', title: ' ', deadline: '2026-12-01T10:00' },
      brought: null,
    }
    expect(toInput(form, SENT)).toEqual({
      text: 'a\r\nb',
      deadline: '2026-12-01T08:00:00.000Z',
      requestKey: 'k',
    })
    expect(toInput({ ...form, fields: { ...EMPTY, text: '# a', markdown: true } }, SENT)).toEqual({
      markdown: '# a',
      requestKey: 'k',
    })
  })
})

describe('markup on the clipboard counts', () => {
  it.each([
    ['paragraphs', '<p>a</p>', 'a', true],
    ['a table', '<table><tr><td>a</table>', 'a', true],
    ['coloured code', '<div><span>a</span></div>', 'a', false],
    ['none', '', 'a', false],
    ['Markdown with front matter', '<p>---</p>', '---\ntitle: a\n---', false],
    ['more than is read', `<p>${'a'.repeat(3_000_001)}`, 'a', false],
  ])('%s', (_what, html, plain, expected) => {
    const getData = (kind: string) => (kind === 'text/html' ? html : plain)
    expect(structuredMarkup({ getData }) !== null).toBe(expected)
  })
})

describe('pieces left out of a page', () => {
  const leftOut = [{ kind: 'paragraph' as const, text: 'Taken back.', at: 1 }]
  const first = withIncoming(empty, incoming({ leftOut }), 'https://example.org')

  it('go into the text with their block, and the claims keep their words', () => {
    const form = withTaken(first, [0])
    expect(form.fields.text).toBe('Wages fell.\n\nTaken back.\n\nPrices rose by 3 percent.')
    const { text = '', blocks = [], claims = [] } = toInput(form, SENT)
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toContain('Taken back.')
    expect(claims).toMatchObject([{ quote: 'Prices', start: 26 }])
    expect(withTaken(form, []).fields.text).toBe(TEXT)
  })

  it('leave the edits of the reader alone', () => {
    const edited = { ...first, fields: { ...first.fields, text: TEXT.replace('3', '4') } }
    expect(withTaken(edited, [0]).fields.text).toBe('Wages fell.\n\nTaken back.\n\nPrices rose by 4 percent.')
  })
})
