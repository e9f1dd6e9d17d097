import fc from 'fast-check'
import jsonld from 'jsonld'
import type { RemoteDocument } from 'jsonld/jsonld-spec'
import { describe, expect, it, test } from 'vitest'
import { sealAnnotations } from '@/domain/report/annotations'
import { reportKey, someClaim as someClaimAsRead, someReport } from '@/tests/report'
import { runs } from '@/tests/properties'
import type { Proof, ReportContent, ReportClaim } from '@/domain/report/schema'
import { loadCase } from '@/tests/cases/load'
import { reportJsonLd } from './report-json-ld'

const OA = 'http://www.w3.org/ns/oa#'
const AS = 'http://www.w3.org/ns/activitystreams#'
const OWN = 'urn:factdesk:terms:'
const RDF_VALUE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** The W3C's context at this address, with all its terms and no others. No other address loads. */
const documentLoader = async (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`Nothing is read from ${url}`)
  return { documentUrl: url, document: loadCase<RemoteDocument['document']>('anno-context') }
}

/** With `safe` a key that no context explains is an error; otherwise it would be dropped. */
const OPTIONS = { documentLoader, safe: true }

const someClaim = (fields: Partial<ReportClaim> = {}): ReportClaim => ({
  id: '0193a000-0000-7000-8000-000000000002',
  number: 1,
  quote: '14 people',
  prefix: 'saved ',
  suffix: ' in Port',
  anchor: 'anchored',
  position: { utf16: { start: 21, end: 30 }, codePoints: { start: 19, end: 28 } },
  status: 'verified',
  finding: 'The clinic counted them.',
  proposal: null,
  reviewedBy: 'Aigerim',
  reviewedAt: '2026-11-25T20:30:00.000Z',
  signOff: null,
  signOffNeeded: false,
  statement: null,
  sources: [],
  ...fields,
})

const someContent = (claims: ReportClaim[], fields: Partial<ReportContent> = {}): ReportContent => ({
  schema: 'factdesk-report/1',
  number: '2026-0001',
  kind: 'final',
  language: 'en',
  internal: true,
  issuedAt: '2026-11-25T21:00:00.000Z',
  issuedBy: 'Dana',
  newsroom: 'Test Newsroom',
  timeZone: 'Asia/Almaty',
  verifyUrl: 'https://desk.example.org/verify',
  supersedes: null,
  article: {
    id: '0193a000-0000-7000-8000-000000000001',
    title: 'Medics',
    byline: '',
    dateline: '',
    language: 'en',
    desk: null,
    canonicalUrl: 'https://news.example.org/medics',
    state: 'published',
  },
  revision: { number: 3, createdAt: '2026-11-24T09:00:00.000Z', sha256: 'a'.repeat(64), characters: 90 },
  counts: { unreviewed: 0, needs_source: 0, disputed: 0, verified: claims.length },
  coverage: { sentences: 1, claimed: 1, passed: 0, open: 0 },
  obstacles: [],
  claims,
  ...fields,
})

const PROOF: Proof = {
  number: '2026-0001',
  digest: 'd'.repeat(64),
  keyId: 'test-key',
  signature: 's'.repeat(86),
}

type Expanded = Record<string, Expanded[]> & {
  '@id': string
  '@type': string[]
  '@value': unknown
  '@list': Expanded[]
}

async function expand(content: ReportContent, proof: Proof | null = PROOF) {
  const expanded = await jsonld.expand(reportJsonLd({ content, proof }), OPTIONS)
  const [collection, ...others] = expanded as unknown as Expanded[]
  expect(others).toEqual([])
  if (!collection) throw new Error('Nothing was expanded')
  const annotations = collection[`${AS}first`]?.[0]?.[`${AS}items`]?.[0]?.['@list'] ?? []
  return { collection, annotations }
}

