import PostalMime from 'postal-mime'
import type { Attachment } from 'postal-mime'
import { safeFileName } from '@/text/file-name'
import type { Notice } from '../incoming'
import { oneLine } from '../title'

const MOST_NAMES = 20
const LONGEST_NAME = 120
/** Where a piece of a name is missing. */
const NO_LETTERS = /\ufffd+/g
/** In bytes; enough for the fields above an attached message. */
const HEAD = 64 * 1024

/** Counts what is attached; pictures inside the text are pictures. */
export async function attachmentsOf(attachments: readonly Attachment[]): Promise<Notice[]> {
  const isPicture = ({ mimeType, related, disposition }: Attachment) =>
    mimeType.startsWith('image/') && (related === true || disposition === 'inline')
  const others = attachments.filter((one) => !isPicture(one))
  const names = await Promise.all(others.slice(0, MOST_NAMES).map(nameOf))
  return [
    { kind: 'images', as: 'left_out', count: attachments.length - others.length },
    { kind: 'attachments', as: 'left_out', count: others.length, names },
  ]
}

/** The name of its file; else the subject of an attached message, or what kind of file it is. */
async function nameOf(attachment: Attachment): Promise<string> {
  const { filename, mimeType } = attachment
  const subject = filename || mimeType !== 'message/rfc822' ? '' : await subjectOf(attachment)
  const name = filename ? safeFileName(filename.replace(NO_LETTERS, '…')) : subject || mimeType
  return oneLine(name).slice(0, LONGEST_NAME)
}

async function subjectOf({ content }: Attachment): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  const head =
    Buffer.from(bytes.slice(0, HEAD))
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  try {
    return oneLine((await PostalMime.parse(Buffer.from(`${head}\r\n\r\n`, 'latin1'))).subject ?? '')
  } catch {
    return ''
  }
}
