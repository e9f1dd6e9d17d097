import { TEXT_BOUNDS } from './bounds'

export type TextProblem = {
  code: 'empty' | 'too_long' | 'too_many_blocks' | 'nul' | 'lone_surrogate'
  /** UTF-16 offset of the first invalid unit, for `nul` and `lone_surrogate`. */
  at?: number
}

const MARK_RUN_LIMIT = 256
const LONG_MARK_RUN = new RegExp(`\\p{M}{${MARK_RUN_LIMIT}}`, 'gu')

/**
 * The one stored form of a text: LF line ends, NFC, no byte order marks at its start; otherwise unchanged.
 *
 * Runs of more than 256 combining marks are composed piece by piece, because reordering a whole run takes time that
 * grows with the square of its length. No real text contains such a run.
 */
export function canonicalText(input: string): string {
  const withoutMark = input.replace(/^\ufeff+/, '')
  const lines = withoutMark.replace(/\r\n?/g, '\n')
  const pieces: string[] = []
  let from = 0
  for (const run of lines.matchAll(LONG_MARK_RUN)) {
    const to = run.index + run[0].length
    pieces.push(lines.slice(from, to).normalize('NFC'))
    from = to
  }
  pieces.push(lines.slice(from).normalize('NFC'))
  return pieces.join('')
}

/** Why a text cannot be stored, or null. It checks the length first, so that huge input costs nothing. */
export function textProblem(input: string): TextProblem | null {
  if (input.length > TEXT_BOUNDS.units) return { code: 'too_long' }
  const nul = input.indexOf('\0')
  if (nul !== -1) return { code: 'nul', at: nul }
  const lone = /\p{Surrogate}/u.exec(input)
  if (lone) return { code: 'lone_surrogate', at: lone.index }
  if (!/\S/.test(input)) return { code: 'empty' }
  return null
}
