import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LiveMessage } from '@/domain/live/shape'
import { eventStream, MOST_WAITING_BYTES } from './event-stream'

type Stream = Parameters<NonNullable<Parameters<typeof eventStream>[0]>>[0]

/** An answer whose reader has not begun to read. */
function opened() {
  const made: { stream?: Stream; left: number; response?: Response } = { left: 0 }
  made.response = eventStream((stream) => {
    made.stream = stream
    return () => void (made.left += 1)
  })
  return made as { stream: Stream; left: number; response: Response }
}

describe('an answer of events', () => {
  it('keeps each message on its own lines, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 5 }),
        async (said) => {
          const { stream, response } = opened()
          for (const [at, name] of said.entries()) {
            stream.send({ event: 'change', data: { articleId: name, claimIds: [], verbs: [] } }, at)
            stream.send({ event: 'beat', data: {} }, at)
          }
          stream.end()
          const parts = (await response.text()).split('\n\n').filter((part) => /^event: change/.test(part))
          expect(parts).toHaveLength(said.length)
          for (const [at, part] of parts.entries()) {
            const [event, id, data, ...rest] = part.split('\n')
            expect([event, id, rest]).toEqual(['event: change', `id: ${at}`, []])
            // A lone surrogate becomes the replacement character in UTF-8.
            expect((JSON.parse(data?.slice(6) ?? '') as { articleId: string }).articleId).toBe(
              said[at]?.toWellFormed(),
            )
          }
        },
      ),
    )
  })

  it('ends for a reader who does not read, instead of waiting without bound', async () => {
    const made = opened()
    const { stream, response } = made
    const message: LiveMessage = {
      event: 'change',
      data: { articleId: 'x'.repeat(1000), claimIds: [], verbs: [] },
    }
    for (let sent = 0; sent < 1_000; sent += 1) stream.send(message, sent)
    expect((await response.text()).length).toBeLessThan(MOST_WAITING_BYTES + 2_000)
    expect(made.left).toBe(1)
  })

  it('leaves once, whichever side ends it', async () => {
    const [ours, theirs] = [opened(), opened()]
    ours.stream.end()
    ours.stream.end()
    await theirs.response.body?.cancel()
    theirs.stream.send({ event: 'beat', data: {} }, 0)
    theirs.stream.end()
    expect([ours.left, theirs.left]).toEqual([1, 1])
  })
})
