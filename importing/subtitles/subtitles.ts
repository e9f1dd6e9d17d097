import type { Piece } from '../assemble'
import { decodeText, withDecoding } from '../decode'
import { incomingOf } from '../from-pieces'
import { ImportProblem, type Incoming } from '../incoming'
import type { Encoding } from '@/text/encodings'
import { type Cue, type CueLine, cuesOf } from './cues'
import { withoutRepeats } from './repeats'

type Line = CueLine & Pick<Cue, 'start' | 'end'>

/** A pause of this many seconds after a sentence begins a paragraph; a longer one does so within a sentence, too. */
const PAUSE = 2
const LONG_PAUSE = 10
/** In UTF-16 units; a paragraph of speech ends with the first sentence beyond it. */
const LONG_PARAGRAPH = 600
const ENDS = /[.!?…؟۔。！？][\s"'”’»)\]]*$/u
/** A name in capitals or before a colon, as captions write who speaks. */
const NAMED = /^(?:\p{Lu}[\p{Lu}\p{M} .'’-]{1,30}|\[[^\]]{1,30}\]):\s/u

/**
 * Reads the captions of a film (SubRip, WebVTT): what is said, in sentences and paragraphs, with the names of speakers
 * where they change.
 * @throws ImportProblem `not_this_format` for a file without captions, and what decoding throws
 */
export function readSubtitles(bytes: Uint8Array, as?: Encoding): Incoming {
  const decoded = decodeText(bytes, { as })
  const { cues, others, head, title } = cuesOf(decoded.text)
  if (!cues.some(({ end }) => end > 0)) throw new ImportProblem('not_this_format')
  const { lines, repeated, otherLanguage } = withoutRepeats(cues)
  const incoming = incomingOf(paragraphsOf(lines), {
    title,
    language: head.get('language'),
    notices: [
      { kind: 'cue_times', as: 'left_out', count: cues.length },
      { kind: 'cue_notes', as: 'left_out', count: others },
      { kind: 'repeated_lines', as: 'left_out', count: repeated },
      { kind: 'second_language', as: 'left_out', count: otherLanguage },
    ],
  })
  return withDecoding(incoming, decoded)
}

function paragraphsOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  let open: string[] = []
  let units = 0
  let last: Line | null = null
  for (const line of lines) {
    if (last && begins(line, last, units)) {
      pieces.push({ kind: 'paragraph', text: open.join(' ') })
      open = []
      units = 0
    }
    if (open.length === 0 && line.speaker !== '' && line.speaker !== last?.speaker)
      open.push(`${line.speaker}:`)
    open.push(line.words)
    units += line.words.length
    last = line
  }
  return [...pieces, { kind: 'paragraph', text: open.join(' ') }]
}

function begins(line: Line, last: Line, units: number): boolean {
  if (line.opens || line.speaker !== last.speaker || NAMED.test(line.words)) return true
  const pause = line.start - last.end
  if (pause >= LONG_PAUSE) return true
  return (pause >= PAUSE || units > LONG_PARAGRAPH) && ENDS.test(last.words)
}
