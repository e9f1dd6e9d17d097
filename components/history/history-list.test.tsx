import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import {
  EVENTS,
  fieldsOf,
  isTold,
  shownFieldsOf,
  VERBS,
  type Field,
  type Verb,
} from '@/domain/history/events'
import { VALUES, type HistoryLine } from '@/domain/history/shape'
import { formats } from '@/app/server/formats'
import { LOCALES, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import { HistoryList } from './history-list'

const line = (fields: Partial<HistoryLine>): HistoryLine => ({
  id: fields.verb ?? 'line',
  verb: 'claim.reviewed',
  subjectId: 's',
  at: new Date('2026-11-25T20:30:00Z'),
  actor: { id: 'a', name: 'Aigerim' },
  claim: { id: 'c', number: 7, quote: 'words' },
  source: null,
  before: null,
  after: null,
  ...fields,
})

function show(lines: HistoryLine[], locale: Locale = 'en', showClaim = true): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messagesOf(locale)}
      formats={formats}
      timeZone="Asia/Almaty"
      onError={(error) => {
        throw error
      }}
    >
      <HistoryList lines={lines} articleId={showClaim ? 'art' : undefined} />
    </NextIntlClientProvider>,
  )
}

const text = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** Stands for words that people write. It has no letters, so every letter on the page is the desk's own. */
const WRITTEN = '«١٢٣»'
const MOMENT = '2026-11-26T08:00:00.000Z'

/** Sample values that together cover everything a field may hold. */
function samples({ is, names }: Field): unknown[] {
  if (is === 'list') return [VALUES[names ?? 'webhooks.event']]
  if (names) return [...VALUES[names]]
  if (is === 'flag') return [true, false]
  if (is === 'count') return [12]
  if (is === 'moment') return [MOMENT]
  if (is === 'language') return ['en', 'ar', 'fr']
  return [WRITTEN]
}

/** Enough lines of a verb to show every value of every field, before and after. */
function everyLine(verb: Verb): HistoryLine[] {
  const { before = {}, after = {} }: { before?: Record<string, Field>; after?: Record<string, Field> } =
    EVENTS[verb]
  const count = Math.max(1, ...fieldsOf(verb).map(([, field]) => samples(field).length))
  const side = (fields: Record<string, Field>, at: number) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const values = samples(field)
        return [field.nameIn ?? name, values[at % values.length]]
      }),
    )
  const withIds = (fields: Record<string, unknown>) =>
    Object.fromEntries(
      fieldsOf(verb).flatMap(([name, { nameIn }]) => (nameIn && nameIn in fields ? [[name, 'id']] : [])),
    )
  return Array.from({ length: count + 1 }, (_, at) => {
    const [old, fresh] = [side(before, at + 1), side(after, at)]
    return line({
      id: `${verb} ${at}`,
      verb,
      actor: { id: 'a', name: WRITTEN },
      before: { ...old, ...withIds(old) },
      after: { ...fresh, ...withIds(fresh) },
    })
  })
}

const FOREIGN = { en: /[\u0600-\u06ff]/, ar: /[A-Za-z]/ } as const
/** A key of the message files, or a raw value from the database. */
const RAW = /\b(history|common|correction|webhooks|report)\.[a-z]|[a-z]_[a-z]/

it.each(LOCALES)('describes every verb, field and value in %s words only', (locale) => {
  for (const verb of VERBS) {
    const page = text(show(everyLine(verb), locale)).replaceAll(WRITTEN, '')
    expect([verb, page]).not.toEqual([verb, expect.stringMatching(FOREIGN[locale])])
    expect([verb, page]).not.toEqual([verb, expect.stringMatching(RAW)])
    const { field } = messagesOf(locale).history
    for (const [name] of shownFieldsOf(verb))
      expect([verb, page]).toEqual([verb, expect.stringContaining(field[name])])
  }
})

it.each(LOCALES)('has no %s words for verbs and fields that are never shown', (locale) => {
  const { history, webhooks } = messagesOf(locale)
  const shown = VERBS.flatMap((verb) => shownFieldsOf(verb).map(([name]) => name))
  expect(Object.keys(history.field).toSorted()).toEqual([...new Set(shown)].toSorted())
  expect(namesOf(history.verb)).toEqual(VERBS.toSorted())
  expect(namesOf(webhooks.event).filter((name) => name !== 'ping')).toEqual(VERBS.filter(isTold).toSorted())
})

