import { expect, it } from 'vitest'
import { lastOfEach } from './last-of-each'

it('takes the last of a name that is given twice', () => {
  const search = new URLSearchParams('status=disputed&q=%D8%B9%D8%B4%D9%82&status=verified')
  expect(lastOfEach(search).toString()).toBe('status=verified&q=%D8%B9%D8%B4%D9%82')
})
