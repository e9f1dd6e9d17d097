import { createHash } from 'node:crypto'
import { invalid } from '@/domain/errors'
import type { Incoming } from '@/importing/incoming'
import { stillLeftOut, takeBack } from '@/importing/take-back'

const ID_LETTERS = 12

/**
 * An id for each piece that was left out of a page. It follows from the words of the piece, so that a page which has
 * changed since its preview never gives other words for it.
 */
export function idsOfPieces(pieces: readonly { kind: string; text: string }[]): string[] {
  const seen = new Map<string, number>()
  return pieces.map(({ kind, text }) => {
    const copy = seen.get(`${kind} ${text}`) ?? 0
    seen.set(`${kind} ${text}`, copy + 1)
    const said = JSON.stringify([kind, text, copy])
    return createHash('sha256').update(said).digest('hex').slice(0, ID_LETTERS)
  })
}

/**
 * What was read, with the named pieces in its text.
 * @throws DomainError `invalid` with the issue at the id of a piece that the page does not have
 */
export function withPieces(incoming: Incoming, ids: readonly string[]): Incoming {
  if (ids.length === 0) return incoming
  const { text, blocks, notes, links, leftOut = [] } = incoming
  const known = idsOfPieces(leftOut)
  const taken = ids.map((id) => known.indexOf(id))
  const unknown = taken.indexOf(-1)
  if (unknown !== -1) throw invalid([{ path: `takeBack.${unknown}`, key: 'importNoSuchPiece' }])
  const page = { text, blocks, notes, links, leftOut }
  return { ...incoming, ...takeBack(page, taken), leftOut: stillLeftOut(page, taken) }
}
