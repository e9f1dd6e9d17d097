import type { LiveMessage } from '@/domain/live/shape'

/** How much may wait for a reader. A slower one is cut off, comes back and looks again. */
export const MOST_WAITING_BYTES = 64 * 1024

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // nginx would otherwise collect messages before it passes them on.
  'x-accel-buffering': 'no',
}

type Stream = { send: (message: LiveMessage, at: number) => void; end: () => void }

const bytes = new TextEncoder()

/**
 * An answer of server-sent events (HTML Standard, 9.2). Nothing waits without bound for a reader who does not read.
 * @param open begins to send, and returns what to do when the reader has gone; null for the head of the answer alone
 */
export function eventStream(open: ((stream: Stream) => () => void) | null): Response {
  if (!open) return new Response(null, { headers: HEADERS })
  let leave = () => {}
  let isOver = false
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          if (isOver) return
          isOver = true
          leave()
          controller.close()
        }
        const write = (text: string) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) <= 0) return end()
          controller.enqueue(bytes.encode(text))
        }
        leave = open({
          send: ({ event, data }, at) =>
            write(`event: ${event}\nid: ${at}\ndata: ${JSON.stringify(data)}\n\n`),
          end,
        })
        if (isOver) leave()
      },
      cancel() {
        isOver = true
        leave()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
  )
  return new Response(body, { headers: HEADERS })
}
