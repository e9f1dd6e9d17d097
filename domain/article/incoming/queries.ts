import 'server-only'
import type { z } from 'zod'
import { may } from '@/domain/permissions'
import { forbidden } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { work } from '@/domain/text-work/pool/worker'
import { fetchAddress } from '@/importing/address'
import type { Incoming } from '@/importing/incoming'
import { settings } from '@/services/settings'
import { naming } from './worker'
import type { readAddressSchema, readFileSchema, readPasteSchema } from './schema'

/** Office files are ZIP archives and PDFs hold packed streams, so their size says nothing about their length. */
const isPacked = (bytes: Uint8Array) =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

/**
 * Reads the article in a file without saving it.
 * @throws DomainError `invalid` with the issue at `file`
 */
export async function readArticleFile(
  actor: Actor,
  { file, encoding }: z.output<typeof readFileSchema>,
): Promise<Incoming> {
  if (!may(actor, 'createArticle')) throw forbidden()
  const bytes = new Uint8Array(await file.arrayBuffer())
  const given = { name: file.name, type: file.type, bytes, encoding }
  return work('readGivenFile', given, { units: isPacked(bytes) ? Infinity : bytes.length, field: 'file' })
}

/**
 * Reads the article at a web address without saving it.
 * @throws DomainError `invalid` with the issue at `url`
 */
export async function readArticleAddress(
  actor: Actor,
  { url, encoding }: z.output<typeof readAddressSchema>,
): Promise<Incoming> {
  if (!may(actor, 'createArticle')) throw forbidden()
  const allowPrivate = settings().allowPrivateAddresses
  const fetched = await naming('url', () => fetchAddress(url, { allowPrivate }))
  const { length } = fetched.bytes
  return work('readFetchedPage', { ...fetched, encoding }, { units: length, field: 'url' })
}

/**
 * Reads pasted markup into text and blocks.
 * @throws DomainError `invalid` with the issue at `text`
 */
export async function readPastedMarkup(
  actor: Actor,
  { html }: z.output<typeof readPasteSchema>,
): Promise<Incoming> {
  if (!may(actor, 'createArticle')) throw forbidden()
  return work('readPaste', { html }, { units: html.length, field: 'text' })
}
