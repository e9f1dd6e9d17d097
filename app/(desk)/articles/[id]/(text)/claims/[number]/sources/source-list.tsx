'use client'

import { useTranslations } from 'next-intl'
import { Plus } from 'lucide-react'
import { FOCUS_NAME } from '@/components/form/use-focus-return'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import type { Claim } from '@/domain/claim/shape'
import type { Source } from '@/domain/source/shape'
import { removeSourceAction, restoreSourceAction } from '../../../../actions'
import { EditSource } from './edit-source'
import { NewSource } from './new-source'
import { SourceItem } from './source-item'

type Props = {
  claim: Pick<Claim, 'id' | 'number'>
  sources: Source[]
  /** The links on the words of the claim. */
  links: { url: string; words: string }[]
  mayEdit: boolean
  /** The open form: a source's id, `NEW_SOURCE` or none. */
  form: string | null
  onShow: (form: string) => void
  onClose: (how: { saved: boolean }) => void
  /** Whether the open form was sent and its answer is awaited. */
  onSending: (sending: boolean) => void
  /** The claim is marked verified once the new source is saved. */
  verifying: boolean
  /** What a new source begins with. */
  stance: Source['stance']
}

export const NEW_SOURCE = 'new'

/** The evidence for a claim. Removing a source needs no confirmation, because it can be undone. */
export function SourceList({
  claim: { id: claimId, number },
  sources,
  links,
  mayEdit,
  form: open,
  onShow,
  onClose,
  onSending,
  ...begun
}: Props) {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const about = tCommon('claimNumber', { number })
  const remove = useAction(removeSourceAction, { about, stays: true })
  const restore = useAction(restoreSourceAction, { about, stays: true })

  const offered = links.filter(({ url }) => !sources.some((source) => source.url === url))
  const show = (form: string) => {
    remove.clear()
    onShow(form)
  }
  useShortcuts({ s: mayEdit ? () => show(NEW_SOURCE) : undefined })

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
        {mayEdit && open !== NEW_SOURCE && (
          <Button size="sm" {...{ [FOCUS_NAME]: NEW_SOURCE }} onClick={() => show(NEW_SOURCE)}>
            <Plus aria-hidden className="size-4" />
            {t('new')} <Kbd>s</Kbd>
          </Button>
        )}
      </div>
      <FailureBanner failure={remove.failure ?? restore.failure} />
      {open === NEW_SOURCE && (
        <NewSource {...{ claimId, about, links: offered, onClose, onSending }} {...begun} />
      )}
      {sources.length === 0 && open !== NEW_SOURCE && <p className="text-sm text-ink-muted">{t('none')}</p>}
      <ul className="grid gap-2">
        {sources.map((source) => (
          <li key={source.id}>
            {open === source.id ? (
              <EditSource {...{ source, about, onClose, onSending }} />
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
