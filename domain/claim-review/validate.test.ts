import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { isIsoDate, isReadableDate } from './dates'
import { MARKUP_MAX, validateMarkupSchema } from './schema'
import { REVIEWS_MAX, validateMarkup } from './validate'

type Json = Record<string, unknown>

const review = (fields: Json = {}): Json => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://news.example.org/bridge#claim-1',
  claimReviewed: 'Nine thousand cars cross it a day',
  datePublished: '2026-11-25',
  author: { '@type': 'NewsMediaOrganization', name: 'Test Newsroom', url: 'https://news.example.org/' },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Dana Ospanova' },
    datePublished: '2024-03-10T10:00:00+05:00',
    appearance: { '@type': 'CreativeWork', url: 'https://example.org/speech' },
  },
  reviewRating: rating(),
  ...fields,
})

const rating = (fields: Json = {}): Json => ({
  '@type': 'Rating',
  ratingValue: 1,
  bestRating: 5,
  worstRating: 1,
  alternateName: 'False',
  ...fields,
})

const check = (value: unknown, page: string | null = null) =>
  validateMarkup(typeof value === 'string' ? value : JSON.stringify(value), page)

/** Every problem as `severity path key`. */
const told = (value: unknown, page: string | null = null) => {
  const { problems, reviews } = check(value, page)
  return [...problems, ...reviews.flatMap((one) => one.problems)].map(
    ({ severity, path, key }) => `${severity} ${path} ${key}`,
  )
}

it('a complete review has no problem', () => {
  expect(check(review(), 'https://news.example.org/bridge')).toEqual({
    valid: true,
    problems: [],
    reviews: [
      {
        block: null,
        path: '$',
        claimReviewed: 'Nine thousand cars cross it a day',
        valid: true,
        problems: [],
      },
    ],
  })
})

describe('ratings (C42)', () => {
  type Case = { valid: Json[]; invalid: (Json & { why: string })[] }
  const { valid, invalid } = loadCase<Case>('C42_ratings')

  test.each(valid)('$ratingValue of 5, $alternateName, is correct', (given) => {
    expect(told(review({ reviewRating: rating(given) }))).toEqual([])
  })

  const right: Record<string, string> = {
    'outside the scale': 'error $.reviewRating.ratingValue ratingOutside',
    'observed range instead of the scale 1-5': 'error $.reviewRating.worstRating ratingObserved',
    'best must be above worst': 'error $.reviewRating.bestRating ratingOrder',
    'number in Arabic digits as text': 'error $.reviewRating.ratingValue ratingDigits',
    'no verdict in words': 'error $.reviewRating.alternateName required',
    'alternateName must be words': 'error $.reviewRating.alternateName notInWords',
    'worstRating left out means 1': 'error $.reviewRating.ratingValue ratingOutside',
  }

  test.each(invalid)('$why', ({ why, ...given }) => {
    const checked = check(review({ reviewRating: { '@type': 'Rating', ...given } }))
    expect(checked.valid).toBe(false)
    expect(told(review({ reviewRating: { '@type': 'Rating', ...given } }))).toContain(right[why])
  })

  it('a number must lie inside its scale', () => {
    const scale = fc.tuple(
      fc.constant(1),
      fc.integer({ min: 2, max: 100 }),
      fc.integer({ min: -5, max: 105 }),
    )
    fc.assert(
      fc.property(scale, fc.boolean(), ([worstRating, bestRating, ratingValue], asText) => {
        const given = { worstRating, bestRating, ratingValue: asText ? String(ratingValue) : ratingValue }
        const inside = ratingValue >= worstRating && ratingValue <= bestRating
        expect(check(review({ reviewRating: rating(given) })).valid).toBe(inside)
      }),
    )
  })
})

