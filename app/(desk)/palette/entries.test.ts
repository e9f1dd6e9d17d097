import { describe, expect, it } from 'vitest'
import type { Found } from '@/domain/palette/shape'
import { actionsFor, entriesFor, withRecent, type Entry, type NamedAction } from './entries'

const ACTIONS: NamedAction[] = [
  { id: 'new', names: ['New article', 'مقال جديد'], href: '/articles/new' },
  { id: 'corrections', names: ['Corrections desk', 'مكتب التصويبات'], href: '/corrections-desk' },
  { id: 'signOut', names: ['Sign out', 'تسجيل الخروج'], runs: 'signOut' },
]
const CLAIM: Found = {
  kind: 'claim',
  id: 'c1',
  label: 'The bridge opened',
  language: 'en',
  number: 12,
  article: { id: 'a1', title: 'Bridge', language: 'en' },
}
const ids = (entries: Entry[]) => entries.map(({ id }) => id)
const known = { actions: ACTIONS, recent: [], found: [], checked: 'Was this checked?' }

describe('an action', () => {
  it.each([
    ['new art', 'action:new'],
    ['ARTICLE', 'action:new'],
    ['جديد', 'action:new'],
    ['تصويبات', 'action:corrections'],
    ['التصويبات', 'action:corrections'],
    ['الخروج', 'action:signOut'],
    ['خروج', 'action:signOut'],
    ['تسجيل الخُروج', 'action:signOut'],
    ['out', 'action:signOut'],
  ])('is found by “%s”', (typed, id) => {
    expect(ids(actionsFor(ACTIONS, typed))).toEqual([id])
  })

  it('is not found by the middle of a word, nor by words of two languages together', () => {
    expect(actionsFor(ACTIONS, 'rticle')).toEqual([])
    expect(actionsFor(ACTIONS, 'new جديد')).toEqual([])
  })

  it('has the name of the reader’s language, however it was found', () => {
    expect(actionsFor(ACTIONS, 'خروج')[0]?.label).toBe('Sign out')
  })
})

describe('the lines of the palette', () => {
  it('are the recent ones and all actions before anything is typed', () => {
    const recent = withRecent([], { id: 'claim:c1', group: 'claim', label: 'The bridge', href: '/x' })
    const lines = entriesFor('  ', { ...known, recent })
    expect(ids(lines)).toEqual(['claim:c1', 'action:new', 'action:corrections', 'action:signOut'])
    expect(lines[0]?.group).toBe('recent')
  })

  it('come group by group, and any words can be looked up as a statement, last', () => {
    const found: Found[] = [{ kind: 'article', id: 'a1', label: 'New bridge' }, CLAIM]
    const lines = entriesFor('new', { ...known, found })
    expect(ids(lines)).toEqual(['claim:c1', 'article:a1', 'action:new', 'action:checked'])
    expect(lines[0]).toMatchObject({
      href: '/articles/a1/claims/12',
      hint: { number: 12, text: 'Bridge' },
    })
    expect(lines.at(-1)).toMatchObject({ href: '/claims/similar?text=new' })
  })

  it('name nothing found for other words while the desk is looking', () => {
    expect(ids(entriesFor('bridge', { ...known, found: null }))).toEqual(['action:checked'])
  })
})

describe('recent entries', () => {
  const entry = (id: string): Entry => ({ id, group: 'article', label: id, href: `/${id}` })

  it('are the newest first, each once, and no more than six', () => {
    let recent: Entry[] = []
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) recent = withRecent(recent, entry(id))
    expect(ids(recent)).toEqual(['b', 'g', 'f', 'e', 'd', 'c'])
  })

  it('keep no actions', () => {
    expect(withRecent([], { id: 'action:new', group: 'action', label: 'New', href: '/n' })).toEqual([])
  })
})
