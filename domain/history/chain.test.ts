import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '../../tests/properties'
import { eventHash, verifyChain, type ChainLine } from './chain'

/** A chain as `recordEvent` would write it, of events with these findings. */
function chainOf(findings: string[]): ChainLine[] {
  let previous = ''
  return findings.map((finding, index) => {
    const event = {
      articleId: 'article',
      position: index + 1,
      claimId: index % 2 ? 'claim' : null,
      verb: 'claim.finding_written',
      subjectId: 'claim',
      actorId: 'person',
      at: new Date(1_764_000_000_000 + index),
      before: index % 3 ? { finding: '' } : null,
      after: { finding },
    }
    previous = eventHash(previous, event)
    return { ...event, hash: previous }
  })
}

const ALTERATIONS: Record<string, (line: ChainLine) => ChainLine> = {
  articleId: (line) => ({ ...line, articleId: 'another' }),
  position: (line) => ({ ...line, position: (line.position ?? 0) + 1 }),
  claimId: (line) => ({ ...line, claimId: line.claimId ? null : 'another' }),
  verb: (line) => ({ ...line, verb: 'claim.reviewed' }),
  subjectId: (line) => ({ ...line, subjectId: 'another' }),
  actorId: (line) => ({ ...line, actorId: 'another' }),
  at: (line) => ({ ...line, at: new Date(line.at.getTime() + 1) }),
  before: (line) => ({ ...line, before: line.before ? null : { finding: 'x' } }),
  after: (line) => ({ ...line, after: { ...(line.after as object), status: 'verified' } }),
  hash: (line) => ({
    ...line,
    hash: line.hash?.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) ?? null,
  }),
  'no hash': (line) => ({ ...line, hash: null }),
}

const chains = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }).map(chainOf)
const chainAndIndex = chains.chain((lines) =>
  fc.tuple(
    fc.constant(lines),
    fc.nat({ max: lines.length - 1 }),
    fc.constantFrom(...Object.keys(ALTERATIONS)),
  ),
)

const headOf = (lines: ChainLine[]) => ({ count: lines.length, hash: lines.at(-1)?.hash ?? '' })

it('finds no fault in an untouched chain or an empty one', () => {
  fc.assert(
    fc.property(chains, (lines) => {
      expect(verifyChain(lines, headOf(lines))).toBeNull()
    }),
  )
  expect(verifyChain([], { count: 0, hash: '' })).toBeNull()
})

it('finds exactly the line that was altered', () => {
  fc.assert(
    fc.property(chainAndIndex, ([lines, index, field]) => {
      const alter = ALTERATIONS[field]
      const tampered = lines.map((line, at) => (at === index && alter ? alter(line) : line))
      const fault = field === 'position' ? 'position' : 'hash'
      expect(verifyChain(tampered)).toEqual({ position: index + 1, fault })
    }),
    { numRuns: runs(300) },
  )
})

it('finds a deleted line, and with the stored end of the chain also a deleted last line', () => {
  fc.assert(
    fc.property(chainAndIndex, ([lines, index]) => {
      const shorter = lines.filter((_, at) => at !== index)
      const found = verifyChain(shorter, headOf(lines))
      expect(found).toEqual({ position: index + 1, fault: index === shorter.length ? 'end' : 'position' })
    }),
  )
})

it('finds a line rewritten together with its own hash', () => {
  const lines = chainOf(['a', 'b', 'c'])
  const [first, second, third] = lines
  if (!first || !second || !third) throw new Error('no lines')
  const forged = { ...second, after: { finding: 'forged' } }
  forged.hash = eventHash(first.hash ?? '', forged)
  expect(verifyChain([first, forged, third])).toEqual({ position: 3, fault: 'hash' })
})
