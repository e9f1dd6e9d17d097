import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/user/policy'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { saveView } from '@/domain/view/commands'
import { findByName } from './queries'

let editor: Actor
beforeAll(async () => {
  editor = (await makeUser()).actor
})

const letters = () => unique().replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
const of = async (kind: string, asked: Parameters<typeof findByName>[1]) =>
  (await findByName(editor, asked)).filter((one) => one.kind === kind)

describe('finding by name', () => {
  it('finds an article in another spelling of its title', async () => {
    const mark = letters()
    const { id } = await makeArticle(editor, { title: `الدبلوماسية الهادئة ${mark}`, language: 'ar' })
    expect(await of('article', { q: `الدبلوماسيه ${mark.toUpperCase()}` })).toMatchObject([
      { id, language: 'ar' },
    ])
  })

  it('finds a claim by its number and words of its article, in Arabic figures too', async () => {
    const mark = letters()
    const { id, title } = await makeArticle(editor, { title: `Ferry ${mark}` })
    for (const q of [`${mark} 2`, `C-2 ${mark}`, `ادعاء ٢ ${mark}`])
      expect(await of('claim', { q })).toMatchObject([{ number: 2, article: { id, title } }])
    expect(await of('claim', { q: `${mark} 3` })).toEqual([])
  })

  it('puts the claim of the article on the screen first', async () => {
    const older = await makeArticle(editor)
    await makeArticle(editor)
    const [first] = await of('claim', { q: '1', article: older.id })
    expect(first?.article?.id).toBe(older.id)
  })

  it('finds a claim by its words, and a person by a part of the name', async () => {
    const mark = letters()
    const text = `The ${mark} tunnel opened in 1951.`
    await makeArticle(editor, { text, claims: [{ quote: text.slice(0, -1) }] })
    expect(await of('claim', { q: `${mark} tunnel` })).toMatchObject([{ label: text.slice(0, -1) }])
    const { actor } = await makeUser({ role: 'checker', name: `أحمد ${mark}` })
    expect(await of('person', { q: `احمد ${mark}` })).toMatchObject([{ id: actor.id }])
  })

  it('finds one’s own views and shared ones, and nobody else’s', async () => {
    const mark = letters()
    const other = (await makeUser()).actor
    const view = (name: string, shared: boolean) =>
      saveView(other, { list: 'claims', name: `${name} ${mark}`, query: 'due=overdue', shared })
    await view('Theirs', false)
    await view('متأخرة', true)
    await saveView(editor, { list: 'articles', name: `Mine ${mark}`, query: '', shared: false })
    expect((await of('view', { q: mark })).map(({ label, address }) => [label, address])).toEqual([
      [`Mine ${mark}`, '/articles'],
      [`متأخرة ${mark}`, '/claims?due=overdue'],
    ])
  })

  it('names nobody who takes no work, and nothing when nothing was typed', async () => {
    const mark = letters()
    await makeUser({ role: 'viewer', name: `Vera ${mark}` })
    expect(await of('person', { q: mark })).toEqual([])
    expect(await findByName(editor, { q: '  ' })).toEqual([])
  })
})
