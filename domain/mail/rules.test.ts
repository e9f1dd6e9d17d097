import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MailOutcome } from '@/services/outbound/mail'
import { afterAttempt, htmlOf, LEASE_MS, PAUSES, PROBLEMS, subjectLine } from './rules'

const AT = new Date('2026-12-01T08:00:00Z')
const attempts = fc.integer({ min: 1, max: PAUSES.length + 1 })
const outcomes: fc.Arbitrary<MailOutcome> = fc.record({
  met: fc.constantFrom('sent', 'stopped', ...PROBLEMS),
  answer: fc.string(),
})

describe('a mail after an attempt', () => {
  it('is tried again after growing pauses, for days, and then no more', () => {
    expect([...PAUSES]).toEqual([...PAUSES].sort((a, b) => a - b))
    expect(PAUSES.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(24 * 3_600)
    const waits = Array.from({ length: PAUSES.length + 1 }, (_, index) => {
      const after = afterAttempt(index + 1, { met: 'unreachable', answer: '' }, AT)
      return after.nextAt && (after.nextAt.getTime() - AT.getTime()) / 1000
    })
    expect(waits).toEqual([...PAUSES, null])
  })

  it('waits for a time, was sent at a time, or has failed; never two of them', () => {
    fc.assert(
      fc.property(attempts, outcomes, (number, outcome) => {
        const { state, nextAt, sentAt, problem } = afterAttempt(number, outcome, AT)
        expect(nextAt !== null).toBe(state === 'waiting')
        expect(sentAt !== null).toBe(state === 'sent')
        expect(state === 'sent').toBe(outcome.met === 'sent')
        expect(problem === '').toBe(outcome.met === 'sent' || outcome.met === 'stopped')
      }),
    )
  })

  it('fails at once only when the server will never take it', () => {
    const failed = PROBLEMS.filter((met) => afterAttempt(1, { met, answer: '' }, AT).state === 'failed')
    expect(failed).toEqual(['refused', 'address', 'reserved'])
  })

  it('does not count an attempt that the desk broke off', () => {
    expect(afterAttempt(3, { met: 'stopped', answer: '' }, AT)).toMatchObject({ attempts: 2, nextAt: AT })
  })

  it('is not taken twice during one attempt', () => {
    expect(LEASE_MS).toBeGreaterThan(240_000)
  })
})

describe('a subject', () => {
  it('is one line, so that no header begins in it', () => {
    expect(subjectLine('A\r\nBcc: all@example.org')).toBe('A Bcc: all@example.org')
    expect(subjectLine('خبر\u2028Bcc: x')).toBe('خبر Bcc: x')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 220 }), (text) => {
        const line = subjectLine(text)
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(line.length).toBeLessThanOrEqual(200)
        expect(line.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('the text as a page', () => {
  it('has the direction of its language in every paragraph', () => {
    const html = htmlOf('Bridge كتب\n\nسطر ثان', 'ar')
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html.match(/<p dir="rtl">/g)).toHaveLength(2)
    expect(htmlOf('One', 'en').match(/dir="ltr"/g)).toHaveLength(3)
  })

  it('makes links of addresses alone, and leaves the sign after them', () => {
    expect(htmlOf('See https://desk.test/a?b=1&c=2.', 'en')).toContain(
      '<p dir="ltr">See <a href="https://desk.test/a?b=1&amp;c=2" dir="ltr">https://desk.test/a?b=1&amp;c=2</a>.</p>',
    )
    expect(htmlOf('انظر \u2068https://desk.test/a\u2069، ثم', 'ar')).toContain(
      '\u2068<a href="https://desk.test/a" dir="ltr">https://desk.test/a</a>\u2069، ثم',
    )
    expect(htmlOf('javascript:alert(1)', 'en')).not.toContain('<a ')
  })

  it('never lets the text become markup', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<b>', '"', '&', '>', 'https://a.test/"', '\n\n', 'x', '<')),
        (parts) => {
          const body = htmlOf(parts.join(''), 'en').replace(/^[^]*<body[^>]*>/, '')
          const tags = body.match(/<[^>]*>/g) ?? []
          for (const tag of tags)
            expect(tag).toMatch(/^<(\/?p( dir="ltr")?|br|\/?a( href="[^"<>]*" dir="ltr")?|\/body|\/html)>$/)
          expect(body.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/)
        },
      ),
    )
  })
})
