import type { ExportFormat } from '@/domain/export/schema'
import { watch } from './whole'

export type Progress = { rows: number | null; total: number; bytes: number }

export type FailureKey = 'broken' | 'incomplete' | 'signedOut' | 'forbidden' | 'busy' | 'fault'

/** Why no file arrived; `detail` is the desk's explanation, if it gave one. */
export class ExportFailure extends Error {
  constructor(
    readonly key: FailureKey,
    readonly detail = '',
  ) {
    super(`The export failed: ${key}`)
    this.name = 'ExportFailure'
  }
}

const REFUSALS: Record<number, FailureKey> = { 401: 'signedOut', 403: 'forbidden', 503: 'busy' }

async function refused(answer: Response): Promise<ExportFailure> {
  const detail = answer.status === 400 ? (await answer.text()).slice(0, 500) : ''
  return new ExportFailure(REFUSALS[answer.status] ?? 'fault', detail)
}

function fileNameOf(answer: Response, format: ExportFormat): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : `export.${format}`
}

/** In bytes. The download joins small pieces into blobs of about this size, which browsers may keep on disk. */
const PIECE = 4 * 1024 * 1024

type Options = { format: ExportFormat; signal: AbortSignal; onProgress: (progress: Progress) => void }
export type Downloaded = { file: Blob; name: string; total: number }

async function gather(answer: Response, { format, onProgress }: Options): Promise<Downloaded> {
  const total = Number(answer.headers.get('x-claim-count') ?? Number.NaN)
  const reader = answer.body?.getReader()
  if (!reader || !Number.isInteger(total)) throw new ExportFailure('fault')
  const seen = watch(format)
  const pieces: Blob[] = []
  let [piece, pending, bytes]: [Uint8Array<ArrayBuffer>[], number, number] = [[], 0, 0]
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    seen.push(next.value)
    piece.push(next.value)
    pending += next.value.length
    bytes += next.value.length
    if (pending >= PIECE) {
      pieces.push(new Blob(piece))
      piece = []
      pending = 0
    }
    const rows = seen.rows()
    onProgress({ rows: rows === null ? null : Math.min(rows, total), total, bytes })
  }
  if (!seen.isWhole(total)) throw new ExportFailure('incomplete')
  const file = new Blob([...pieces, ...piece], { type: answer.headers.get('content-type') ?? '' })
  return { file, name: fileNameOf(answer, format), total }
}

/**
 * Downloads an export and returns it only if it is complete.
 * @throws ExportFailure; the signal's reason when the reader stopped it
 */
export async function download(address: string, options: Options): Promise<Downloaded> {
  const { signal } = options
  try {
    const answer = await fetch(address, { signal, cache: 'no-store' })
    if (!answer.ok) throw await refused(answer)
    return await gather(answer, options)
  } catch (error) {
    signal.throwIfAborted()
    throw error instanceof ExportFailure ? error : new ExportFailure('broken')
  }
}

/** Has the browser save a file under its name. */
export function save({ file, name }: Downloaded): void {
  const href = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the address some time after the click, for example once it has asked where to save.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
