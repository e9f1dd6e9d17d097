import { expect, it } from 'vitest'
import { fieldName, isTyped, partOf, partsIn, typedIn } from './answer-state'

const values = {
  [fieldName(0, 'claimId')]: 'a',
  [fieldName(0, 'verdict')]: 'wrong',
  [fieldName(0, 'text')]: '  no \n',
  [fieldName(1, 'claimId')]: '',
  [fieldName(1, 'url')]: ' ',
}

it('reads the parts of a form in their order, with empty fields as nothing', () => {
  expect(partsIn(values)).toEqual([
    { claimId: 'a', verdict: 'wrong', text: 'no', proposed: '', sourceTitle: '', url: null },
    { claimId: null, verdict: null, text: '', proposed: '', sourceTitle: '', url: null },
  ])
  expect(partsIn({})).toEqual([])
})

it('knows whether anything was typed about a part', () => {
  expect([0, 1].map((part) => isTyped(partOf(values, part)))).toEqual([true, false])
})

it('leaves out what React adds to a form', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...values, $ACTION_KEY: 'k' })) form.set(name, value)
  expect(typedIn(form)).toEqual(values)
})
