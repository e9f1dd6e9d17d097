import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterOf, ruleOn, type KeyDown, type Situation } from './rule'

const plain: KeyDown = {
  key: 'v',
  code: 'KeyV',
  ctrl: false,
  meta: false,
  alt: false,
  composing: false,
  repeat: false,
  taken: false,
}
const free: Situation = { editing: false, covered: false, off: false, underWay: false }
const COMMANDS = ['v', 'd', 'n', 'u', 't', 'j', '?', '/', 'Escape']
const commands = { has: (name: string) => COMMANDS.includes(name), goesOn: (name: string) => name === 'j' }
const rule = (down: Partial<KeyDown>, now: Partial<Situation> = {}) =>
  ruleOn({ ...plain, ...down }, { ...free, ...now }, commands)

describe('a key is a command', () => {
  test.each([
    [{ key: 'v' }, 'v'],
    [{ key: '?', code: 'Slash' }, '?'],
    [{ key: 'Escape', code: 'Escape' }, 'Escape'],
    [{ key: 'ر', code: 'KeyV' }, 'v'],
    [{ key: 'ت', code: 'KeyJ' }, 'j'],
    [{ key: 'м', code: 'KeyV' }, 'v'],
    [{ key: 'j', code: 'KeyJ', repeat: true }, 'j'],
  ])('%j', (down, name) => expect(rule(down)).toEqual({ is: 'command', name }))
})

describe('a key does nothing', () => {
  test.each([
    [{ ctrl: true }],
    [{ meta: true }],
    [{ alt: true }],
    [{ ctrl: true, alt: true, key: 'v' }],
    [{ composing: true }],
    [{ key: 'Process' }],
    [{ key: 'Dead' }],
    [{ key: 'Unidentified' }],
    [{ repeat: true }],
    [{ taken: true }],
    [{ key: 'V' }],
    [{ key: 'لا', code: 'KeyB' }],
    [{ key: 'Tab', code: 'Tab' }],
    [{ key: 'é', code: 'Digit2' }],
  ])('%j', (down) => expect(rule(down)).toEqual({ is: 'nothing' }))

  test.each([[{ editing: true }], [{ covered: true }], [{ off: true }]])('where %j', (now) =>
    expect(rule({}, now)).toEqual({ is: 'nothing' }),
  )
})

test('a command that comes too early waits, except Escape', () => {
  expect(rule({}, { underWay: true })).toEqual({ is: 'wait', name: 'v' })
  expect(rule({ key: 'j', code: 'KeyJ', repeat: true }, { underWay: true })).toEqual({
    is: 'wait',
    name: 'j',
  })
  expect(rule({ key: 'Escape', code: 'Escape' }, { underWay: true })).toEqual({
    is: 'command',
    name: 'Escape',
  })
})

const anyDown = fc.record({
  key: fc.oneof(fc.constantFrom(...COMMANDS, 'ر', 'Process', 'Dead', 'Enter'), fc.string({ maxLength: 2 })),
  code: fc.constantFrom('KeyV', 'KeyD', 'KeyT', 'Slash', 'Digit1', ''),
  ...Object.fromEntries(
    ['ctrl', 'meta', 'alt', 'composing', 'repeat', 'taken'].map((name) => [name, fc.boolean()]),
  ),
}) as fc.Arbitrary<KeyDown>
const anySituation = fc.record({
  editing: fc.boolean(),
  covered: fc.boolean(),
  off: fc.boolean(),
  underWay: fc.boolean(),
})

test('a key that could be text is never a command, and only Escape acts during an action', () => {
  fc.assert(
    fc.property(anyDown, anySituation, (down, now) => {
      const ruling = ruleOn(down, now, commands)
      if (now.editing || now.covered || now.off || down.composing || down.ctrl || down.meta || down.alt)
        expect(ruling.is).toBe('nothing')
      if (now.underWay && ruling.is === 'command') expect(ruling.name).toBe('Escape')
      if (ruling.is !== 'nothing') expect(ruling.name).toBe(letterOf(down))
    }),
    { seed: 29, numRuns: 2000 },
  )
})

test('an action under way changes whether a command acts, but never which one it is', () => {
  fc.assert(
    fc.property(anyDown, anySituation, (down, now) => {
      const [early, free] = [true, false].map((underWay) => ruleOn(down, { ...now, underWay }, commands))
      expect(early?.is === 'nothing').toBe(free?.is === 'nothing')
      if (early && free && early.is !== 'nothing' && free.is !== 'nothing') expect(early.name).toBe(free.name)
    }),
    { seed: 30, numRuns: 1000 },
  )
})
