import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scrollAside, scrollToSight } from './in-sight'

const free = { top: 100, bottom: 300 }

it('words in sight stay where they are', () => {
  expect(scrollToSight({ top: 120, bottom: 180 }, free)).toBe(0)
})

it('words below or above are brought in, and not to the very edge', () => {
  for (const top of [900, -400]) {
    const by = scrollToSight({ top, bottom: top + 40 }, free)
    expect(top - by).toBeGreaterThan(130)
    expect(top + 40 - by).toBeLessThan(260)
  }
})

it('words higher than the free stretch begin at its upper edge', () => {
  expect(500 - scrollToSight({ top: 500, bottom: 1_200 }, free)).toBe(112)
})

it('after scrolling, the words are in sight and nothing more is to scroll', () => {
  const edge = fc.integer({ min: -5_000, max: 5_000 })
  fc.assert(
    fc.property(
      edge,
      fc.nat(900),
      fc.nat(200),
      fc.integer({ min: 60, max: 900 }),
      (top, height, from, room) => {
        const stretch = { top: from, bottom: from + room }
        const by = scrollToSight({ top, bottom: top + height }, stretch)
        const moved = { top: top - by, bottom: top + height - by }
        expect(moved.top).toBeGreaterThanOrEqual(stretch.top)
        if (height < room - 24) expect(moved.bottom).toBeLessThanOrEqual(stretch.bottom)
        expect(Math.abs(scrollToSight(moved, stretch))).toBeLessThan(1e-6)
      },
    ),
  )
})

it('words in a wide table come in sight from either side, wide ones with their left end', () => {
  const table = { left: 100, right: 400 }
  expect(scrollAside({ left: 150, right: 220 }, table)).toBe(0)
  expect(scrollAside({ left: 500, right: 560 }, table)).toBe(172)
  expect(scrollAside({ left: -300, right: -240 }, table)).toBe(-412)
  expect(600 - scrollAside({ left: 600, right: 1_000 }, table)).toBe(112)
})
