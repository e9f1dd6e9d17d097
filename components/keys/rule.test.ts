import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCase } from '@/tests/cases/load'
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
const free: Situation = { editing: false, covered: false, off: false, leaving: false }
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
    // Arabic 101 and Persian: Shift and the key of the slash; Arabic 101: the key of the slash alone.
    [{ key: '؟', code: 'Slash' }, '?'],
    [{ key: '؟', code: 'Digit7' }, '?'],
    [{ key: 'ظ', code: 'Slash' }, '/'],
    // French: Shift and comma, Shift and colon. German: Shift and ß, Shift and 7.
    [{ key: '?', code: 'KeyM' }, '?'],
    [{ key: '/', code: 'Period' }, '/'],
    [{ key: '?', code: 'Minus' }, '?'],
    [{ key: '/', code: 'Digit7' }, '/'],
    // Japanese, Armenian.
    [{ key: '՞', code: 'Digit1' }, '?'],
    [{ key: '？', code: 'Slash' }, '?'],
    [{ key: 'j', code: 'KeyJ', repeat: true }, 'j'],
  ])('%j', (down, name) => expect(rule(down)).toEqual({ is: 'command', name }))
})

type Arabic = { rows: { key: string; code: string; right: string }[] }
/** What each command does, in the words of the case. */
const MEANT: Record<string, string> = { '/': 'search field', '?': 'list of keys', c: 'starts a claim' }
test.each(loadCase<Arabic>('N19_arabic_keyboard').rows)(
  'an Arabic keyboard sends $key, which $right',
  ({ key, code, right }) => {
    const letter = letterOf({ key, code })
    expect(right).toContain(MEANT[letter] ?? letter)
  },
)

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
    // Letters of Latin layouts are what they are, wherever they lie: é of French Canada, ß, ö, - of Germany.
    [{ key: 'é', code: 'Slash' }],
    [{ key: 'ö', code: 'KeyV' }],
    [{ key: 'ß', code: 'KeyD' }],
    [{ key: '-', code: 'Slash' }],
    [{ key: '÷', code: 'Slash' }],
  ])('%j', (down) => expect(rule(down)).toEqual({ is: 'nothing' }))

  test.each([[{ editing: true }], [{ covered: true }], [{ off: true }]])('where %j', (now) =>
    expect(rule({}, now)).toEqual({ is: 'nothing' }),
  )
})

test.each([[{}], [{ off: true }], [{ leaving: true }]])('Escape leaves a field, also with %j', (now) => {
  const escape = { key: 'Escape', code: 'Escape' }
  expect(rule(escape, { ...now, editing: true })).toEqual({ is: 'leave' })
  expect(rule(escape, { ...now, editing: true, covered: true })).toEqual({ is: 'nothing' })
  expect(rule({ ...escape, composing: true }, { ...now, editing: true })).toEqual({ is: 'nothing' })
  expect(rule({ ...escape, taken: true }, { ...now, editing: true })).toEqual({ is: 'nothing' })
})

test('a command that comes too early waits, except Escape', () => {
  expect(rule({}, { leaving: true })).toEqual({ is: 'wait', name: 'v' })
  expect(rule({ key: 'j', code: 'KeyJ', repeat: true }, { leaving: true })).toEqual({
    is: 'wait',
    name: 'j',
  })
  expect(rule({ key: 'Escape', code: 'Escape' }, { leaving: true })).toEqual({
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
  leaving: fc.boolean(),
})

test('a key that could be text is never a command, and only Escape acts during an action', () => {
  fc.assert(
    fc.property(anyDown, anySituation, (down, now) => {
      const ruling = ruleOn(down, now, commands)
      if (now.editing || now.covered || now.off || down.composing || down.ctrl || down.meta || down.alt)
        expect(['nothing', 'leave']).toContain(ruling.is)
      if (ruling.is === 'leave') expect([now.editing, down.key]).toEqual([true, 'Escape'])
      if (now.leaving && ruling.is === 'command') expect(ruling.name).toBe('Escape')
      if ('name' in ruling) expect(ruling.name).toBe(letterOf(down))
    }),
    { seed: 29, numRuns: 2000 },
  )
})

test('an action under way changes whether a command acts, but never which one it is', () => {
  fc.assert(
    fc.property(anyDown, anySituation, (down, now) => {
      const [early, free] = [true, false].map((leaving) => ruleOn(down, { ...now, leaving }, commands))
      expect(early?.is === 'nothing').toBe(free?.is === 'nothing')
      if (early && free && 'name' in early && 'name' in free) expect(early.name).toBe(free.name)
    }),
    { seed: 30, numRuns: 1000 },
  )
})
