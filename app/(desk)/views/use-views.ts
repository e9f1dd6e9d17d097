import { useCallback, useState } from 'react'
import { useSearchParams } from 'next/navigation'
import { useAction } from '@/components/form/use-action'
import type { ViewedList } from '@/domain/view/lists'
import type { SavedView } from '@/domain/view/shape'
import { listViewsAction } from './actions'
import { presentQuery } from './present'

/** The views of a list, read when they are asked for, and what the page shows now as a view would keep it. */
export function useViews(list: ViewedList) {
  const [views, setViews] = useState<SavedView[] | null>(null)
  const { run } = useAction(listViewsAction, { apart: true })
  const query = presentQuery(useSearchParams().toString())
  const read = useCallback(async () => {
    const answer = await run({ list })
    if (answer?.ok) setViews(answer.value.items)
  }, [run, list])
  return { views, read, query }
}
