import { endingOf, formatNamed, formatOfMedia, FORMATS, isText, type Format } from './formats'
import { ImportProblem } from './incoming'

const ZIP = /^PK(?:\x03\x04|\x05\x06)/
const OPEN_DOCUMENT = `mimetype${FORMATS.odt.media[0]}`
/** Offset of the name of a zip's first entry. */
const FIRST_NAME = 30
const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const LOOKED_AT = 1024
const MARKUP =
  /^[\sï»¿ÿþ]*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html)[\s>]/i

/**
 * The format of a file. Its content decides; its name decides where the content leaves a choice.
 * @throws ImportProblem `unsupported` with the format, `encrypted`, `not_a_zip` for a .docx or .odt that is no zip
 */
export function formatOf(file: { name: string; type: string; bytes: Buffer }): Format {
  const { name, bytes } = file
  const beginning = bytes.subarray(0, LOOKED_AT).toString('latin1')
  if (ZIP.test(beginning)) return zipFormat(name, bytes, beginning)
  if (beginning.startsWith(COMPOUND_FILE)) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new ImportProblem('encrypted')
    throw new ImportProblem('unsupported', { format: 'doc' })
  }
  if (beginning.includes('%PDF-')) throw new ImportProblem('unsupported', { format: 'pdf' })
  if (beginning.startsWith('{\\rtf')) throw new ImportProblem('unsupported', { format: 'rtf' })
  if (/\.mht(?:ml)?$/i.test(name)) throw new ImportProblem('unsupported', { format: 'mhtml' })
  if (MARKUP.test(beginning.replaceAll('\0', ''))) return 'html'
  const named = formatNamed(name)
  if (named && !isText(named)) throw new ImportProblem('not_a_zip')
  if (named || name.includes('.')) return named ?? 'text'
  const sent = formatOfMedia(file.type)
  return sent && isText(sent) ? sent : 'text'
}

function zipFormat(name: string, bytes: Buffer, beginning: string): Format {
  if (beginning.startsWith(OPEN_DOCUMENT, FIRST_NAME)) return 'odt'
  if (bytes.includes('[Content_Types].xml') && bytes.includes('word/')) return 'docx'
  const named = formatNamed(name)
  if (named && !isText(named)) return named
  throw new ImportProblem('unsupported', { format: endingOf(name) ?? 'zip' })
}
