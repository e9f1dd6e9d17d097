import { Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EARLY_SCRIPT } from './listen'
import { makeQueue } from './queue'

type Field = { name: string; form: string }

const FORGET = 30_000
const queue = () => makeQueue<Field, string, string>(FORGET)
const field = (name: string, form = 'form') => ({ name, form })
const all = () => true
const none = () => false
const formOf = ({ form }: Field) => form

describe('the queue', () => {
  it('keeps the last value of a field and gives it once', () => {
    const held = queue()
    const email = field('email')
    held.type(email, 'a')
    held.type(email, 'ab')
    expect(held.takeFields(none, none)).toEqual([])
    expect(held.takeFields(all, none)).toEqual([[email, 'ab']])
    expect(held.takeFields(all, none)).toEqual([])
  })

  it('keeps the last press of a form and returns the one it replaces', () => {
    const held = queue()
    expect(held.press('form', 'verified', 0)).toBeNull()
    expect(held.press('other', 'make a token', 1)).toBeNull()
    expect(held.press('form', 'disputed', 2)).toBe('verified')
    expect(held.takePresses(3, all, formOf)).toEqual({ due: ['make a token', 'disputed'], forgotten: [] })
    expect(held.takePresses(4, all, formOf)).toEqual({ due: [], forgotten: [] })
  })

  it('presses no button until each field of its form has its words', () => {
    const held = queue()
    held.type(field('finding'), 'it opened in 1931')
    held.type(field('name', 'other'), 'elsewhere')
    held.press('form', 'save', 0)
    expect(held.takePresses(1, all, formOf).due).toEqual([])
    held.takeFields(({ form }) => form === 'form', none)
    expect(held.takePresses(2, all, formOf).due).toEqual(['save'])
  })

  it('waits for both the button and its form', () => {
    const held = queue()
    held.press('form', 'save', 0)
    expect(held.takePresses(1, (one) => one === 'save', formOf).due).toEqual([])
    expect(held.takePresses(1, (one) => one === 'form', formOf).due).toEqual([])
    expect(held.takePresses(1, all, formOf).due).toEqual(['save'])
  })

  it('forgets an old press even if its form listens at last', () => {
    const held = queue()
    held.press('form', 'save', 5)
    expect(held.takePresses(5 + FORGET, all, formOf)).toEqual({ due: [], forgotten: ['save'] })
    expect(held.takePresses(6 + FORGET, all, formOf)).toEqual({ due: [], forgotten: [] })
  })

  it('drops the words of a removed field and no longer waits for them', () => {
    const held = queue()
    held.type(field('gone'), 'words')
    held.press('form', 'save', 0)
    expect(held.takeFields(none, all)).toEqual([])
    expect(held.takePresses(1, all, formOf).due).toEqual(['save'])
  })

  it('does not replay words that the field has already received', () => {
    const held = queue()
    const finding = field('finding')
    held.type(finding, 'words')
    held.forget(finding)
    expect(held.takeFields(all, none)).toEqual([])
  })
})

const FIELDS = ['a', 'b', 'c', 'd'].map((name, index) => field(name, index < 2 ? 'one' : 'two'))
const step = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), field: fc.constantFrom(...FIELDS), value: fc.string() }),
  fc.record({
    kind: fc.constant('press' as const),
    scope: fc.constantFrom('one', 'two'),
    target: fc.constantFrom('save', 'drop'),
    after: fc.integer({ min: 0, max: FORGET }),
  }),
  fc.record({ kind: fc.constant('listen' as const), one: fc.constantFrom<unknown>(...FIELDS, 'one', 'two') }),
  fc.record({ kind: fc.constant('give' as const), after: fc.integer({ min: 0, max: FORGET }) }),
)

describe('after any actions in any order', () => {
  it('each last value is replayed once, and each last press at most once, after the words and in time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const held = queue()
        const listening = new Set<unknown>(['save', 'drop'])
        const values = new Map<Field, string>()
        const presses = new Map<string, { target: string; at: number }>()
        let now = 0
        const give = () => {
          for (const [one, value] of held.takeFields((one) => listening.has(one), none)) {
            expect(values.get(one)).toBe(value)
            values.delete(one)
          }
          for (const one of values.keys()) expect(listening.has(one)).toBe(false)
          const old = [...presses].filter(([, { at }]) => now - at >= FORGET).map(([scope]) => scope)
          const due = [...presses.keys()].filter(
            (scope) =>
              !old.includes(scope) &&
              listening.has(scope) &&
              ![...values.keys()].some(({ form }) => form === scope),
          )
          const targets = (scopes: string[]) => scopes.map((scope) => presses.get(scope)?.target)
          const taken = held.takePresses(now, (one) => listening.has(one), formOf)
          expect(taken).toEqual({ due: targets(due), forgotten: targets(old) })
          for (const scope of [...due, ...old]) presses.delete(scope)
        }
        for (const one of steps) {
          if (one.kind === 'type') {
            held.type(one.field, one.value)
            values.set(one.field, one.value)
          } else if (one.kind === 'press') {
            now += one.after
            held.press(one.scope, one.target, now)
            presses.delete(one.scope)
            presses.set(one.scope, { target: one.target, at: now })
          } else if (one.kind === 'listen') listening.add(one.one)
          else {
            now += one.after
            give()
          }
        }
        for (const one of FIELDS) listening.add(one)
        give()
        expect(values.size).toBe(0)
      }),
    )
  })
})

describe('the script of the page', () => {
  it('is a single expression that does not close the script element', () => {
    expect(() => new Script(EARLY_SCRIPT)).not.toThrow()
    expect(EARLY_SCRIPT).not.toMatch(/<\/script|<!--/i)
  })
})
