import { chosenOf, type Decision, type Picks } from './picks'
import type { ImportPreview, ImportResult } from '@/domain/claim-import/shape'

/** The progress of a claim import: typed, previewed with the reader's decisions on its rows, or done. */
export type ImportState =
  | { step: 'typing' }
  | { step: 'shown'; preview: ImportPreview; picks: Picks; requestKey: string }
  | { step: 'imported'; result: ImportResult }

/** Each choice of rows has one request key: sending the same choice twice counts as one request. */
export type ImportEvent =
  | { kind: 'shown'; preview: ImportPreview; requestKey: string }
  | { kind: 'picked'; row: number; choice: Decision; requestKey: string }
  | { kind: 'imported'; result: ImportResult }
  | { kind: 'back' }

export const NO_PICKS: Picks = new Map()

export const START: ImportState = { step: 'typing' }

export function nextState(state: ImportState, event: ImportEvent): ImportState {
  switch (event.kind) {
    case 'shown':
      return { step: 'shown', preview: event.preview, picks: NO_PICKS, requestKey: event.requestKey }
    case 'picked':
      if (state.step !== 'shown') return state
      return {
        ...state,
        picks: new Map(state.picks).set(event.row, event.choice),
        requestKey: event.requestKey,
      }
    case 'imported':
      return { step: 'imported', result: event.result }
    case 'back':
      return START
  }
}

/** The part of a previewed list to send. */
export const toSend = ({ preview, picks, requestKey }: Extract<ImportState, { step: 'shown' }>) => ({
  revision: preview.revision,
  chosen: chosenOf(preview.rows, picks),
  requestKey,
})