it('is a collection of annotations that assess the words of the article', async () => {
  const source = {
    title: 'Log',
    publisher: 'Clinic',
    locator: 'p. 4',
    excerpt: 'fourteen',
    published: null,
    accessed: null,
  }
  const claim = someClaim({
    sources: [
      { ...source, kind: 'link', url: 'https://example.org/log', stance: 'supports', primary: true },
      { ...source, kind: 'interview', url: null, stance: 'context', primary: false },
    ],
  })
  const { collection, annotations } = await expand(someContent([claim]))
  expect(collection).toMatchObject({
    '@id': `https://desk.example.org/verify?number=2026-0001&digest=${PROOF.digest}`,
    '@type': [`${AS}OrderedCollection`],
    [`${AS}totalItems`]: [{ '@value': 1, '@type': `${XSD}nonNegativeInteger` }],
  })
  expect(annotations).toHaveLength(1)
  expect(annotations[0]).toMatchObject({
    '@id': `urn:uuid:${claim.id}`,
    '@type': [`${OA}Annotation`],
    [`${OA}motivatedBy`]: [{ '@id': `${OA}assessing` }],
    [`${OWN}status`]: [{ '@id': `${OWN}verified` }],
    [`${OA}hasBody`]: [
      { [`${OA}hasPurpose`]: [{ '@id': `${OA}tagging` }], [RDF_VALUE]: [{ '@value': 'verified' }] },
      {
        '@type': [`${OA}TextualBody`],
        [`${OA}hasPurpose`]: [{ '@id': `${OA}assessing` }],
        [RDF_VALUE]: [{ '@value': 'The clinic counted them.' }],
        'http://purl.org/dc/elements/1.1/language': [{ '@value': 'en' }],
      },
      {
        '@type': [`${OA}SpecificResource`],
        [`${OA}hasPurpose`]: [{ '@id': `${OA}linking` }],
        [`${OA}hasSource`]: [{ '@id': 'https://example.org/log' }],
        [`${OWN}stance`]: [{ '@id': `${OWN}supports` }],
        [`${OA}hasSelector`]: [{ [`${OA}exact`]: [{ '@value': 'fourteen' }] }],
      },
      {
        [RDF_VALUE]: [{ '@value': 'Log, Clinic, p. 4: fourteen' }],
        [`${OWN}stance`]: [{ '@id': `${OWN}context` }],
      },
    ],
    [`${OA}hasTarget`]: [
      {
        [`${OA}hasSource`]: [{ '@id': 'https://news.example.org/medics' }],
        [`${OA}hasState`]: [
          { '@type': [`${OA}TimeState`], [`${OWN}sha256`]: [{ '@value': 'a'.repeat(64) }] },
        ],
        [`${OA}hasSelector`]: [
          {
            '@type': [`${OA}TextQuoteSelector`],
            [`${OA}exact`]: [{ '@value': '14 people' }],
            [`${OA}prefix`]: [{ '@value': 'saved ' }],
            [`${OA}suffix`]: [{ '@value': ' in Port' }],
          },
          {
            '@type': [`${OA}TextPositionSelector`],
            [`${OA}start`]: [{ '@value': 19, '@type': `${XSD}nonNegativeInteger` }],
            [`${OA}end`]: [{ '@value': 28, '@type': `${XSD}nonNegativeInteger` }],
          },
        ],
      },
    ],
  })
})

test('positions count code points, so any programming language finds the words (C14)', async () => {
  type Case = {
    article: string
    claims: { quote: string; expect: Record<'start_utf16' | 'end_utf16' | 'start_cp' | 'end_cp', number> }[]
  }
  const { article, claims } = loadCase<Case>('C14_emoji_offsets')
  const { annotations } = await expand(
    someContent(
      claims.map(({ quote, expect: right }) =>
        someClaim({
          quote,
          position: {
            utf16: { start: right.start_utf16, end: right.end_utf16 },
            codePoints: { start: right.start_cp, end: right.end_cp },
          },
        }),
      ),
    ),
  )
  const found = annotations.map((one) => {
    const position = one[`${OA}hasTarget`]?.[0]?.[`${OA}hasSelector`]?.[1]
    const [start, end] = ['start', 'end'].map((name) => Number(position?.[OA + name]?.[0]?.['@value']))
    return [...article].slice(start, end).join('')
  })
  expect(found).toEqual(claims.map(({ quote }) => quote))
})

it('an orphan has a quote but no position; an article without an address is named by its id', async () => {
  const content = someContent([
    someClaim({ anchor: 'orphaned', position: null, status: 'unreviewed', finding: null }),
  ])
  const { annotations } = await expand({ ...content, article: { ...content.article, canonicalUrl: null } })
  const target = annotations[0]?.[`${OA}hasTarget`]?.[0]
  expect(target?.[`${OA}hasSelector`]).toMatchObject([{ '@type': [`${OA}TextQuoteSelector`] }])
  expect(target?.[`${OA}hasSource`]).toEqual([{ '@id': `urn:uuid:${content.article.id}` }])
  expect(annotations[0]?.[`${OA}hasBody`]).toHaveLength(1)
})

