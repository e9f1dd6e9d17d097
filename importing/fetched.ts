import { charsetOfMarkup } from './charset'
import { decodeDeclared } from './decode'
import { readHtml } from './html'
import type { Encoding, Incoming } from './incoming'
import { readDraft } from './text-file'

/** What a web address answered with. */
export type Fetched = {
  bytes: Uint8Array
  /** Without parameters, in lower case. */
  contentType: string
  /** As the header wrote it. */
  charset: string | null
  finalAddress: string
}

/** The article of a page that was fetched; a plain text as it is. @throws ImportProblem */
export function readFetched(fetched: Fetched, as?: Encoding): Incoming {
  const { bytes, contentType, charset, finalAddress } = fetched
  const plain = contentType === 'text/plain'
  const declared = charset ?? (plain ? null : charsetOfMarkup(bytes)) ?? undefined
  const { text, encoding } = decodeDeclared(bytes, { declared, as })
  if (plain) return { ...readDraft(text, 'text'), canonicalUrl: finalAddress, encoding }
  return { ...readHtml(text, { kind: 'page', address: finalAddress }), encoding }
}
