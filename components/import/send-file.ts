import type { Result } from '@/components/form/use-action'
import type { Failure } from '@/components/form/failure'
import type { Incoming } from '@/importing/incoming'
import type { Encoding } from '@/text/encodings'

export const READ_FILE_ADDRESS = '/articles/new/read'

export type SendOptions = {
  encoding?: Encoding
  /** Gets the share sent so far, from 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
  /** In bytes. A larger file is refused here, before sending. */
  max: number
}

const failed = (code: string, key: string, path?: string): Failure => ({
  ok: false,
  code,
  key,
  params: {},
  issues: path === undefined ? [] : [{ path, key }],
})

/**
 * Makes the desk read a file without saving anything. A lost connection and a stop by the reader are failures like any
 * other.
 */
export function sendFile(file: File, options: SendOptions): Promise<Result<Incoming>> {
  const { encoding, onProgress, signal, max } = options
  if (file.size > max) return Promise.resolve(failed('invalid', 'importTooLarge', 'file'))
  const form = new FormData()
  if (encoding) form.set('encoding', encoding)
  form.set('file', file)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => resolve(answerOf(request.responseText))
    request.onerror = () => resolve(failed('offline', 'offline'))
    request.onabort = () => resolve(failed('stopped', 'importStopped'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', READ_FILE_ADDRESS)
    request.send(form)
  })
}

function answerOf(text: string): Result<Incoming> {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Result<Incoming>
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return failed('offline', 'offline')
}
