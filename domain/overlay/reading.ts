import { invalid } from '@/domain/errors'
import { decodeText } from '@/importing/decode'
import { ImportProblem } from '@/importing/incoming'

/**
 * The text of a file that holds a list. `guessed` is the encoding it was read in when the file did not tell.
 * @throws DomainError `invalid` at `bytes` for what is no text, such as a spreadsheet's own format
 */
export function readListFile(bytes: Uint8Array): { text: string; guessed: string | null } {
  try {
    const { text, encoding } = decodeText(bytes)
    return { text, guessed: encoding.guessed ? encoding.name : null }
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error
    throw invalid([{ path: 'bytes', key: 'listNotText' }])
  }
}