test.each<[string, Json, string[]]>([
  ['no claim', { claimReviewed: undefined }, ['error $.claimReviewed required']],
  ['an empty claim', { claimReviewed: '  ' }, ['error $.claimReviewed required']],
  ['a claim that is a number', { claimReviewed: 7 }, ['error $.claimReviewed notText']],
  ['a long claim', { claimReviewed: 'x'.repeat(76) }, ['warning $.claimReviewed claimLong']],
  ['75 characters of two units', { claimReviewed: '👍🏿'.repeat(75) }, []],
  ['no address', { url: undefined }, ['error $.url required']],
  ['a relative address', { url: '/bridge' }, ['error $.url urlInvalid']],
  ['another scheme', { url: 'javascript:alert(1)' }, ['error $.url urlInvalid']],
  ['a private address', { url: 'https://10.0.0.1/a' }, ['error $.url urlPrivate']],
  ['no rating', { reviewRating: undefined }, ['error $.reviewRating required']],
  ['a rating in text', { reviewRating: 'False' }, ['error $.reviewRating notObject']],
  ['no author', { author: undefined }, ['warning $.author recommended']],
  ['an author in text', { author: 'Test Newsroom' }, ['error $.author notObject']],
  [
    'an author with an address only',
    { author: { '@type': 'Organization', url: 'https://example.org' } },
    ['warning $.author.name recommended'],
  ],
  [
    'an author with neither name nor address',
    { author: { '@type': 'Organization', sameAs: 'https://example.org' } },
    ['error $.author.name required'],
  ],
  [
    'an author of another kind',
    { author: { '@type': 'Place', name: 'A', url: 'https://example.org' } },
    ['error $.author["@type"] typeWrong'],
  ],
  ['no day', { datePublished: undefined }, ['warning $.datePublished recommended']],
  ['a day that is none', { datePublished: '2023-02-29' }, ['error $.datePublished dateInvalid']],
  ['a day as people write it', { datePublished: '10/03/2024' }, ['error $.datePublished dateInvalid']],
  ['no speaker', { itemReviewed: undefined }, ['warning $.itemReviewed recommended']],
  ['another vocabulary', { '@context': 'https://example.org' }, ['error $["@context"] contextMissing']],
  ['an unknown language', { inLanguage: 'Arabic!' }, ['warning $.inLanguage languageUnknown']],
])('%s', (_name, fields, problems) => expect(told(review(fields))).toEqual(problems))

it('the newsroom’s own statement is reported', () => {
  const itemReviewed = {
    ...(review().itemReviewed as Json),
    author: { '@type': 'Person', name: 'Test Newsroom' },
  }
  expect(told(review({ itemReviewed }))).toEqual(['warning $.itemReviewed.author.name ownSpeaker'])
})

it('the address must belong to the page with the markup', () => {
  expect(told(review(), 'https://other.example.org/bridge')).toEqual(['error $.url urlOtherHost'])
  expect(told(review(), 'http://NEWS.example.org:80/else')).toEqual([])
})

