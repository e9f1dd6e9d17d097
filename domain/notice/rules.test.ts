import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallClockIn } from '@/domain/calendar/clock'
import { VERBS } from '@/domain/history/events'
import {
  FROM_OUTSIDE,
  afterQuiet,
  excerpt,
  FIRST_CHOICES,
  GATHER_MS,
  MAIL_CHOICES,
  mailTime,
  mayTell,
  nextDaily,
  NOTICE_KINDS,
  placeOf,
  toldOf,
  WORDS_MAX,
  type Choices,
} from './rules'

const ME = 'me'
const at = (moment: string) => new Date(`${moment}Z`)

describe('who is told', () => {
  it('whoever a claim is assigned to, by whichever write', () => {
    for (const verb of ['claim.planned', 'claim.reviewed', 'claim.finding_written'] as const)
      expect(toldOf({ verb, actorId: ME, after: { assigneeId: 'b' } }, {})).toEqual([
        { personId: 'b', kind: 'assigned' },
      ])
    expect(toldOf({ verb: 'claim.planned', actorId: ME, after: { assigneeId: null } }, {})).toEqual([])
    expect(toldOf({ verb: 'claim.planned', actorId: ME, after: {} }, {})).toEqual([])
  })

  it('whose verdict is sent back', () => {
    expect(toldOf({ verb: 'claim.sent_back', actorId: ME }, { sentBackTo: 'b' })).toEqual([
      { personId: 'b', kind: 'sent_back' },
    ])
  })

  it('whom a comment names, and who had written in the thread; once, as the nearer of the two', () => {
    const around = { named: ['b', 'c'], spoke: ['c', 'd', 'd'] }
    expect(toldOf({ verb: 'comment.written', actorId: ME }, around)).toEqual([
      { personId: 'b', kind: 'mentioned' },
      { personId: 'c', kind: 'mentioned' },
      { personId: 'd', kind: 'answered' },
    ])
  })

  it('who asked, of an answer from outside that stands in their name', () => {
    expect(toldOf({ verb: 'question.answered', actorId: ME }, { asked: ME })).toEqual([
      { personId: ME, kind: 'answered' },
    ])
  })

  it('nobody of their own act, nobody twice, and nobody of a line that tells nothing', () => {
    const people = fc.constantFrom('a', 'b', 'c', ME)
    const lines = fc.record({
      verb: fc.constantFrom(...VERBS.filter((verb) => verb !== FROM_OUTSIDE)),
      actorId: people,
      after: fc.record({ assigneeId: fc.option(people) }),
    })
    const around = fc.record({
      sentBackTo: fc.option(people),
      named: fc.array(people),
      spoke: fc.array(people),
    })
    fc.assert(
      fc.property(lines, around, (line, known) => {
        const told = toldOf(line, known).map(({ personId }) => personId)
        expect(told).not.toContain(line.actorId)
        expect(new Set(told).size).toBe(told.length)
        if (!mayTell(line.verb)) expect(told).toEqual([])
      }),
    )
  })
})

const ZONES = [
  'UTC',
  'Asia/Almaty',
  'Europe/London',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const quietHours = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to)
const moments = fc.date({
  min: at('2011-01-01T00:00:00'),
  max: at('2030-01-01T00:00:00'),
  noInvalidDate: true,
})
const NIGHT = { from: '22:00', to: '07:00' }
const DAY_MS = 86_400_000

const within = (clock: string, { from, to }: { from: string; to: string }) =>
  from < to ? clock >= from && clock < to : clock >= from || clock < to

describe('quiet hours', () => {
  it.each([
    ['before midnight', '2026-03-10T22:30:00', '2026-03-11T07:00:00'],
    ['after midnight', '2026-03-10T03:00:00', '2026-03-10T07:00:00'],
    ['at their beginning', '2026-03-10T22:00:00', '2026-03-11T07:00:00'],
    ['at their end', '2026-03-10T07:00:00', '2026-03-10T07:00:00'],
    ['by day', '2026-03-10T12:00:00', '2026-03-10T12:00:00'],
  ])('over midnight, %s', (_, now, then) => {
    expect(afterQuiet(at(now), NIGHT, 'UTC')).toEqual(at(then))
  })

  it('end on the newsroom’s clock, also in a night that has 23 or 25 hours', () => {
    // London, the nights of 29 March and 25 October 2026.
    expect(afterQuiet(at('2026-03-28T23:00:00'), NIGHT, 'Europe/London')).toEqual(at('2026-03-29T06:00:00'))
    expect(afterQuiet(at('2026-10-24T22:00:00'), NIGHT, 'Europe/London')).toEqual(at('2026-10-25T07:00:00'))
    // The end itself is skipped: clocks go from 01:00 to 02:00.
    expect(afterQuiet(at('2026-03-28T23:00:00'), { from: '22:00', to: '01:30' }, 'Europe/London')).toEqual(
      at('2026-03-29T01:30:00'),
    )
  })

  it('delay nothing into quiet hours, nothing backwards, and nothing by more than two days', () => {
    fc.assert(
      fc.property(moments, quietHours, fc.constantFrom(...ZONES), (now, quiet, zone) => {
        const then = afterQuiet(now, quiet, zone)
        expect(then.getTime()).toBeGreaterThanOrEqual(now.getTime())
        expect(then.getTime() - now.getTime()).toBeLessThanOrEqual(2 * DAY_MS)
        const clock = wallClockIn(then, zone).slice(11)
        // A zone that skips the end may skip into the next quiet hours only when these fill nearly the whole day.
        if (clock !== quiet.to && within(clock, quiet)) expect(then).not.toEqual(now)
        if (then.getTime() === now.getTime()) expect(within(clock, quiet)).toBe(false)
      }),
    )
  })

  it('are none without any', () => {
    expect(afterQuiet(at('2026-03-10T23:00:00'), null, 'UTC')).toEqual(at('2026-03-10T23:00:00'))
  })
})

