import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayVerify, NO_FORM, openForm, type FormEvent } from './open-form'

const after = (...events: FormEvent[]) => events.reduce(openForm, NO_FORM)
const opened: FormEvent = { kind: 'shown', form: 'new', awaited: true }
const sent: FormEvent = { kind: 'sending', sending: true }

test('a claim waits for its source until it is saved', () => {
  expect(after(opened)).toEqual({ form: 'new', awaited: true, sending: false })
  expect(mayVerify(after(opened, sent))).toBe('already')
  expect(after(opened, sent, { kind: 'closed' })).toEqual(NO_FORM)
})

test('another status chosen meanwhile wins over verified', () => {
  expect(after(opened, sent, { kind: 'forgone' })).toEqual({ form: 'new', awaited: false, sending: true })
})

test('a source that is being saved for another reason is waited for', () => {
  expect(mayVerify(after({ kind: 'shown', form: 'new' }, sent))).toBe('tooEarly')
  expect(mayVerify(after({ kind: 'shown', form: 'new' }, sent, { kind: 'sending', sending: false }))).toBe(
    'now',
  )
})

const anyEvent: fc.Arbitrary<FormEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('shown' as const),
    form: fc.constantFrom('new', 'a'),
    awaited: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('sending' as const), sending: fc.boolean() }),
  fc.constantFrom<FormEvent>({ kind: 'forgone' }, { kind: 'closed' }),
)

test('what is being saved never begins to verify the claim, and nothing is sent without a form', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, (events, last) => {
      const before = after(...events)
      const now = openForm(before, last)
      if (before.sending && now.sending) {
        expect(now.form).toBe(before.form)
        if (now.awaited) expect(before.awaited).toBe(true)
      }
      if (now.form === null) expect(now).toEqual(NO_FORM)
    }),
    { seed: 2200, numRuns: 1000 },
  )
})
