'use client'

import { useTranslations } from 'next-intl'
import { useEditing } from '@/components/form/use-editing'
import { useGo } from '@/components/form/use-go'
import { useLiveReducer } from '@/components/form/use-live-reducer'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import { previewRevisionAction, reviseArticleAction } from '../actions'
import type { ArticleShown } from '../article-shown'
import { answersIn, claimsOf, shownNotes } from './noted-claims'
import { blocksOf, linksOf, notesOf, NOTHING_REVISED, revising, trackedOf } from './revising-state'
import type { Brought } from './text-file'

/** After a conflict the form shows the newest text. */
const SENDING = { over: 'revision', shows: ({ text }: { text: string }) => ({ text }) } as const

/**
 * Takes an edited text through its steps: type it or read it from a file, preview its effect on the claims, save it.
 * @param questions with which the desk's remarks to a writer end
 */
export function useRevising(article: ArticleShown, newest: string, questions: readonly string[]) {
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
  const [state, tell, now] = useLiveReducer(revising, () => NOTHING_REVISED)
  const lost = look.lost || keep.lost

  const edited = (text: string) => {
    const tracked = trackedOf(now(), text, newest)
    const changes = tracked === null || tracked === 'unfit' ? undefined : tracked
    return { articleId: article.id, text, blocks: blocksOf(now(), text), changes }
  }
  const show = async () => {
    const { text } = form.now()
    const answer = await look.run(edited(text))
    if (answer?.ok) tell({ kind: 'shown', preview: answer.value, text, requestKey: crypto.randomUUID() })
  }
  const noted = (current: typeof state) => ({
    text: current.previewed?.text ?? '',
    notes: notesOf(current, current.previewed?.text ?? ''),
    left: current.previewed?.left ?? [],
    lines: current.shown?.lines ?? [],
  })
  const goOn = () => {
    look.clear()
    keep.clear()
    tell({ kind: 'back' })
  }
  return {
    ...{ form, look, keep, show, goOn },
    ...{ brought: state.brought, shown: state.shown },
    tracked: trackedOf(state, form.value.text, newest),
    notes: notesOf(state, form.value.text),
    unanswered: state.brought?.unanswered ?? [],
    noted: {
      notes: shownNotes(noted(state)),
      claims: claimsOf(noted(state)),
      onLeave: (left: number[]) => tell({ kind: 'left', left }),
    },
    asRead: blocksOf(state, form.value.text) !== undefined,
    discard: () => form.end(article.revision, stored),
    bring: (read: Brought) => {
      form.enter({ text: read.incoming.text })
      const { answers: notes, unanswered } = answersIn(read.incoming.notes, questions)
      tell({ kind: 'brought', read: { ...read, incoming: { ...read.incoming, notes }, unanswered } })
    },
    save: async () => {
      const { previewed } = now()
      if (!previewed) return
      const { text, requestKey } = previewed
      const brought = { links: linksOf(now(), text), claims: claimsOf(noted(now())) }
      const answer = await keep.run({ ...edited(text), ...brought, requestKey })
      if (!answer?.ok) return
      const { revision } = answer.value
      form.save({ text }, revision)
      toast({ title: t('saved', { number: revision }) })
      go(`/articles/${article.id}/revisions/${revision}`)
    },
    lost: lost && {
      theirs: lost.theirs,
      /** First shows the effect on the newest text. */
      goOn: (text: string) => {
        goOn()
        lost.goOn({ text }, lost.theirs)
        void show()
      },
      take: () => {
        goOn()
        lost.take(lost.theirs)
      },
    },
  }
}