describe('the daily mail', () => {
  it('comes at eight on the newsroom’s clock', () => {
    expect(nextDaily(at('2026-03-10T07:59:59'), 'UTC')).toEqual(at('2026-03-10T08:00:00'))
    expect(nextDaily(at('2026-03-10T08:00:00'), 'UTC')).toEqual(at('2026-03-11T08:00:00'))
    expect(nextDaily(at('2026-03-28T12:00:00'), 'Europe/London')).toEqual(at('2026-03-29T07:00:00'))
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (now, zone) => {
        const then = nextDaily(now, zone)
        expect(then.getTime()).toBeGreaterThan(now.getTime())
        expect(wallClockIn(then, zone).slice(11)).toBe('08:00')
      }),
    )
  })
})

describe('a notice by mail', () => {
  const choices = (choice: Choices['mail']['due'], quiet: Choices['quiet'] = null): Choices => ({
    mail: { ...FIRST_CHOICES.mail, due: choice, assigned: choice },
    quiet,
  })

  it('goes at once, with the daily mail, or not at all', () => {
    const now = at('2026-03-10T12:00:00')
    expect(mailTime('due', now, choices('at_once'), 'UTC')).toEqual({ at: now, daily: false })
    expect(mailTime('due', now, choices('daily'), 'UTC')).toEqual({
      at: at('2026-03-11T08:00:00'),
      daily: true,
    })
    expect(mailTime('due', now, choices('off'), 'UTC')).toBeNull()
  })

  it('waits for the end of quiet hours, also the daily one', () => {
    const late = at('2026-03-10T23:00:00')
    expect(mailTime('due', late, choices('at_once', NIGHT), 'UTC')?.at).toEqual(at('2026-03-11T07:00:00'))
    const morning = { from: '22:00', to: '09:30' }
    expect(mailTime('due', late, choices('daily', morning), 'UTC')?.at).toEqual(at('2026-03-11T09:30:00'))
  })

  it('of an assignment waits until others of the same change have joined it', () => {
    const now = at('2026-03-10T12:00:00')
    const mail = mailTime('assigned', now, choices('at_once'), 'UTC')
    expect(mail?.at.getTime()).toBe(now.getTime() + GATHER_MS)
  })

  it('follows the choice alone: never before now, never when it is off', () => {
    fc.assert(
      fc.property(
        ...([fc.constantFrom(...NOTICE_KINDS), fc.constantFrom(...MAIL_CHOICES), moments] as const),
        ...([fc.option(quietHours), fc.constantFrom(...ZONES)] as const),
        (kind, choice, now, quiet, zone) => {
          const mail = mailTime(kind, now, { mail: { ...FIRST_CHOICES.mail, [kind]: choice }, quiet }, zone)
          expect(mail === null).toBe(choice === 'off')
          if (!mail) return
          expect(mail.daily).toBe(choice === 'daily')
          expect(mail.at.getTime()).toBeGreaterThanOrEqual(now.getTime())
        },
      ),
    )
  })
})

it('leads to the claim, to the article, or to the reader’s own work', () => {
  expect(placeOf({ article: { id: 'a' }, claim: { number: 3 } })).toBe('/articles/a/claims/3')
  expect(placeOf({ article: { id: 'a' }, claim: null })).toBe('/articles/a')
  expect(placeOf({ article: null, claim: null })).toBe('/my-work')
})

it('quotes the beginning of a long comment, and cuts no character', () => {
  expect(excerpt('short')).toBe('short')
  const cut = excerpt(`${'a'.repeat(WORDS_MAX - 2)}😀😀`)
  expect(cut).toBe(`${'a'.repeat(WORDS_MAX - 2)}…`)
})
