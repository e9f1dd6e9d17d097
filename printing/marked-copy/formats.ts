import type { CopyFormat } from '@/domain/marked-copy/schema'
import type { MarkedCopy } from '@/domain/marked-copy/shape'
import { printCopy } from '../office/office'
import { wordsOf } from '../words'

type Format = { contentType: string; print: (copy: MarkedCopy) => Promise<Uint8Array> }

/** The formats in which an article goes back to its writer. */
export const COPIES: Record<CopyFormat, Format> = {
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    print: printCopy,
  },
}

/** A file name in the language of the copy's own words; `contentDisposition` makes it safe. */
export const copyFileName = ({ language, article }: MarkedCopy, format: CopyFormat): string =>
  `${wordsOf(language)('report.markedCopy.fileName', { title: article.title })}.${format}`
