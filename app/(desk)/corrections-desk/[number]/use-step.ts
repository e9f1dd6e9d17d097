import type { RefObject } from 'react'
import { useAction, type Action, type Result } from '@/components/form/use-action'
import type { Failure } from '@/components/form/failure'

type Place = { id: string; version: number }
export type StepActions = {
  acknowledge: Action<Place, number>
  approve: Action<Place, number>
  second: Action<Place, number>
  publish: Action<Place, number>
  reject: Action<Place & { why: string }, number>
}
type Plain = Exclude<keyof StepActions, 'reject'>
export type TakeStep = {
  take: (name: Plain, place: Place) => Promise<Result<number> | undefined>
  busy: boolean
  failure: Failure | null
}

/**
 * Takes a step of a correction. A step waits while the correction's words are being saved, and is dropped if that save
 * fails: readers must never get other words than the screen shows.
 */
export function useStep(actions: StepActions, saving: RefObject<Promise<boolean>>): TakeStep {
  const acknowledge = useAction(actions.acknowledge)
  const approve = useAction(actions.approve)
  const second = useAction(actions.second)
  const publish = useAction(actions.publish)
  const all = { acknowledge, approve, second, publish }
  const each = Object.values(all)
  return {
    take: async (name, place) => {
      if (!(await saving.current)) return undefined
      for (const one of each) one.clear()
      return all[name].run(place)
    },
    busy: each.some((one) => one.busy),
    failure: each.find((one) => one.failure)?.failure ?? null,
  }
}
