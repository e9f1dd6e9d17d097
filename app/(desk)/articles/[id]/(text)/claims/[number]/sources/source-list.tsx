'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Plus } from 'lucide-react'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import { toFields, toInput, type SourceFields, type SourceInput } from './source'
import { SourceForm } from './source-form'
import { SourceItem, type SourceRecord } from './source-item'

export type SourceActions = {
  add: Action<SourceInput & { claimId: string; requestKey: string }, string>
  change: Action<SourceInput & { id: string; version: number }, number>
  remove: Action<{ id: string; version: number }, number>
  restore: Action<{ id: string }, number>
}

type Props = { claimId: string; sources: SourceRecord[]; mayEdit: boolean; actions: SourceActions }

/** The evidence for a claim. Removing asks nothing and can be undone. */
export function SourceList({ claimId, sources, mayEdit, actions }: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const add = useAction(actions.add)
  const change = useAction(actions.change)
  const remove = useAction(actions.remove)
  const restore = useAction(actions.restore)
  const [open, setOpen] = useState<string | null>(null)
  const requestKey = useRef('')

  const show = (form: string | null) => {
    add.clear()
    change.clear()
    remove.clear()
    if (form === 'new') requestKey.current = crypto.randomUUID()
    setOpen(form)
  }
  useShortcuts({ s: mayEdit ? () => show('new') : undefined })

  const saveNew = async (fields: SourceFields) => {
    const result = await add.run({ ...toInput(fields), claimId, requestKey: requestKey.current })
    if (!result?.ok) return false
    setOpen(null)
    toast({ title: t('added') })
    return true
  }

  const saveChange = async (source: SourceRecord, fields: SourceFields) => {
    const result = await change.run({ ...toInput(fields), id: source.id, version: source.version })
    if (!result?.ok) return false
    setOpen(null)
    toast({ title: t('changed') })
    return true
  }

  const takeOff = async (source: SourceRecord) => {
    const result = await remove.run({ id: source.id, version: source.version })
    if (!result?.ok) return
    toast({
      title: t('removed'),
      action: { label: tCommon('undo'), onAction: () => void restore.run({ id: source.id }) },
    })
  }

  return (
    <section aria-labelledby={`sources-${claimId}`} className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 id={`sources-${claimId}`} className="field-label">
          {t('heading', { count: sources.length })}
        </h3>
        {mayEdit && open !== 'new' && (
          <Button size="sm" onClick={() => show('new')}>
            <Plus aria-hidden className="size-4" />
            {t('new')} <Kbd>s</Kbd>
          </Button>
        )}
      </div>
      <FailureBanner failure={remove.failure ?? restore.failure} />
      {open === 'new' && (
        <SourceForm
          draftKey={`source:${claimId}`}
          busy={add.busy}
          failure={add.failure}
          onSave={saveNew}
          onCancel={() => setOpen(null)}
        />
      )}
      {sources.length === 0 && open !== 'new' && <p className="text-sm text-ink-muted">{t('none')}</p>}
      <ul className="grid gap-2">
        {sources.map((source) => (
          <li key={source.id}>
            {open === source.id ? (
              <SourceForm
                draftKey={`source-edit:${source.id}`}
                initial={toFields(source)}
                version={source.version}
                busy={change.busy}
                failure={change.failure}
                onSave={(fields) => saveChange(source, fields)}
                onCancel={() => setOpen(null)}
              />
            ) : (
              <SourceItem
                source={source}
                mayEdit={mayEdit}
                onEdit={() => show(source.id)}
                onRemove={() => void takeOff(source)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
