import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import { useToast } from '@/components/ui/toast'
import type { SavedView } from '@/domain/view/shape'
import { changeViewAction, chooseStartAction, removeViewAction, restoreViewAction } from './actions'

export type ViewChanges = { name?: string; query?: string; shared?: boolean }

/** What a reader may do with one view. Removing it can be undone. */
export function useView({ id, version, name, start: isStart }: SavedView, onChanged: () => Promise<void>) {
  const t = useTranslations('views')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const [renaming, setRenaming] = useState(false)
  const about = { about: name }
  const change = useAction(changeViewAction, about)
  const removal = useAction(removeViewAction, about)
  const restore = useAction(restoreViewAction, about)
  const start = useAction(chooseStartAction, about)

  const write = async (changes: ViewChanges) => {
    if ((await change.run({ id, version, ...changes }))?.ok) setRenaming(false)
    await onChanged()
  }
  const remove = async () => {
    if (!(await removal.run({ id }))?.ok) return
    const onAction = () => void restore.run({ id }).then(onChanged)
    toast({ title: t('removed', { name }), action: { label: tCommon('undo'), onAction } })
    await onChanged()
  }
  const toggleStart = async () => {
    await start.run({ id: isStart ? null : id })
    await onChanged()
  }
  const failure = change.failure ?? removal.failure ?? start.failure
  return { renaming, setRenaming, busy: change.busy, failure, write, remove, toggleStart }
}

export type ViewDeeds = ReturnType<typeof useView>
