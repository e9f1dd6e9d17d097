'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { useToast } from '@/components/ui/toast'
import { addSourceAction } from '../../../../actions'
import { NO_SOURCE, toInput } from './source'
import { OfferedLinks } from './offered-links'
import { SourceForm } from './source-form'

/** A placeholder: no record exists yet. */
const VERSION = 0

type Props = { claimId: string; links: { url: string; words: string }[]; onClose: () => void }

/** Adds a source. A double press adds one. */
export function NewSource({ claimId, links, onClose }: Props) {
  const t = useTranslations('article.source')
  const toast = useToast()
  const form = useEditing({ draft: `source:${claimId}`, stored: NO_SOURCE, version: VERSION })
  const { run, busy, failure } = useAction(addSourceAction)
  const [requestKey] = useState(() => crypto.randomUUID())
  const close = () => {
    form.end(VERSION)
    onClose()
  }
  const save = async () => {
    const result = await run({ ...toInput(form.value), claimId, requestKey })
    if (!result?.ok) return
    close()
    toast({ title: t('added') })
  }
  return (
    <SourceForm
      {...{ title: t('newTitle'), form, busy, failure }}
      onSave={() => void save()}
      onHide={onClose}
      onCancel={close}
      before={
        <OfferedLinks
          links={links}
          onTake={({ url, words }) => form.set({ url, title: words, kind: 'link' })}
        />
      }
    />
  )
}
