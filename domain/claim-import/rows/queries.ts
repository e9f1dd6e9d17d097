import { invalid } from '@/domain/errors'
import { decodeText } from '@/importing/decode'
import { ImportProblem } from '@/importing/incoming'

/**
 * The text of a file with a list. `guessed` is the encoding that was assumed when the file names none.
 * @throws DomainError `invalid` at `bytes` for anything but text, such as a spreadsheet's own format
 */
export function readClaimImportFile(bytes: Uint8Array): { text: string; guessed: string | null } {
  try {
    const { text, encoding } = decodeText(bytes)
    return { text, guessed: encoding.guessed ? encoding.name : null }
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error
    throw invalid([{ path: 'bytes', key: 'listNotText' }])
  }
}