/** Shapes that fact-checkers publish and Google reads. */
describe('published shapes', () => {
  const claim = (fields: Json): Json => ({ itemReviewed: { ...(review().itemReviewed as Json), ...fields } })
  const words = { '@type': 'Rating', alternateName: 'Mostly false' }
  const speaker = { '@type': 'Person', name: 'Dana Ospanova' }
  const scale = { ratingValue: '2', bestRating: '6', worstRating: '1' }
  const us = { '@type': 'Organization', name: 'Test Newsroom' }
  const inline = {
    '@type': 'CreativeWork',
    headline: 'A speech',
    datePublished: '2024-03-10',
    author: speaker,
  }

  test.each<[string, Json]>([
    ['no author', { author: undefined }],
    ['an author with an address only', { author: { '@type': 'Organization', url: 'https://example.org/' } }],
    ['several authors', { author: [us, { ...speaker, '@type': ['Person'] }] }],
    ['an author without a type', { author: { name: 'Test Newsroom' } }],
    ['an author with a bad address beside the name', { author: { ...us, url: 'example.org' } }],
    ['a time after a blank', { datePublished: '2021-01-05 05:00' }],
    ['a time and a zone after blanks', { datePublished: '2021-01-05 05:00:00 +0300' }],
    ['slashes with the year first', { datePublished: '2021/1/5' }],
    ['the basic format', { datePublished: '20210105' }],
    ['a date of a mail', { datePublished: 'Tue, 05 Jan 2021 05:00:00 GMT' }],
    ['a month by name', { datePublished: 'January 5, 2021' }],
    ['a rating in words only', { reviewRating: words }],
    ['a rating by name', { reviewRating: { '@type': 'Rating', name: 'Mostly false', ratingValue: 2 } }],
    ['a rating of numbers in text', { reviewRating: { ...words, ...scale } }],
    ['a rating in a list', { reviewRating: [{ ...words, ...scale }] }],
    ['a rating of several types', { reviewRating: { ...words, '@type': ['Rating', 'Thing'] } }],
    ['an appearance described in line', claim({ appearance: inline })],
    ['a first appearance described in line', claim({ firstAppearance: inline })],
    ['several appearances', claim({ appearance: ['https://example.org/a', inline] })],
    ['an appearance without a web address', claim({ appearance: 'Parliament, on television' })],
    ['a claim nobody is named for', claim({ author: undefined })],
    ['several speakers', claim({ author: [speaker, us] })],
    ['the older shape', { itemReviewed: { '@type': 'CreativeWork', author: speaker } }],
    ['the statement as a post', { itemReviewed: { '@type': 'SocialMediaPosting', author: speaker } }],
    ['several claims', { itemReviewed: [claim({}).itemReviewed, { '@type': 'Claim', author: us }] }],
    ['a claim in text', { itemReviewed: 'Dana Ospanova' }],
    ['an address on a subdomain', { url: 'https://checks.news.example.org/bridge' }],
    ['an address without www', { url: 'https://news.example.org./bridge' }],
    ['the context with www', { '@context': 'http://www.schema.org/' }],
    ['a list of contexts', { '@context': ['https://schema.org', { '@language': 'en' }] }],
    ['several types', { '@type': ['Review', 'ClaimReview'] }],
  ])('valid: %s', (_name, fields) => {
    expect(
      told(review(fields), 'https://www.news.example.org/bridge').filter((one) => one.startsWith('error')),
    ).toEqual([])
  })

  const wrongWords = { '@type': 'Rating', ratingValue: 2, bestRating: 5, worstRating: 1 }
  test.each<[string, Json, string]>([
    ['a scale below 1', { reviewRating: rating({ worstRating: 0 }) }, '$.reviewRating.worstRating'],
    [
      'a scale of minus ones',
      { reviewRating: { ...words, ratingValue: '-1', bestRating: '-1', worstRating: '-1' } },
      '$.reviewRating.worstRating',
    ],
    ['a fraction below 1', { reviewRating: rating({ worstRating: 0.5 }) }, '$.reviewRating.worstRating'],
    [
      'a speaker without a name',
      claim({ author: { '@type': 'Person', url: 'https://example.org' } }),
      '$.itemReviewed.author.name',
    ],
    ['an empty name', claim({ author: { '@type': 'Person', name: ' ' } }), '$.itemReviewed.author.name'],
    [
      'the second speaker without a name',
      claim({ author: [speaker, { '@type': 'Organization' }] }),
      '$.itemReviewed.author[1].name',
    ],
    [
      'a nameless author of the older shape',
      { itemReviewed: { '@type': 'CreativeWork', author: { '@type': 'Person' } } },
      '$.itemReviewed.author.name',
    ],
    ['no words at all', { reviewRating: wrongWords }, '$.reviewRating.alternateName'],
    ['a name that is a figure', { reviewRating: { ...wrongWords, name: '2/5' } }, '$.reviewRating.name'],
    [
      'an author with a private address only',
      { author: { '@type': 'Organization', url: 'http://10.0.0.1/' } },
      '$.author.url',
    ],
    ['the second author with nothing', { author: [us, { '@type': 'Organization' }] }, '$.author[1].name'],
    ['another domain that ends alike', { url: 'https://fakenews.example.org/bridge' }, '$.url'],
    ['a day that may be two', { datePublished: '05/01/2021 05:00' }, '$.datePublished'],
    ['a day that is none, loosely written', { datePublished: 'February 30, 2021' }, '$.datePublished'],
  ])('wrong: %s', (_name, fields, path) => {
    const errors = told(review(fields), 'https://news.example.org/bridge').filter((one) =>
      one.startsWith('error'),
    )
    expect(errors.map((one) => one.split(' ')[1])).toEqual([path])
  })
})

test.each([
  ['2021-01-05 05:00', true],
  ['2021-01-05t05:00:00z', true],
  ['2021.1.5', true],
  ['20240229', true],
  ['5 January 2021', true],
  ['Jan. 5, 2021 3:04 PM', true],
  [' 2021-01-05 ', true],
  ['20230229', false],
  ['2021-13-05 05:00', false],
  ['2021-01-05 25:00', false],
  ['5.1.2021', false],
  ['01-05-2021', false],
  ['5 Foo 2021', false],
  ['yesterday', false],
])('%s can be read as a day: %s', (text, right) => expect(isReadableDate(text)).toBe(right))

describe('several reviews in one page', () => {
  const at = (url: string) => review({ url })
  const general = (...urls: string[]) =>
    check(urls.map(at)).problems.map(({ severity, key, params }) => [severity, key, params])

  it('are valid, with a warning that names the ids the page needs', () => {
    const urls = [
      'https://example.org/a#claim-1',
      'https://example.org/a#%D8%A3',
      'https://example.org/a#claim-1',
    ]
    expect(check(urls.map(at)).valid).toBe(true)
    expect(general(...urls)).toEqual([
      ['warning', 'severalReviews', { count: 3, anchors: 2, ids: 'claim-1, أ' }],
      ['warning', 'sharedAddress', { address: 'https://example.org/a#claim-1' }],
    ])
  })

  it('need places at all', () => {
    expect(general('https://example.org/a', 'https://example.org/b')).toEqual([
      ['warning', 'severalReviews', { count: 2, anchors: 0, ids: '' }],
    ])
    expect(general('https://example.org/a#x')).toEqual([])
  })

  it('count over all scripts of a page', () => {
    const script = (url: string) => `<script type="application/ld+json">${JSON.stringify(at(url))}</script>`
    const page = script('https://example.org/a#one') + script('https://example.org/a#%zz')
    expect(check(page).problems).toMatchObject([{ key: 'severalReviews', params: { ids: 'one, %zz' } }])
  })
})

