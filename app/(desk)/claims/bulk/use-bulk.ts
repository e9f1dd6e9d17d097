import { useRef, useState } from 'react'
import type { Failure } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import type { BulkProgress, LeftClaim } from '@/domain/bulk/shape'
import { beginBulkAction, continueBulkAction, undoBulkAction } from '../actions'
import type { BulkTarget, changeOf } from './change'

export type BulkState = BulkProgress & {
  left: LeftClaim[]
  /** Whether the numbers are those of undoing. */
  undoing: boolean
}

type Change = NonNullable<ReturnType<typeof changeOf>>

/** The number of claims that the filters select now, when it is not the one that was seen. */
export const countNow = (failure: Failure | null): number | null =>
  failure?.key === 'bulkOtherCount' ? (failure.current as { count: number }).count : null

/**
 * Runs a bulk change chunk by chunk, and its undoing. It goes on when the bar is gone, and an answer that got lost can
 * be asked for again: the same press goes on where it stopped.
 * @param stopped a change, or its undoing, that stopped before this page was opened
 */
export function useBulk(stopped: BulkState | null = null) {
  const begin = useAction(beginBulkAction)
  const further = useAction(continueBulkAction)
  const undo = useAction(undoBulkAction)
  const [state, setState] = useState(stopped)
  const [running, setRunning] = useState(false)
  const key = useRef<string | null>(null)

  const finish = async (first: BulkState, step: typeof further.run) => {
    setState(first)
    for (let { id, waiting } = first; waiting > 0;) {
      const result = await step({ id })
      if (!result?.ok) return
      setState({ ...first, ...result.value })
      waiting = result.value.waiting
    }
  }

  const whileRunning = async (work: () => Promise<void>) => {
    setRunning(true)
    await work()
    setRunning(false)
  }

  const start = (target: BulkTarget, change: Change) =>
    whileRunning(async () => {
      key.current ??= crypto.randomUUID()
      const result = await begin.run({ ...target, change, requestKey: key.current })
      if (result && !result.ok && result.code !== 'offline') key.current = null
      if (result?.ok) await finish({ ...result.value, undoing: false }, further.run)
    })

  const takeBack = () =>
    whileRunning(async () => {
      const result = state && (await undo.run({ id: state.id }))
      if (result?.ok) await finish({ ...result.value, undoing: true }, undo.run)
    })

  const resume = () =>
    whileRunning(async () => {
      if (state) await finish(state, state.undoing ? undo.run : further.run)
    })

  const reset = () => {
    key.current = null
    setState(null)
    for (const one of [begin, further, undo]) one.clear()
  }

  return {
    state,
    running,
    failure: begin.failure ?? further.failure ?? undo.failure,
    start: (target: BulkTarget, change: Change) => void start(target, change),
    /** Goes on with the change, or with its undoing, where it stopped. */
    resume: () => void resume(),
    undo: () => void takeBack(),
    reset,
  }
}
