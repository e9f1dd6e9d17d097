'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useEditing } from '@/components/form/use-editing'
import { useGo } from '@/components/form/use-go'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import type { RevisionPreview } from '@/domain/revision/shape'
import { previewRevisionAction, reviseArticleAction } from '../actions'
import type { ArticleShown } from '../article-shown'
import type { Brought } from './text-file'

/** After a conflict the form shows the newest text. */
const SENDING = { over: 'revision', shows: ({ text }: { text: string }) => ({ text }) } as const

/**
 * Takes an edited text through its steps: type it or read it from a file, preview its effect on the claims, save it.
 */
export function useRevising(article: ArticleShown, newest: string) {
  const t = useTranslations('revision.new')
  const go = useGo()
  const toast = useToast()
  const stored = { text: newest }
  const form = useEditing({
    ...{ draft: `revise:${article.id}`, record: `revise:${article.id}` },
    ...{ stored, version: article.revision },
  })
  const look = useSend(form, previewRevisionAction, SENDING)
  const keep = useSend(form, reviseArticleAction, SENDING)
  const [brought, setBrought] = useState<Brought | null>(null)
  const [shown, setShown] = useState<RevisionPreview | null>(null)
  const requestKey = useRef('')
  const lost = look.lost || keep.lost

  const blocksOf = (text: string) => (brought?.incoming.text === text ? brought.incoming.blocks : undefined)
  const edited = () => {
    const { text } = form.now()
    return { articleId: article.id, text, blocks: blocksOf(text) }
  }
  const show = async () => {
    const answer = await look.run(edited())
    if (answer?.ok) setShown(answer.value)
  }
  const goOn = () => {
    look.clear()
    keep.clear()
    setShown(null)
  }
  return {
    ...{ form, look, keep, brought, shown, show, goOn },
    asRead: blocksOf(form.value.text) !== undefined,
    discard: () => form.end(article.revision, stored),
    bring: (read: Brought) => {
      form.enter({ text: read.incoming.text })
      setBrought(read)
    },
    save: async () => {
      requestKey.current ||= crypto.randomUUID()
      const sent = edited()
      const answer = await keep.run({ ...sent, requestKey: requestKey.current })
      if (!answer?.ok) return
      const { revision } = answer.value
      form.save({ text: sent.text }, revision)
      toast({ title: t('saved', { number: revision }) })
      go(`/articles/${article.id}/revisions/${revision}`)
    },
    lost: lost && {
      theirs: lost.theirs,
      /** First shows the effect on the newest text. */
      keepMine: () => {
        goOn()
        lost.keepMine()
        void show()
      },
      take: () => {
        goOn()
        lost.take(lost.theirs)
      },
    },
  }
}
