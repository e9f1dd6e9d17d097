'use client'

import { useState } from 'react'
import { useAction } from '@/components/form/use-action'
import type { TogetherResult } from '@/domain/sign-off/shape'
import { signOffTogetherAction, withdrawTogetherAction } from '../actions'
import { chunksOf, undoable, type Signing, type WaitingClaim } from './signing'

type Run<T> = (input: {
  claims: T[]
}) => Promise<{ ok: boolean; value?: { items: TogetherResult[] } } | undefined>

/** Signs many claims off, chunk by chunk, and takes that back. What was reached stays when a chunk is refused. */
export function useSigning() {
  const sign = useAction(signOffTogetherAction)
  const withdraw = useAction(withdrawTogetherAction)
  const [signing, setSigning] = useState<Signing | null>(null)
  const [running, setRunning] = useState(false)

  const go = async <T>(run: Run<T>, claims: readonly T[], undoing: boolean) => {
    setRunning(true)
    let results: TogetherResult[] = []
    setSigning({ undoing, total: claims.length, results })
    for (const chunk of chunksOf(claims)) {
      const answer = await run({ claims: chunk })
      if (!answer?.ok) break
      results = [...results, ...(answer.value?.items ?? [])]
      setSigning({ undoing, total: claims.length, results })
    }
    setRunning(false)
  }

  return {
    ...{ signing, running, failure: sign.failure ?? withdraw.failure },
    start: (claims: readonly WaitingClaim[]) =>
      void go(
        sign.run,
        claims.map(({ id, digest }) => ({ id, digest })),
        false,
      ),
    undo: () => signing && void go(withdraw.run, undoable(signing), true),
  }
}
