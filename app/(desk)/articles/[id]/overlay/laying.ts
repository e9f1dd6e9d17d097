import { chosenOf, type Picks } from './picks'
import type { Laid } from '@/domain/overlay/commands'
import type { Overlay } from '@/domain/overlay/queries'

/** How far a list of claims has come: typed, looked at with what was decided on its rows, or laid over the text. */
export type Laying =
  | { step: 'list' }
  | { step: 'shown'; overlay: Overlay; picks: Picks; requestKey: string }
  | { step: 'laid'; laid: Laid }

/** A key stands for one choice of rows: the same choice sent again is one request. */
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

/** What is sent of a list that is looked at. */
export const layable = ({ overlay, picks, requestKey }: Extract<Laying, { step: 'shown' }>) => ({
  revision: overlay.revision,
  chosen: chosenOf(overlay.rows, picks),
  requestKey,
})
