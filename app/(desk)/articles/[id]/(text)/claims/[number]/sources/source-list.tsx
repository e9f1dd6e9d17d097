'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Plus } from 'lucide-react'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import type { Source } from '@/domain/source/shape'
import { removeSourceAction, restoreSourceAction } from '../../../../actions'
import { EditSource } from './edit-source'
import { NewSource } from './new-source'
import { SourceItem } from './source-item'

type Props = {
  claimId: string
  sources: Source[]
  /** The links on the words of the claim. */
  links: { url: string; words: string }[]
  mayEdit: boolean
}

/** The evidence for a claim. Removing a source needs no confirmation, because it can be undone. */
export function SourceList({ claimId, sources, links, mayEdit }: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const remove = useAction(removeSourceAction)
  const restore = useAction(restoreSourceAction)
  const [open, setOpen] = useState<string | null>(null)

  const offered = links.filter(({ url }) => !sources.some((source) => source.url === url))
  const show = (form: string | null) => {
    remove.clear()
    setOpen(form)
  }
  useShortcuts({ s: mayEdit ? () => show('new') : undefined })

  const takeOff = async (source: Source) => {
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
      {open === 'new' && <NewSource claimId={claimId} links={offered} onClose={() => setOpen(null)} />}
      {sources.length === 0 && open !== 'new' && <p className="text-sm text-ink-muted">{t('none')}</p>}
      <ul className="grid gap-2">
        {sources.map((source) => (
          <li key={source.id}>
            {open === source.id ? (
              <EditSource source={source} onClose={() => setOpen(null)} />
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
