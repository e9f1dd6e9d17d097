'use client'

import { useTranslations } from 'next-intl'
import { forgetRequestKey, isSettled, requestKeyOf } from '@/components/form/request-keys'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { Banner } from '@/components/ui/banner'
import { useToast } from '@/components/ui/toast'
import { addSourceAction } from '../../../../actions'
import { NO_SOURCE, toInput, type SourceFields } from './source'
import { OfferedLinks } from './offered-links'
import { SourceForm } from './source-form'
import { usePageFacts } from './use-page-facts'

/** A placeholder: no record exists yet. */
const VERSION = 0

type Props = {
  claimId: string
  /** The name of the claim. */
  about: string
  links: { url: string; words: string }[]
  onClose: (how: { saved: boolean }) => void
  onSending: (sending: boolean) => void
  verifying: boolean
  stance: SourceFields['stance']
}

/** Adds a source. A double press adds one. */
export function NewSource({ claimId, about, links, onClose, onSending, verifying, stance }: Props) {
  const t = useTranslations('article.source')
  const toast = useToast()
  const draft = `source:${claimId}`
  const form = useEditing({ draft, stored: { ...NO_SOURCE, stance }, version: VERSION })
  const page = usePageFacts(form)
  const { run, busy, failure } = useAction(addSourceAction, { about, stays: true })
  const close = (saved: boolean) => {
    form.end(VERSION)
    forgetRequestKey(draft)
    onClose({ saved })
  }
  const save = async () => {
    onSending(true)
    await page.waitForTitle()
    const result = await run({ ...toInput(form.now()), claimId, requestKey: requestKeyOf(draft) })
    if (isSettled(result)) forgetRequestKey(draft)
    if (!result) return
    if (!result.ok) return onSending(false)
    close(true)
    toast({ title: t('added') })
  }
  return (
    <SourceForm
      {...{ title: t('newTitle'), form, busy, failure, page }}
      onSave={() => void save()}
      onHide={() => onClose({ saved: false })}
      onCancel={() => close(false)}
      before={
        <>
          {verifying && <Banner tone="info" title={t('verifying')} />}
          <OfferedLinks
            links={links}
            onTake={({ url, words }) => form.set({ url, title: words, kind: 'link' })}
          />
        </>
      }
    />
  )
}
