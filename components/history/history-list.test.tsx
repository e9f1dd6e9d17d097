import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { HistoryLine } from '@/domain/history/queries'
import { VERBS } from '@/domain/history/schema'
import { formats } from '@/services/formats'
import type { Locale } from '@/domain/text/locale'
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
      <HistoryList lines={lines} showClaim={showClaim} articleId="art" />
    </NextIntlClientProvider>,
  )
}

const text = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

it.each(['en', 'ar'] as const)('has words for whatever can be told, in %s', (locale) => {
  const page = show(
    VERBS.map((verb) => line({ verb })),
    locale,
  )
  expect(page.match(/<li/g)).toHaveLength(VERBS.length)
  expect(page).not.toMatch(/history\./)
})

it('tells a status from what it was, and a finding as taken away and added', () => {
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

it('names who was assigned, what for and until when, and that nobody is', () => {
  const fields = { assigneeId: 'u', assignee: 'Dana', priority: 'high', dueAt: '2026-12-01T08:00:00.000Z' }
  const given = text(show([line({ verb: 'claim.planned', before: { assigneeId: null }, after: fields })]))
  expect(given).toMatch(/Assigned to Nobody → became Dana/)
  expect(given).toContain('High')
  expect(given).toMatch(/Due Dec 1, 2026/)
  const taken = line({ before: { assigneeId: 'u', assignee: 'Dana' }, after: { assigneeId: null } })
  expect(text(show([taken]))).toMatch(/Dana → became Nobody/)
})

it('links to the claim only where lines of many stand together', () => {
  expect(show([line({})])).toContain('href="/articles/art/claims/7"')
  expect(show([line({})], 'en', false)).not.toContain('<a ')
  expect(show([line({ claim: null, verb: 'article.changed' })])).not.toContain('<a ')
})

it('opens a long finding on demand and never splits a character in its beginning', () => {
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
