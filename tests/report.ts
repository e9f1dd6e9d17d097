import { buildReport } from '@/domain/report/rules'
import type { Report, ReportClaim, ReportSource } from '@/domain/report/schema'

export const someSource = (fields: Partial<ReportSource> = {}): ReportSource => ({
  kind: 'link',
  title: 'Census tables',
  publisher: 'Statistics office',
  url: 'https://example.org/tables',
  stance: 'supports',
  primary: true,
  excerpt: 'Nine thousand a day.',
  locator: 'p. 4',
  published: '2024-03-10',
  accessed: '2026-11-25',
  ...fields,
})

export const someClaim = (fields: Partial<ReportClaim> = {}): ReportClaim => ({
  number: 1,
  quote: 'It carries nine thousand cars a day',
  start: 0,
  end: 35,
  status: 'verified',
  finding: 'Counted at the toll.',
  proposal: null,
  reviewedBy: 'Aigerim',
  reviewedAt: new Date('2026-11-25T20:30:00Z'),
  sources: [someSource()],
  ...fields,
})

/** A report that no database holds, as of 25 November 2026 in Almaty. */
export function someReport(claims: ReportClaim[], article: Partial<Report['article']> = {}): Report {
  return buildReport(
    {
      article: {
        id: '0193a000-0000-7000-8000-000000000001',
        title: 'The bridge',
        byline: 'A. Writer',
        dateline: '',
        language: 'en',
        desk: 'World',
        canonicalUrl: null,
        state: 'checking',
        ...article,
      },
      revision: {
        number: 1,
        createdAt: new Date('2026-11-24T09:00:00Z'),
        sha256: 'a'.repeat(64),
        characters: 1234,
      },
      claims,
    },
    { newsroom: 'Test Newsroom', timeZone: 'Asia/Almaty', at: new Date('2026-11-25T21:00:00Z') },
  )
}
