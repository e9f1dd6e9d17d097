'use client'

import { useEffect, useMemo, useReducer, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import { useToast } from '@/components/ui/toast'
import { makeClaimAction, passSentencesAction, withdrawClaimAction } from '../actions'
import { decided, positionsOf, stillOpen, type Open } from './decided'

type Sentence = { position: number; start: number; text: string }
type RevisionRef = { articleId: string; revision: number }

/**
 * Makes claims of sentences, or passes the sentences. A decided sentence leaves the list with the press and comes back
 * if the desk refuses. So each key acts on the sentence that is on the screen, however slow the desk is.
 */
export function useDeciding<S extends Sentence>(revision: RevisionRef, shown: Open<S>) {
  const t = useTranslations('article.coverage')
  const tMake = useTranslations('article.make')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const make = useAction(makeClaimAction, { stays: true })
  const pass = useAction(passSentencesAction, { stays: true })
  const withdraw = useAction(withdrawClaimAction, { stays: true })
  const requestKey = useRef({ start: -1, key: '' })
  const [state, tell] = useReducer(decided, [])
  const { next, rest } = shown
  const open = useMemo(() => positionsOf({ next, rest }), [next, rest])
  useEffect(() => tell({ kind: 'shown', open }), [open])

  const told = (title: string, undo: () => Promise<{ ok: boolean } | undefined>, onUndone: () => void) =>
    toast({
      title,
      action: {
        label: tCommon('undo'),
        onAction: () => void undo().then((undone) => undone?.ok && onUndone()),
      },
    })
  const claim = async ({ position, start, text }: S) => {
    if (requestKey.current.start !== start) requestKey.current = { start, key: crypto.randomUUID() }
    tell({ kind: 'decided', positions: [position] })
    const result = await make.run({ ...revision, quote: text, start, requestKey: requestKey.current.key })
    if (!result) return
    if (!result.ok) return tell({ kind: 'opened', positions: [position] })
    const { id, number } = result.value
    told(
      tMake('made', { number }),
      () => withdraw.run({ id, version: 1 }),
      () => tell({ kind: 'opened', positions: [position] }),
    )
  }
  const decide = async (positions: number[], passed: boolean) => {
    const given = { ...revision, positions }
    const [said, back] = passed ? (['decided', 'opened'] as const) : (['opened', 'decided'] as const)
    tell({ kind: said, positions })
    const result = await pass.run({ ...given, passed })
    if (!result) return
    if (!result.ok) return tell({ kind: back, positions })
    told(
      passed ? t('passed', { count: positions.length }) : t('opened'),
      () => pass.run({ ...given, passed: !passed }),
      () => tell({ kind: back, positions }),
    )
  }
  return {
    ...stillOpen(shown, state),
    ...{ claim, decide, busy: make.busy || pass.busy },
    /** Whether a sentence was decided here since the page was last read. */
    isDecided: (position: number) => state.includes(position),
    failure: make.failure ?? pass.failure ?? withdraw.failure,
  }
}
