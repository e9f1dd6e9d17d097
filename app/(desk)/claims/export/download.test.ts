import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExportFormat } from '@/domain/export/schema'
import { claimsCsv } from '@/printing/bulk/csv'
import { claimsJsonLines } from '@/printing/bulk/json-lines'
import { exportWords } from '@/printing/bulk/words'
import { claimsXlsx } from '@/printing/bulk/xlsx'
import { bytesOf, exportedClaim, inBatches } from '@/tests/export'
import { download, type Progress } from './download'
import { watch } from './whole'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const get = (
  address: string,
  format: ExportFormat,
  onProgress: (progress: Progress) => void = () => undefined,
) => download(address, { format, signal: new AbortController().signal, onProgress })

const words = exportWords('en')
const CLAIMS = ['a,b', 'with "quotes"', 'two\nlines', 'plain', 'ادعاء'].map((quote) =>
  exportedClaim({ quote }),
)
const files: Record<ExportFormat, () => Promise<Buffer>> = {
  csv: () => bytesOf(claimsCsv(inBatches(CLAIMS), words, { bom: true, publicUrl: 'https://desk.example' })),
  jsonl: () => bytesOf(claimsJsonLines(inBatches(CLAIMS))),
  xlsx: () =>
    bytesOf(
      claimsXlsx(inBatches(CLAIMS), CLAIMS.length, {
        words,
        timeZone: 'UTC',
        rightToLeft: false,
        publicUrl: 'https://desk.example',
      }),
    ),
}
const FORMATS = ['csv', 'jsonl', 'xlsx'] as const

describe.each(FORMATS)('a %s', (format) => {
  it('is complete once all pieces arrived, however they are cut, and not if any of its end is missing', async () => {
    const bytes = await files[format]()
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: bytes.length }),
        (size, cut) => {
          const [all, part] = [watch(format), watch(format)]
          for (let at = 0; at < bytes.length; at += size) all.push(bytes.subarray(at, at + size))
          part.push(bytes.subarray(0, bytes.length - cut))
          expect(all.isWhole(CLAIMS.length)).toBe(true)
          expect(part.isWhole(CLAIMS.length)).toBe(false)
        },
      ),
    )
  })

  it('is saved whole, under its name', async () => {
    const bytes = await files[format]()
    const address = await serve((_, response) => {
      response.writeHead(200, {
        'x-claim-count': String(CLAIMS.length),
        'content-disposition': `attachment; filename="x.${format}"; filename*=UTF-8''%D8%A7.${format}`,
      })
      response.end(bytes)
    })
    const seen: Progress[] = []
    const made = await get(address, format, (progress) => seen.push(progress))
    expect(Buffer.from(await made.file.arrayBuffer())).toEqual(bytes)
    expect(made).toMatchObject({ name: `ا.${format}`, total: CLAIMS.length })
    expect(seen.at(-1)).toEqual({
      rows: format === 'xlsx' ? null : CLAIMS.length,
      total: CLAIMS.length,
      bytes: bytes.length,
    })
  })

  it('is not saved if the connection breaks or the answer ends too early', async () => {
    const bytes = await files[format]()
    const half = bytes.subarray(0, bytes.length - 30)
    const broken = await serve((_, response) => {
      response.writeHead(200, { 'x-claim-count': String(CLAIMS.length) })
      response.write(half, () => response.destroy())
    })
    await expect(get(broken, format)).rejects.toMatchObject({ key: 'broken' })
    server?.close()
    const early = await serve((_, response) => {
      response.writeHead(200, { 'x-claim-count': String(CLAIMS.length) }).end(half)
    })
    await expect(get(early, format)).rejects.toMatchObject({ key: 'incomplete' })
  })
})

it.each([
  [401, 'signedOut', ''],
  [403, 'forbidden', ''],
  [503, 'busy', ''],
  [500, 'fault', ''],
  [400, 'fault', 'status: wrong'],
])('the answer %i is the failure %s', async (status, key, detail) => {
  const address = await serve((_, response) => response.writeHead(status).end('status: wrong'))
  await expect(get(address, 'csv')).rejects.toMatchObject({ key, detail })
})

it('stops at once when the reader cancels it, and the desk notices', async () => {
  let closed: () => void = () => undefined
  const gone = new Promise<void>((resolve) => (closed = resolve))
  const address = await serve((_, response) => {
    response.on('close', closed)
    response.writeHead(200, { 'x-claim-count': '9' })
    response.write('head\r\n')
  })
  const stop = new AbortController()
  const running = download(address, { format: 'csv', signal: stop.signal, onProgress: () => stop.abort() })
  await expect(running).rejects.toMatchObject({ name: 'AbortError' })
  await gone
})
