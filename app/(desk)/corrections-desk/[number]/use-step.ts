import type { RefObject } from 'react'
import type { z } from 'zod'
import { useAction } from '@/components/form/use-action'
import type { correctionStepSchema } from '@/domain/correction/schema'
import { acknowledgeAction, approveAction, publishAction, secondAction } from '../actions'

export type TakeStep = ReturnType<typeof useStep>

/**
 * Takes a step of a correction. One pressed while its words are being saved waits for them, and is not taken when they
 * were not saved: readers must never be told other words than those on the screen.
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
    take: async (name: keyof typeof all, place: z.input<typeof correctionStepSchema>) => {
      if (!(await saving.current)) return undefined
      for (const one of each) one.clear()
      return all[name].run(place)
    },
    busy: each.some((one) => one.busy),
    failure: each.find((one) => one.failure)?.failure ?? null,
  }
}
