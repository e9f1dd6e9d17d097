import 'server-only'
import { z } from 'zod'
import { wellFormed } from '@/domain/text/wellformed'
import { forbidden, invalid } from '@/domain/errors'
import type { Actor } from '@/domain/user/policy'
import { readAddress } from '@/services/importing/address'
import { readHtml } from '@/services/importing/html'
import { readFile } from '@/services/importing/import'
import { ENCODINGS, ImportProblem, type Incoming } from '@/services/importing/incoming'
import { settings } from '@/services/settings'
import { importIssue } from './import-problems'
import { mayCreateArticle } from './policy'

export const encodingSchema = z.enum(ENCODINGS)

export const readFileSchema = z.object({
  file: z.instanceof(File, { error: 'required' }),
  /** The reader's choice for files of plain text. */
  encoding: encodingSchema.optional(),
})

export const readAddressSchema = z.object({
  url: wellFormed(z.string('required').min(1, 'required').max(4096)),
  encoding: encodingSchema.optional(),
})

/** In characters: the longest text that is taken, with the markup that word processors put around it. */
const PASTE_MAX = 4_000_000

export const readPasteSchema = z.object({ html: z.string('required').max(PASTE_MAX, 'textTooLong') })

/**
 * What stands in a file, read and not saved.
 * @throws DomainError `invalid` with the issue at `file`
 */
export async function readArticleFile(
  actor: Actor,
  { file, encoding }: z.output<typeof readFileSchema>,
): Promise<Incoming> {
  return reading(actor, 'file', async () => {
    const bytes = Buffer.from(await file.arrayBuffer())
    return readFile({ name: file.name, type: file.type, bytes }, { encoding })
  })
}

/**
 * The article at a web address, read and not saved.
 * @throws DomainError `invalid` with the issue at `url`
 */
export async function readArticleAddress(
  actor: Actor,
  { url, encoding }: z.output<typeof readAddressSchema>,
): Promise<Incoming> {
  const allowPrivate = settings().allowPrivateAddresses
  return reading(actor, 'url', () => readAddress(url, { allowPrivate, encoding }))
}

/**
 * Markup that was pasted, as its text and blocks.
 * @throws DomainError `invalid` with the issue at `text`
 */
export async function readPastedMarkup(
  actor: Actor,
  { html }: z.output<typeof readPasteSchema>,
): Promise<Incoming> {
  return reading(actor, 'text', () => readHtml(html, { kind: 'paste' }))
}

async function reading(
  actor: Actor,
  path: string,
  read: () => Incoming | Promise<Incoming>,
): Promise<Incoming> {
  if (!mayCreateArticle(actor)) throw forbidden()
  try {
    return await read()
  } catch (error) {
    if (error instanceof ImportProblem) throw invalid([importIssue(error, path)])
    throw error
  }
}
