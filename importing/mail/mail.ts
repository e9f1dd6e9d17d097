import PostalMime from 'postal-mime'
import type { Address, Email } from 'postal-mime'
import { boundaryAfter } from '@/text/grapheme'
import { languageTag } from '@/text/direction'
import { incomingOf } from '../from-pieces'
import { readMarkedHtml } from '../html'
import { ImportProblem, type Incoming, type Notice } from '../incoming'
import { languageOf } from '../language'
import { oneLine } from '../title'
import { withoutBlocks } from '../without-blocks'
import { attachmentsOf } from './attachments'
import { bodyOfPieces, bodyOfText } from './body'
import { earlierMessages } from './earlier'
import { flowed, withLinesAsSent } from './flowed'
import { withWholeWords } from './head'
import { inOwnLetters, withSingleBytes } from './own-letters'
import { onlyInPlain } from './versions'

const MOST_NAMES = 20
const LONGEST_NAME = 120
const LINE_UNITS = 300
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 512 * 1024, rfc822Attachments: true }
const FIELDS = new Set(['to', 'cc', 'bcc', 'date', 'reply-to', 'sender'])
const ENCRYPTED = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)\b/i

/**
 * Reads an e-mail message (.eml): the subject is the headline and the sender the author. Of a message in two versions,
 * the one in HTML is read, and what only the other one says is named.
 * @throws ImportProblem `not_this_format` for a file without a message's head, `encrypted`, `damaged`, `empty`
 */
export async function readMail(bytes: Uint8Array): Promise<Incoming> {
  const mail = await parsed(withWholeWords(bytes))
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value
  if (!mail.from && !header('subject') && !header('date')) throw new ImportProblem('not_this_format')
  if (ENCRYPTED.test(header('content-type') ?? '')) throw new ImportProblem('encrypted')
  const found = mail.html?.trim() ? pageOf(mail.html, mail.subject) : null
  const page = found?.read
  const facts: Notice[] = [
    ...(await attachmentsOf(mail.attachments)),
    { kind: 'mail_fields', as: 'left_out', count: mail.headers.filter(({ key }) => FIELDS.has(key)).length },
  ]
  const byline = nameOf(mail.from)
  const head = [mail.subject ?? '', byline]
  const language = header('content-language') ?? page?.language ?? undefined
  if (!page) {
    const body = bodyOfText(mail.text ?? '')
    const notices = [...noticesOf([...body.pieces.map(({ text }) => text), ...head], body), ...facts]
    return incomingOf(body.pieces, { title: mail.subject, byline, language, notices })
  }
  const pieces = page.blocks.map(({ kind, start, end }) => ({ kind, text: page.text.slice(start, end) }))
  const { quoted, signature, signed, earlier } = bodyOfPieces(pieces, found.marked)
  const blocks = page.blocks.map((block, index) =>
    earlier.has(index) && block.kind === 'paragraph' ? { ...block, kind: 'quote' as const } : block,
  )
  const read = withoutBlocks({ ...page, blocks }, signed)
  if (read.text === '') throw new ImportProblem('empty')
  const others = onlyInPlain(mail.text ?? '', mail.html ?? '')
  const notices: Notice[] = [
    ...page.notices,
    ...noticesOf([...pieces.map(({ text }) => text), ...head], { quoted, signature }),
    {
      kind: 'other_version',
      as: 'left_out',
      count: others.length,
      names: others.map(shortened).slice(0, MOST_NAMES),
    },
    ...facts,
  ]
  return {
    ...read,
    byline: oneLine(byline, LINE_UNITS),
    language: languageOf(languageTag(language ?? ''), read.text),
    notices: notices.filter(({ count }) => count > 0),
  }
}

function noticesOf(
  texts: readonly string[],
  { quoted, signature }: { quoted: number; signature: number },
): Notice[] {
  const broken = texts.reduce((sum, text) => sum + (text.match(/\ufffd/g)?.length ?? 0), 0)
  return [
    { kind: 'broken_letters', as: 'kept', count: broken },
    { kind: 'quoted_messages', as: 'kept', count: quoted },
    { kind: 'signatures', as: 'left_out', count: signature },
  ]
}

async function parsed(given: Uint8Array): Promise<Email> {
  const { bytes, flow } = withLinesAsSent(given)
  const mail = await inKnownLetters(bytes)
  return flow && mail.text !== undefined ? { ...mail, text: flowed(mail.text, flow) } : mail
}

/** A message that names no encoding for its texts is read in the one that their letters tell. */
async function inKnownLetters(bytes: Uint8Array): Promise<Email> {
  const mail = await parse(bytes)
  const isBroken = [mail.text, mail.html].some((text) => text?.includes('\ufffd'))
  const single = isBroken ? withSingleBytes(bytes) : null
  if (!single) return mail
  const { text, html, ...rest } = await parse(single)
  return {
    ...rest,
    ...(text !== undefined && { text: inOwnLetters(text) }),
    ...(html !== undefined && { html: inOwnLetters(html) }),
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, LIMITS)
  } catch (error) {
    throw new ImportProblem('damaged', { said: error instanceof Error ? error.message : '' })
  }
}

/** Null when the HTML has no words; then the plain text counts. */
function pageOf(html: string, title: string | undefined) {
  try {
    return readMarkedHtml(html, { kind: 'paste', title }, earlierMessages)
  } catch (error) {
    if (error instanceof ImportProblem && error.code === 'empty') return null
    throw error
  }
}

function shortened(passage: string): string {
  const line = oneLine(passage)
  return line.length > LONGEST_NAME ? `${line.slice(0, boundaryAfter(line, LONGEST_NAME))}…` : line
}

const nameOf = (address: Address | undefined) => address?.name || address?.address || ''
