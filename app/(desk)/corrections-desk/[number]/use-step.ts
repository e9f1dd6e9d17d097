import type { RefObject } from 'react'
import type { z } from 'zod'
import { useAction } from '@/components/form/use-action'
import type { correctionStepSchema } from '@/domain/correction/schema'
import { acknowledgeAction, approveAction, publishAction, secondAction } from '../actions'

export type TakeStep = ReturnType<typeof useStep>

/**
 * Takes a step of a correction. A step waits while the correction's words are being saved, and is dropped if that save
 * fails: readers must never get other words than the screen shows.
 */
export function useStep(saving: RefObject<Promise<boolean>>) {
  const all = {
    acknowledge: useAction(acknowledgeAction),
    approve: useAction(approveAction),
    second: useAction(secondAction),
    publish: useAction(publishAction),
  }
  const each = Object.values(all)
  return {
    take: async (name: keyof typeof all, correction: z.input<typeof correctionStepSchema>) => {
      if (!(await saving.current)) return undefined
      for (const one of each) one.clear()
      return all[name].run(correction)
    },
    busy: each.some((one) => one.busy),
    failure: each.find((one) => one.failure)?.failure ?? null,
  }
}
