import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import type { SavedView } from '@/domain/view/shape'
import { changeViewAction, chooseStartAction, removeViewAction, restoreViewAction } from './actions'

export type ViewChanges = { name?: string; query?: string; shared?: boolean }

/** What happened, and how to undo it. It stands in the dialog, because a dialog covers all that is outside. */
export type Notice = { text: string; undo?: () => void }

/** What a reader may do with one view. Removing it can be undone. */
export function useView(
  { id, version, name, start: isStart }: SavedView,
  onChanged: () => Promise<void>,
  tell: (notice: Notice | null) => void,
) {
  const t = useTranslations('views')
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
    const undo = async () => {
      if ((await restore.run({ id }))?.ok) tell(null)
      await onChanged()
    }
    tell({ text: t('removed', { name }), undo: () => void undo() })
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
