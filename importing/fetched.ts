import { charsetOfMarkup } from './charset'
import { decodeDeclared, withDecoding } from './decode'
import { readHtml } from './html'
import type { Incoming } from './incoming'
import type { Encoding } from '@/text/encodings'
import { readDraft } from './text-file'

/** The answer of a web address. */
export type Fetched = {
  bytes: Uint8Array
  /** Media type without parameters, in lower case. */
  contentType: string
  /** Exactly as the header has it. */
  charset: string | null
  finalAddress: string
}

/** Reads the article of a fetched page; a plain text stays as it is. @throws ImportProblem */
export function readFetched(fetched: Fetched, as?: Encoding): Incoming {
  const { bytes, contentType, charset, finalAddress } = fetched
  const plain = contentType === 'text/plain'
  const declared = charset ?? (plain ? null : charsetOfMarkup(bytes)) ?? undefined
  const decoded = decodeDeclared(bytes, { declared, as })
  const { text } = decoded
  if (plain) return withDecoding({ ...readDraft(text, 'text'), canonicalUrl: finalAddress }, decoded)
  return withDecoding(readHtml(text, { kind: 'page', address: finalAddress }), decoded)
}
