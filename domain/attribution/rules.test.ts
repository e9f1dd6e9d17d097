import { expect, it, test } from 'vitest'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import {
  brokenAttribution,
  isInWords,
  NO_ATTRIBUTION,
  RATINGS,
  ratingByStatus,
  ratingFits,
  scaleName,
} from './rules'
import { attributeClaimSchema } from './schema'
import { loadCase } from '@/tests/cases/load'
import { newId } from '@/services/ids'

it('verified allows ratings 4 and 5, disputed 1 to 3, and each has a default', () => {
  const fitting = CLAIM_STATUSES.map((status) => RATINGS.filter((rating) => ratingFits(status, rating)))
  expect(fitting).toEqual([
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
    [1, 2, 3],
    [4, 5],
  ])
  expect(CLAIM_STATUSES.map(ratingByStatus)).toEqual([null, null, 1, 5])
})

it('every step of the scale has a name in English and Arabic, for any region or script', () => {
  for (const language of ['en', 'ar', 'en-GB', 'ar-Latn-EG'])
    for (const rating of RATINGS) expect(isInWords(scaleName(rating, language) ?? '')).toBe(true)
  expect(scaleName(2, 'ar')).toBe('خاطئ في معظمه')
  for (const language of ['fr', 'arz', 'constructor', '']) expect(scaleName(2, language)).toBeNull()
  expect(scaleName(0, 'en')).toBeNull()
})

test.each([
  ['False', true],
  ['صحيح', true],
  ['假', true],
  ['2', false],
  ['٢/٥', false],
  ['★★', false],
])('%s is a name in words: %s', (name, right) => expect(isInWords(name)).toBe(right))

it('a rating needs a name in the article’s language and must agree with the verdict', () => {
  const of = (fields: object, status: 'verified' | 'disputed' | 'unreviewed', language = 'en') =>
    brokenAttribution({ ...NO_ATTRIBUTION, speaker: 'Dana', ...fields }, { status, language })
  expect(of({ rating: 5 }, 'disputed')).toEqual({ path: 'rating', key: 'ratingAgainstVerdict' })
  expect(of({ rating: 3 }, 'verified')).toEqual({ path: 'rating', key: 'ratingAgainstVerdict' })
  expect(of({ rating: 3 }, 'unreviewed')).toBeNull()
  expect(of({ rating: 3 }, 'disputed', 'fr')).toEqual({ path: 'ratingName', key: 'ratingNeedsWords' })
  expect(of({ rating: 3, ratingName: 'Mitigé' }, 'disputed', 'fr')).toBeNull()
  expect(of({ ratingName: '3/5' }, 'disputed')).toEqual({ path: 'ratingName', key: 'ratingNotInWords' })
  expect(of({}, 'disputed', 'fr')).toBeNull()
})

it('a date is stored as given, in any digits, and an invalid date is refused (C29)', () => {
  const parse = (saidOn: string) =>
    attributeClaimSchema.safeParse({ id: newId(), version: 1, speaker: 'Dana', saidOn })
  const { dates, refuse } = loadCase<{ dates: { in: string }[]; refuse: string[] }>('C29_date_only')
  for (const { in: day } of dates) expect(parse(day).data?.saidOn).toBe(day)
  expect(parse('٢٠٢٤-٠٣-١٠').data?.saidOn).toBe('2024-03-10')
  for (const day of refuse)
    expect(parse(day).error?.issues).toMatchObject([{ path: ['saidOn'], message: 'notADay' }])
})