/** The verbs in a tree of messages, as noun.verb. */
const namesOf = (words: Record<string, string | Record<string, string>>) =>
  Object.entries(words)
    .flatMap(([noun, verbs]) =>
      typeof verbs === 'string' ? noun : Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    )
    .toSorted()

it('tells an issued report by its number, kind, language and digest', () => {
  const digest = 'a1'.repeat(32)
  const after = {
    number: '2026-007',
    kind: 'final',
    language: 'ar',
    internal: true,
    digest,
    supersedes: '2026-003',
  }
  const issued = line({ verb: 'report.issued', claim: null, after })
  for (const locale of LOCALES) {
    const page = text(show([issued], locale))
    for (const shown of ['2026-007', '2026-003', digest]) expect(page).toContain(shown)
  }
  expect(text(show([issued], 'en'))).toMatch(/Kind Final report Language Arabic/)
  expect(text(show([issued], 'ar'))).toMatch(/النوع تقرير نهائي اللغة العربية/)
})

it('names the person, token or address of a line without an article, unless its fields do', () => {
  const about = { ...line({ verb: 'token.revoked', claim: null }), about: 'laptop · Dana' }
  expect(text(show([about]))).toContain('Token revoked laptop · Dana')
  const made = { ...about, verb: 'token.made' as const, after: { name: 'laptop' } }
  expect(text(show([made]))).not.toContain('Dana')
})

it('shows the old and the new status, and the removed and added words of a finding', () => {
  const page = show([
    line({
      before: { status: 'unreviewed', finding: 'Old <b>words</b>' },
      after: { status: 'disputed', finding: 'كلمات جديدة' },
    }),
  ])
  expect(page.indexOf('data-status="unreviewed"')).toBeGreaterThan(0)
  expect(page.indexOf('data-status="disputed"')).toBeGreaterThan(page.indexOf('data-status="unreviewed"'))
  expect(page).toMatch(/<del dir="auto"[^>]*>Old &lt;b&gt;words&lt;\/b&gt;<\/del>/)
  expect(page).toMatch(/<ins dir="auto"[^>]*>كلمات جديدة<\/ins>/)
  expect(page).toContain('<time dateTime="2026-11-25T20:30:00.000Z"')
  expect(text(page)).toContain('Nov 26, 2026')
})

it('names the assignee, priority and deadline, and says when nobody is assigned', () => {
  const fields = { assigneeId: 'u', assignee: 'Dana', priority: 'high', dueAt: '2026-12-01T08:00:00.000Z' }
  const given = text(show([line({ verb: 'claim.planned', before: { assigneeId: null }, after: fields })]))
  expect(given).toMatch(/Assigned to Unassigned → became Dana/)
  expect(given).toContain('High')
  expect(given).toMatch(/Due Dec 1, 2026/)
  const taken = line({ before: { assigneeId: 'u', assignee: 'Dana' }, after: { assigneeId: null } })
  expect(text(show([taken]))).toMatch(/Dana → became Unassigned/)
})

it('links to the claim only in lists of several claims', () => {
  expect(show([line({})])).toContain('href="/articles/art/claims/7"')
  expect(show([line({})], 'en', false)).not.toContain('<a ')
  expect(show([line({ claim: null, verb: 'article.changed' })])).not.toContain('<a ')
})

it('opens a long finding on demand and never splits a character at the end of the excerpt', () => {
  const finding = `${'x'.repeat(239)}😀${'y'.repeat(5_000)}`
  const page = show([line({ before: { finding: '' }, after: { finding } })])
  expect(page).toContain('<details')
  expect(page).toContain(finding)
  expect(page).toContain(`${'x'.repeat(239)}…`)
})

it('names the source whose fields changed, once', () => {
  const source = { id: 's', title: 'Toll counts' }
  const changed = line({
    verb: 'source.changed',
    source,
    before: { locator: '' },
    after: { locator: 'p. 4' },
  })
  expect(text(show([changed]))).toMatch(/Source changed Toll counts .*Locator nothing → became p\. 4/)
  const added = line({ verb: 'source.added', source, after: { title: 'Toll counts', stance: 'supports' } })
  expect(text(show([added])).split('Toll counts')).toHaveLength(2)
})

it('does not call it a review when a claim is unreviewed again', () => {
  const again = line({ before: { status: 'verified' }, after: { status: 'unreviewed' } })
  expect(text(show([again]))).toContain('Claim opened again')
  expect(text(show([again]))).not.toContain('Claim reviewed')
})