describe('finding reviews', () => {
  it('works in a list, in a graph, inside an article, and through references', () => {
    const { '@context': _context, ...bare } = review()
    expect(check([review(), review()]).reviews.map(({ path }) => path)).toEqual(['$[0]', '$[1]'])
    const graph = {
      '@context': { '@vocab': 'http://schema.org/' },
      '@graph': [
        { '@type': 'Organization', '@id': '#us', name: 'Test Newsroom', url: 'https://news.example.org' },
        { ...bare, '@type': ['ClaimReview', 'Review'], author: { '@id': '#us' } },
      ],
    }
    expect(check(graph)).toMatchObject({ valid: true, reviews: [{ path: '$["@graph"][1]', problems: [] }] })
    const article = { '@context': 'https://schema.org', '@type': 'NewsArticle', review: [bare] }
    expect(check(article)).toMatchObject({ valid: true, reviews: [{ path: '$.review[0]' }] })
    expect(told(bare)).toEqual(['error $["@context"] contextMissing'])
    expect(told({ ...bare, '@type': 'https://schema.org/ClaimReview' })).toEqual([])
  })

  it('in the scripts of a page tells the number of each script', () => {
    const page = `\ufeff<!doctype html><html><head>
      <script>var a = '{"@type":"ClaimReview"}'</script>
      <SCRIPT type='application/ld+json; charset=utf-8'>{broken</SCRIPT>
      <script type="application/ld+json">${JSON.stringify(review())}</script>
      </head><body><p>ClaimReview</p></body></html>`
    const checked = check(page)
    expect(checked.problems).toMatchObject([{ block: 1, key: 'notJson' }])
    expect(checked.reviews).toMatchObject([{ block: 2, valid: true }])
    expect(checked.valid).toBe(false)
  })

  test.each([
    ['nothing of the kind', { '@context': 'https://schema.org', '@type': 'NewsArticle' }, 'noReview'],
    ['a page without JSON-LD', '<p itemtype="https://schema.org/ClaimReview">x</p>', 'noReview'],
    ['no JSON', 'ClaimReview', 'notJson'],
    ['a page nested without end', '<b>'.repeat(100_000), 'tooDeep'],
    ['a list of nothings', `[${'{},'.repeat(100_000)}{}]`, 'tooMuchJson'],
    ['brackets without end', '['.repeat(200_000), 'tooMuchJson'],
    [
      'scripts of nothings',
      `<script type="application/ld+json">[${'0,'.repeat(4_000)}0]</script>`.repeat(5),
      'tooMuchJson',
    ],
    ['JSON nested without end', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 'tooMuchJson'],
  ])('%s', (_name, given, key) => {
    expect(check(given)).toMatchObject({ valid: false, reviews: [], problems: [{ key }] })
  })

  it('stops at a limit and says so', () => {
    const checked = check(Array.from({ length: REVIEWS_MAX + 1 }, () => review()))
    expect(checked.reviews).toHaveLength(REVIEWS_MAX)
    expect(checked.problems).toMatchObject([{ key: 'tooManyReviews', params: { found: REVIEWS_MAX + 1 } }])
  })
})

it('validation answers whatever the input is', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('author', 'url', 'reviewRating', 'itemReviewed'),
      (value, name) => {
        const checked = check(review({ [name]: value }))
        expect(checked.reviews).toHaveLength(1)
        expect(checked.valid).toBe(
          checked.reviews[0]?.problems.every(({ severity }) => severity === 'warning'),
        )
      },
    ),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(check(text).valid).toBe(false)
    }),
  )
})

test.each([
  ['2024', true],
  ['2024-02', true],
  ['2024-02-29', true],
  ['2024-02-29T23:59', true],
  ['2024-02-29T23:59:60.5Z', true],
  ['2024-02-29T10:00:00+0300', true],
  ['2024-13', false],
  ['2024-02-30', false],
  ['2024-02-29T24:30', false],
  ['2024-02-29 10:00', false],
  ['٢٠٢٤-٠٢-٢٩', false],
  ['20240229', false],
])('%s as a date: %s', (text, right) => expect(isIsoDate(text)).toBe(right))

it('markup of 500 kB is accepted and one byte more is refused', () => {
  const parse = (markup: string) => validateMarkupSchema.safeParse({ markup }).error?.issues[0]?.message
  expect(parse('x'.repeat(MARKUP_MAX))).toBeUndefined()
  expect(parse('x'.repeat(MARKUP_MAX + 1))).toBe('markupTooLarge')
  expect(parse('ض'.repeat(MARKUP_MAX / 2 + 1))).toBe('markupTooLarge')
  expect(parse(' \n')).toBe('required')
})
