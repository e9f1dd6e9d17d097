import { describe, expect, it } from 'vitest'
import { withWholeAnswers } from './whole-answers'

const HEADERS = { 'next-action': 'a' }

/** An answer whose connection breaks after these pieces, or ends in order. */
function inPieces(pieces: string[], breaks: boolean): Response {
  const bytes = new TextEncoder()
  const waiting = [...pieces]
  const body = new ReadableStream({
    pull(stream) {
      const piece = waiting.shift()
      if (piece !== undefined) return stream.enqueue(bytes.encode(piece))
      if (breaks) return stream.error(new TypeError('network error'))
      stream.close()
    },
  })
  return new Response(body, { status: 200, headers: { 'content-type': 'text/x-component' } })
}

const asks = (answer: Response) => withWholeAnswers(() => Promise.resolve(answer))

describe('the answer to an action', () => {
  it.each([[[]], [['0:{"a":1}\n']], [['0:{"a"', ':1}\n', '1:"م']]])(
    'fails when its connection breaks after %j',
    async (pieces) => {
      await expect(asks(inPieces(pieces, true))('/claims/1', { headers: HEADERS })).rejects.toThrow(
        'network error',
      )
    },
  )

  it('arrives whole with its status and headers', async () => {
    const answer = await asks(inPieces(['0:{"a"', ':1}\n'], false))('/claims/1', { headers: HEADERS })
    expect(await answer.text()).toBe('0:{"a":1}\n')
    expect(answer.headers.get('content-type')).toBe('text/x-component')
  })

  it.each([204, 205, 304])('may be %i, which has no body', async (status) => {
    const answer = await asks(new Response(null, { status }))('/claims/1', { headers: HEADERS })
    expect([answer.status, answer.body]).toEqual([status, null])
  })
})

it('any other answer is handed on while it arrives', async () => {
  const answer = inPieces(['a'], true)
  expect(await asks(answer)('/claims')).toBe(answer)
})