it('names nobody in a report for outside', () => {
  const written = JSON.stringify(
    reportJsonLd({ content: someContent([someClaim()], { internal: false }), proof: null }),
  )
  expect(written).not.toContain('Aigerim')
  expect(JSON.stringify(reportJsonLd({ content: someContent([someClaim()]), proof: null }))).toContain(
    'Aigerim',
  )
})

it('has one annotation per claim in order, and loses none of our keys', async () => {
  const claims = fc.uniqueArray(fc.uuid(), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(claims, fc.string({ minLength: 1, unit: 'grapheme' }), async (ids, quote) => {
      const { annotations } = await expand(someContent(ids.map((id) => someClaim({ id, quote }))))
      expect(annotations.map((one) => one['@id'])).toEqual(ids.map((id) => `urn:uuid:${id}`))
    }),
    { numRuns: runs(25) },
  )
})

describe('the names in a collection', () => {
  type Json = { [name: string]: unknown }
  const terms = Object.keys(loadCase<{ '@context': Json }>('anno-context')['@context'])

  /** The keys of an object and of all it contains, but not of its context. */
  const keysIn = (value: unknown): string[] =>
    Array.isArray(value)
      ? value.flatMap(keysIn)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) =>
            key === '@context' ? [] : [key, ...(key === 'type' ? [String(inner)] : []), ...keysIn(inner)],
          )
        : []

  const report = someReport({
    claims: [
      someClaimAsRead({ signOff: { by: 'Dana', at: '2026-11-25T20:40:00.000Z' } }),
      someClaimAsRead({
        id: '0193a000-0000-7000-8000-0000000000c2',
        number: 2,
        anchor: 'orphaned',
        start: null,
        end: null,
      }),
    ],
  })
  const sealed = sealAnnotations(reportJsonLd(report), report.proof, reportKey)

  it('are terms of the W3C’s context, or visibly our own, which it does not know', () => {
    const strange = keysIn(JSON.parse(sealed)).filter(
      (key) => !key.startsWith('factdesk:') && !terms.includes(key),
    )
    expect(strange).toEqual([])
    expect(terms.some((term) => /factdesk/.test(term))).toBe(false)
  })

  it('survive expansion with the proof, which carries the number and the digest', async () => {
    const [collection] = (await jsonld.expand(JSON.parse(sealed) as object, OPTIONS)) as unknown as Expanded[]
    const [proof] = collection?.[`${OWN}proof`] ?? []
    expect(proof).toMatchObject({
      [`${OWN}number`]: [{ '@value': '2026-0001' }],
      [`${OWN}digest`]: [{ '@value': report.proof.digest }],
      [`${OWN}keyId`]: [{ '@value': 'test-key' }],
    })
    expect(JSON.stringify(collection)).not.toContain('"factdesk:')
  })

  it('differ between collections: languages, audiences, articles, numbers and previews', async () => {
    const article = { ...someContent([]).article, id: '0193a000-0000-7000-8000-000000000009' }
    const previews = [
      {},
      { language: 'ar' },
      { internal: false },
      { article },
      { issuedAt: '2026-11-26T21:00:00.000Z' },
    ]
    const reports = [
      ...previews.map((fields) => ({
        content: someContent([], { number: null, ...(fields as object) }),
        proof: null,
      })),
      ...['e', 'f'].map((letter) => ({
        content: someContent([]),
        proof: { ...PROOF, digest: letter.repeat(64) },
      })),
      { content: someContent([]), proof: { ...PROOF, number: '2026-0002' } },
    ]
    const names = await Promise.all(
      reports.map(async ({ content, proof }) => {
        const { collection } = await expand(content, proof)
        const page = collection[`${AS}first`]?.[0]
        expect(page?.[`${AS}partOf`]).toEqual([{ '@id': collection['@id'] }])
        return [collection['@id'], page?.['@id']]
      }),
    )
    expect(new Set(names.flat()).size).toBe(2 * reports.length)
  })
})
