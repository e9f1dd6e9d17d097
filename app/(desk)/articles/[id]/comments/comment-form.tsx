'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { forgetRequestKey, isSettled, requestKeyOf } from '@/components/form/request-keys'
import { useAction } from '@/components/form/use-action'
import { useEditing } from '@/components/form/use-editing'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { mentionsIn } from '@/domain/comment/rules'
import type { Person } from '@/domain/shape'
import { commentOnArticleAction, commentOnClaimAction } from './actions'
import { MentionField } from './mention-field'

/** A placeholder: no record exists yet. */
const VERSION = 0

/** What comments are about: a claim, or an article as a whole. */
export type Place = { claimId: string; articleId?: undefined } | { articleId: string; claimId?: undefined }

type Props = {
  place: Place
  people: readonly Person[]
  /** The thread that it answers, and who began it. */
  thread?: { id: string; by: Person }
  onSent?: () => void
  onCancel?: () => void
}

/** Writes a comment. What is typed stays when the form is closed or the page is loaded again. */
export function CommentForm({ place, people, thread, onSent, onCancel }: Props) {
  const t = useTranslations('comments')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const draft = `comment:${place.claimId ?? place.articleId}:${thread?.id ?? ''}`
  const form = useEditing<string>({ draft, version: VERSION, stored: '' })
  const onClaim = useAction(commentOnClaimAction, { stays: true })
  const onArticle = useAction(commentOnArticleAction, { stays: true })
  const { busy, failure } = place.claimId === undefined ? onArticle : onClaim
  const issue = useIssue(failure)
  const [chosen, setChosen] = useState<readonly Person[]>([])
  const send = async () => {
    const text = form.now()
    const mentions = [...new Set(mentionsIn(text, [...chosen, ...people]).map(({ person }) => person.id))]
    const words = { text, mentions, threadId: thread?.id, requestKey: requestKeyOf(draft) }
    const result = await (place.claimId === undefined
      ? onArticle.run({ ...words, articleId: place.articleId })
      : onClaim.run({ ...words, claimId: place.claimId }))
    if (isSettled(result)) forgetRequestKey(draft)
    if (!result?.ok) return
    form.end(VERSION, '')
    toast({ title: t('sent') })
    onSent?.()
  }
  return (
    <EarlyForm
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <FailureBanner failure={failure} fields={['text']} />
      <Field
        label={thread ? t('answer', { name: thread.by.name }) : t('new')}
        hint={t('mentionHint')}
        error={issue('text')}
      >
        <MentionField
          value={form.value}
          people={people}
          onChange={(text) => form.enter(text)}
          onChoose={(person) => setChosen((all) => [person, ...all])}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" busy={busy}>
          {thread ? t('sendReply') : t('send')}
        </Button>
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            {tCommon('cancel')}
          </Button>
        )}
      </div>
    </EarlyForm>
  )
}
