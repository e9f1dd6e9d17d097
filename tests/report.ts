import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { seal } from '@/domain/report/proof'
import {
  numbered,
  reportContent,
  type Circumstances,
  type ClaimAsRead,
  type ReportData,
} from '@/domain/report/rules'
import type { Block } from '@/text/blocks'
import type { Proof, ReportContent, ReportSource } from '@/domain/report/schema'

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

export const someClaim = (fields: Partial<ClaimAsRead> = {}): ClaimAsRead => ({
  id: '0193a000-0000-7000-8000-0000000000c1',
  number: 1,
  quote: 'It carries nine thousand cars a day',
  prefix: '',
  suffix: '. Nobody counted.',
  start: 0,
  end: 35,
  anchor: 'anchored',
  priority: 'normal',
  status: 'verified',
  finding: 'Counted at the toll.',
  proposal: null,
  reviewedBy: 'Aigerim',
  reviewedAt: '2026-11-25T20:30:00.000Z',
  signOff: null,
  statement: null,
  sources: [someSource()],
  ...fields,
})

export type Given = {
  claims?: ClaimAsRead[]
  article?: Partial<ReportContent['article']>
  text?: string
  blocks?: Block[]
  coverage?: ReportContent['coverage']
  asked?: Partial<Circumstances>
}

/**
 * A report outside any database, as of 25 November 2026 in Almaty: internal, final and English unless given
 * otherwise.
 */
export function someContent({
  claims = [someClaim()],
  article,
  text,
  blocks,
  coverage,
  asked,
}: Given = {}): ReportContent {
  const data: ReportData = {
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
      createdAt: '2026-11-24T09:00:00.000Z',
      sha256: 'a'.repeat(64),
      text: text ?? 'It carries nine thousand cars a day. Nobody counted.',
      headline: article?.title ?? 'The bridge',
      blocks: blocks ?? [],
    },
    coverage: coverage ?? { sentences: 2, claimed: 1, passed: 1, open: 0 },
    claims,
  }
  return reportContent(data, {
    kind: 'final',
    language: 'en',
    internal: true,
    issuedAt: '2026-11-25T21:00:00.000Z',
    issuedBy: 'Dana',
    newsroom: 'Test Newsroom',
    timeZone: 'Asia/Almaty',
    verifyUrl: 'https://desk.example/verify',
    signOff: 'off',
    ...asked,
  })
}

/** A key that no installation has. */
export function someKey(): { id: string; privateKey: KeyObject; publicKey: KeyObject } {
  return { id: 'test-key', ...generateKeyPairSync('ed25519') }
}

const key = someKey()

/** The same report issued as 2026-0001, with a proof that its own key signed. */
export function someReport(given: Given = {}): { content: ReportContent; proof: Proof; text: string } {
  const content = numbered(someContent(given), '2026-0001', null)
  return { content, ...seal(content, key) }
}

/** The key that signs `someReport`. */
export const reportKey = key

/** The public half of it. */
export const somePublicKey = () => key.publicKey
