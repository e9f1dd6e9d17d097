import { expect, it } from 'vitest'
import { isWallClock, momentParts, momentText } from './moment'

it.each([
  ['2024-01-15T09:30', { day: '2024-01-15', time: '09:30' }, true],
  ['TomorrowT18:00', { day: 'Tomorrow', time: '18:00' }, false],
  ['', { day: '', time: '' }, false],
])('%s has a day and a time', (value, parts, isClock) => {
  expect(momentParts(value)).toEqual(parts)
  expect(momentText(parts)).toBe(value)
  expect(isWallClock(value)).toBe(isClock)
})

it('a day without a time ends with the working day', () => {
  expect(momentText({ day: '2024-01-15', time: '' })).toBe('2024-01-15T18:00')
})
