import { safeFileName } from '@/text/file-name'
import { readDocx } from './docx/docx'
import { formatOf } from './format'
import type { Format } from './formats'
import { ImportProblem, type Incoming } from './incoming'
import type { Encoding } from '@/text/encodings'
import { MAX_FILE_BYTES } from '@/text/bounds'
import { guessLanguage } from './language'
import { readMail } from './mail/mail'
import { readNews } from './news/news'
import { readOdt } from './odt/odt'
import { pageInZip } from './page-in-zip'
import { readPdf } from './pdf/pdf'
import { readRtf } from './rtf/rtf'
import { readSubtitles } from './subtitles/subtitles'
import { readTextFile } from './text-file'

type GivenFile = { name: string; type: string; bytes: Buffer }
type Reader = (file: GivenFile, as?: Encoding) => Incoming | Promise<Incoming>

const READERS: Record<Format, Reader> = {
  text: (file, as) => readTextFile(file.name, file.bytes, as, 'text'),
  markdown: (file, as) => readTextFile(file.name, file.bytes, as, 'markdown'),
  html: (file, as) => readTextFile(file.name, file.bytes, as, 'html'),
  eml: (file) => readMail(file.bytes),
  nitf: (file, as) => readNews(file.bytes, as),
  newsml: (file, as) => readNews(file.bytes, as),
  srt: (file, as) => readSubtitles(file.bytes, as),
  vtt: (file, as) => readSubtitles(file.bytes, as),
  docx: (file) => readDocx(file.bytes),
  odt: (file) => readOdt(file.bytes),
  rtf: (file) => readRtf(file.bytes),
  pdf: (file) => readPdf(file.bytes),
}

/**
 * Reads a file that someone uploaded.
 * @param options.encoding the reader's choice for plain-text files
 * @throws ImportProblem with the displayable file name in `params.file`
 */
export async function readFile(file: GivenFile, options: { encoding?: Encoding } = {}): Promise<Incoming> {
  try {
    if (file.bytes.length > MAX_FILE_BYTES) throw new ImportProblem('too_large', { bytes: MAX_FILE_BYTES })
    if (file.bytes.length === 0) throw new ImportProblem('empty')
    const zipped = await pageInZip(file)
    const given = zipped?.page ?? file
    const incoming = await READERS[formatOf(given)](given, options.encoding)
    return {
      ...incoming,
      language: incoming.language ?? guessLanguage(incoming.text),
      notices: [...incoming.notices, ...(zipped && zipped.others.count > 0 ? [zipped.others] : [])],
    }
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error
    throw new ImportProblem(error.code, { ...error.params, file: safeFileName(file.name) })
  }
}
