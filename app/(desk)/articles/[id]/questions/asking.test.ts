import { expect, it } from 'vitest'
import { askedOf, askingOf, emptyAsking } from './asking'

const article = { byline: 'Rana Saber', language: 'ar-EG' }

it('begins with the writer of the article, in the language of the article', () => {
  expect(emptyAsking(article, ['a'])).toMatchObject({ kind: 'writer', name: 'Rana Saber', language: 'ar' })
  expect(emptyAsking({ ...article, language: 'fr' }, [])).toMatchObject({ language: 'en', claims: [] })
})

it('keeps a typed name when the kind changes, and puts the byline only to the writer', () => {
  const asking = emptyAsking(article, [])
  expect(askingOf('expert', asking, article.byline)).toEqual({ kind: 'expert', name: '' })
  expect(askingOf('writer', { ...asking, kind: 'expert', name: '' }, article.byline)).toEqual({
    kind: 'writer',
    name: 'Rana Saber',
  })
  expect(askingOf('expert', { ...asking, name: 'Odai' }, article.byline)).toEqual({ kind: 'expert' })
  expect(askingOf('writer', asking, article.byline)).toEqual({})
})

it('is sent with the end of its address, and a due time on the clock of the newsroom', () => {
  const asking = { ...emptyAsking(article, ['a']), dueAt: '2026-12-01T18:00', days: 3 }
  const sent = askedOf(asking, 'Asia/Almaty', new Date('2026-11-30T10:00:00Z'))
  expect(sent).toMatchObject({ dueAt: '2026-12-01T13:00:00.000Z', expiresAt: '2026-12-03T10:00:00.000Z' })
  const [once, again] = ['10:12:03', '10:58:59'].map((time) =>
    askedOf(asking, 'UTC', new Date(`2026-11-30T${time}Z`)),
  )
  expect(again).toEqual(once)
  expect(askedOf({ ...asking, dueAt: '' }, 'UTC', new Date()).dueAt).toBeNull()
  expect(askedOf({ ...asking, dueAt: 'soon' }, 'UTC', new Date()).dueAt).toBe('soon')
})
