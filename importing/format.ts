import { endingOf, formatNamed, formatOfMedia, FORMATS, isText, type Format } from './formats'
import { ImportProblem } from './incoming'
import { markupKind } from './markup-kind'

const ZIP = /^PK(?:\x03\x04|\x05\x06)/
const OPEN_DOCUMENT = `mimetype${FORMATS.odt.media[0]}`
/** Offset of the name of a zip's first entry. */
const FIRST_NAME = 30
const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const LOOKED_AT = 1024
/** Markup may begin with a long comment or document type. */
const MARKUP_LOOKED_AT = 8192
const SUBRIP = /^[\sï»¿ÿþ]*\d{1,6}\s*\n\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/
const WEBVTT = /^[ï»¿ÿþ]*WEBVTT(?:\s|$)/
/** Endings of text files that programs read and people do not: data, styles, shortcuts, captions of other kinds. */
const OF_PROGRAMS = new Set(
  (
    'json jsonl json5 geojson csv tsv yaml yml toml ini cfg conf css scss js mjs cjs jsx tsx py php rb sh bat ps1 sql ' +
    'ics vcf url webloc desktop gdoc gsheet gslides ass ssa sbv lrc ttml dfxp bib log eps ps'
  ).split(' '),
)
/** The head of a message; its fields alone could be the first lines of any text. */
const MESSAGE = /^(?:[a-z][\w-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}/i
const SENT = /^(?:MIME-Version|Message-ID|Received|Return-Path):/im

/**
 * The format of a file. Its content decides; its name decides where the content leaves a choice.
 * @throws ImportProblem `unsupported` with the format, `encrypted`, `not_a_zip` for a .docx or .odt that is no zip,
 * `not_this_format` for another name that the content contradicts
 */
export function formatOf(file: { name: string; type: string; bytes: Buffer }): Format {
  const { name, bytes } = file
  const beginning = bytes.subarray(0, LOOKED_AT).toString('latin1')
  if (ZIP.test(beginning)) return zipFormat(name, bytes, beginning)
  if (beginning.startsWith(COMPOUND_FILE)) throw compoundProblem(bytes)
  if (beginning.includes('%PDF-')) return 'pdf'
  if (beginning.startsWith('{\\rtf')) return 'rtf'
  if (/\.mht(?:ml)?$/i.test(name)) throw new ImportProblem('unsupported', { format: 'mhtml' })
  const named = formatNamed(name)
  const written = writtenFormat(bytes, beginning.replaceAll('\0', ''), named)
  if (written) return written
  if (named && !isText(named))
    throw new ImportProblem(named === 'docx' || named === 'odt' ? 'not_a_zip' : 'not_this_format')
  if (/\.(?:svg|xml)$/i.test(name))
    throw new ImportProblem('unsupported', { format: endingOf(name) ?? 'xml' })
  const ending = endingOf(name)
  if (!named && ending && OF_PROGRAMS.has(ending)) throw new ImportProblem('unsupported', { format: ending })
  if (named || name.includes('.')) return named ?? 'text'
  const sent = formatOfMedia(file.type)
  return sent && isText(sent) ? sent : 'text'
}

/** The format of a text, as far as its beginning tells. */
function writtenFormat(bytes: Buffer, beginning: string, named: Format | null): Format | null {
  if (WEBVTT.test(beginning)) return 'vtt'
  if (SUBRIP.test(beginning)) return 'srt'
  if (MESSAGE.test(beginning) && SENT.test(beginning) && /^From:/im.test(beginning)) return 'eml'
  const ending = bytes.subarray(-LOOKED_AT).toString('latin1')
  const kind = markupKind(bytes.subarray(0, MARKUP_LOOKED_AT).toString('latin1'), ending)
  switch (kind) {
    case null:
      return null
    case 'nitf':
    case 'newsml':
      return kind
    case 'html':
      return named === 'markdown' && !/<(?:!doctype|html)[\s>]/i.test(beginning) ? null : 'html'
    case 'xml':
      if (named === 'html' || named === 'markdown') return null
  }
  throw new ImportProblem('unsupported', { format: kind === 'svg' ? 'svg' : 'xml' })
}

function compoundProblem(bytes: Buffer): ImportProblem {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return new ImportProblem('encrypted')
  return new ImportProblem('unsupported', { format: holds('__substg1.0_') ? 'msg' : 'doc' })
}

function zipFormat(name: string, bytes: Buffer, beginning: string): Format {
  if (beginning.startsWith(OPEN_DOCUMENT, FIRST_NAME)) return 'odt'
  if (bytes.includes('[Content_Types].xml') && bytes.includes('word/')) return 'docx'
  const named = formatNamed(name)
  if (named && !isText(named)) return named
  throw new ImportProblem('unsupported', { format: endingOf(name) ?? 'zip' })
}
