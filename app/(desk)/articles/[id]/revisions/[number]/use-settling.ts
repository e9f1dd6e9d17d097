import { useReducer } from 'react'
import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import { useGo } from '@/components/form/use-go'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import type { OutcomeLine } from '@/components/revision/outcome-list'
import { useToast } from '@/components/ui/toast'
import type { Settling } from '@/domain/anchor/schema'
import { settleAnchorAction } from '../../actions'
import { NOTHING_SETTLED, settling, waitingLines, type Filter } from './settling-state'

/** The claims that wait to be settled, with one key for each decision about the current one. */
export function useSettling(articleId: string, lines: readonly OutcomeLine[], maySettle: boolean) {
  const t = useTranslations('revision.settle')
  const toast = useToast()
  const go = useGo()
  const { run, busy, failure } = useAction(settleAnchorAction)
  const [state, tell] = useReducer(settling, NOTHING_SETTLED)
  const { waiting, listed, countOf } = waitingLines(lines, state)
  const current = listed.find((line) => line.id === state.current) ?? listed[0]
  const settle = async (line: OutcomeLine, as: Settling) => {
    const result = await run({ id: line.id, version: line.version, as })
    if (!result?.ok) return
    tell({ kind: 'settled', line, listed })
    toast({ title: t(`done.${as}`, { number: line.number }) })
  }
  const choose = (line: OutcomeLine) => go(`/articles/${articleId}/claims/${line.number}`)
  const move = (step: 1 | -1) => {
    const to = current && listed[listed.indexOf(current) + step]
    if (to) tell({ kind: 'moved', to: to.id })
  }
  const key = (does: (line: OutcomeLine) => void) => (maySettle && current ? () => does(current) : undefined)
  useShortcuts(
    {
      j: () => move(1),
      k: () => move(-1),
      s: key((line) => void settle(line, 'stands')),
      c: key((line) => void settle(line, 'again')),
      e: key(choose),
      x: key((line) => void settle(line, 'gone')),
    },
    ['j', 'k'],
  )
  return {
    ...{ waiting, listed, countOf, current, busy, failure },
    filter: state.filter,
    onFilter: (by: Filter) => tell({ kind: 'filtered', by }),
    onMove: (line: OutcomeLine) => tell({ kind: 'moved', to: line.id }),
    onSettle: (line: OutcomeLine, as: Settling) => void settle(line, as),
    onChoose: choose,
  }
}
