import { invalid } from '@/domain/errors'
import { readFetched, type Fetched } from '@/importing/fetched'
import { readHtml } from '@/importing/html'
import { readFile } from '@/importing/import'
import { ImportProblem, type Incoming } from '@/importing/incoming'
import type { Encoding } from '@/text/encodings'
import { importIssue } from '@/domain/article/import-problems'

type GivenFile = { name: string; type: string; bytes: Uint8Array; encoding?: Encoding }

export async function readGivenFile({ bytes, encoding, ...file }: GivenFile): Promise<Incoming> {
  const given = { ...file, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
  return naming('file', () => readFile(given, { encoding }))
}

export const readFetchedPage = (page: Fetched & { encoding?: Encoding }): Promise<Incoming> =>
  naming('url', () => readFetched(page, page.encoding))

export const readPaste = ({ html }: { html: string }): Promise<Incoming> =>
  naming('text', () => readHtml(html, { kind: 'paste' }))

/** Runs `read` and reports an import problem at a field. @throws DomainError `invalid` at `field` */
export async function naming<T>(field: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ImportProblem) throw invalid([importIssue(error, field)])
    throw error
  }
}
