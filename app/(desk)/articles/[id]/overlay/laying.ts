import { chosenOf, type Picks } from './picks'
import type { Laid } from '@/domain/overlay/commands'
import type { Overlay } from '@/domain/overlay/queries'

/**
 * The progress of a list of claims: typed, previewed with the reader's decisions on its rows, or saved over the text.
 */
export type Laying =
  | { step: 'list' }
  | { step: 'shown'; overlay: Overlay; picks: Picks; requestKey: string }
  | { step: 'laid'; laid: Laid }

/** Each choice of rows has one request key: sending the same choice twice counts as one request. */
export type Lay =
  | { kind: 'shown'; overlay: Overlay; requestKey: string }
  | { kind: 'picked'; row: number; choice: { on: boolean; start?: number }; requestKey: string }
  | { kind: 'laid'; laid: Laid }
  | { kind: 'back' }

export const NO_PICKS: Picks = new Map()

export const LIST: Laying = { step: 'list' }

export function lay(state: Laying, event: Lay): Laying {
  switch (event.kind) {
    case 'shown':
      return { step: 'shown', overlay: event.overlay, picks: NO_PICKS, requestKey: event.requestKey }
    case 'picked':
      if (state.step !== 'shown') return state
      return {
        ...state,
        picks: new Map(state.picks).set(event.row, event.choice),
        requestKey: event.requestKey,
      }
    case 'laid':
      return { step: 'laid', laid: event.laid }
    case 'back':
      return LIST
  }
}

/** The part of a previewed list to send. */
export const layable = ({ overlay, picks, requestKey }: Extract<Laying, { step: 'shown' }>) => ({
  revision: overlay.revision,
  chosen: chosenOf(overlay.rows, picks),
  requestKey,
})
