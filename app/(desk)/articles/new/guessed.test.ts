import { expect, it } from 'vitest'
import { EMPTY, toInput, type Fields, type Form } from './brought'
import { guessesOf, shownGuesses, withoutTitleLine, withText } from './guessed'

const TEXT = 'Ferries turn electric\n\nThe first of them left the quay on Monday.'
const ARABIC = 'سوق جديدة للتمور\n\nافتتحت البلدية سوقًا على مساحة واسعة.'

const form = (fields: Partial<Fields> = {}): Form => ({ fields: { ...EMPTY, ...fields }, brought: null })
const pasted = (before: Form, text: string): Form => ({
  ...before,
  fields: { ...before.fields, ...withText(before, text) },
})

it('a pasted text gives its title and its language', () => {
  const { fields } = pasted(form(), TEXT)
  expect(fields).toMatchObject({ title: 'Ferries turn electric', language: 'en', text: TEXT })
  expect(shownGuesses(pasted(form(), TEXT))).toEqual({ title: true, language: true })
  expect(pasted(form(), ARABIC).fields).toMatchObject({ title: 'سوق جديدة للتمور', language: 'ar' })
})

it('a guess follows the text, and never replaces what was typed', () => {
  expect(pasted(pasted(form(), TEXT), ARABIC).fields).toMatchObject({
    language: 'ar',
    title: 'سوق جديدة للتمور',
  })
  const typed = pasted(form({ title: 'My title', language: 'fr' }), TEXT)
  expect(typed.fields).toMatchObject({ title: 'My title', language: 'fr' })
  expect(shownGuesses(typed)).toEqual({ title: false, language: false })
  const changed = form({ ...pasted(form(), TEXT).fields, title: 'Another title' })
  expect(pasted(changed, ARABIC).fields).toMatchObject({ title: 'Another title', language: 'ar' })
})

it('a text without a title or a language gives none', () => {
  expect(pasted(form(), '12 345').fields).toMatchObject({ title: '', language: '' })
  expect(pasted(pasted(form(), TEXT), '').fields).toMatchObject({ title: '', language: '' })
})

it('front matter tells instead', () => {
  const { fields } = pasted(form(), '---\ntitle: Known\nlanguage: ar\n---\n\nThe text of it.')
  expect(fields).toMatchObject({ markdown: true, title: '', language: '' })
  expect(guessesOf(form({ markdown: true, text: TEXT }))).toMatchObject({ title: '', language: '' })
})

it('the line that became the title leaves the text, unless another title was typed', () => {
  const about = { requestKey: 'k', zone: 'UTC' }
  expect(toInput(withoutTitleLine(pasted(form(), TEXT)), about)).toMatchObject({
    title: 'Ferries turn electric',
    language: 'en',
    text: 'The first of them left the quay on Monday.',
  })
  expect(toInput(withoutTitleLine(pasted(form({ title: 'My title' }), TEXT)), about)).toMatchObject({
    title: 'My title',
    text: TEXT,
  })
})
