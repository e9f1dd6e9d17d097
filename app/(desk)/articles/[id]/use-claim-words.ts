'use client'

import { useRef, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { useAction } from '@/components/form/use-action'
import { useSelectedWords } from './article-text/use-selected-words'
import { useToast } from '@/components/ui/toast'
import type { ClaimMark } from '@/domain/article/shape'
import { anchorAt } from '@/text/anchor'
import type { Ground } from './article-text/word-cursor'
import { anchorClaimAction, makeClaimAction, withdrawClaimAction } from './actions'
import type { ArticleShown } from './article-shown'

type Options = {
  article: ArticleShown
  text: string
  units: Pick<Ground, 'sentences' | 'paragraphs'>
  pane: RefObject<HTMLElement | null>
  /** Whether the reader may select words. */
  enabled: boolean
  onMade: (number: number) => void
}

/** Handles the words selected in the text. They can become a claim, or a claim can be moved to them. */
export function useClaimWords({ article, text, units, pane, enabled, onMade }: Options) {
  const t = useTranslations('article')
  const tRevision = useTranslations('revision')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const { id: articleId, revision, language, dir } = article
  const words = useSelectedWords({ root: pane, text, language, dir, units, enabled })
  const making = useAction(makeClaimAction)
  const anchoring = useAction(anchorClaimAction)
  const withdrawing = useAction(withdrawClaimAction)
  const requestKey = useRef('')

  const selected = () => {
    if (!words.span) return null
    const { quote, prefix, suffix, start } = anchorAt(text, words.span.start, words.span.end)
    return { revision, quote, prefix, suffix, start }
  }
  const make = async () => {
    const given = selected()
    if (!given) return
    requestKey.current ||= crypto.randomUUID()
    const result = await making.run({ articleId, ...given, requestKey: requestKey.current })
    if (!result?.ok) return
    requestKey.current = ''
    words.clear()
    const { id, number } = result.value
    toast({
      title: t('make.made', { number }),
      action: { label: tCommon('undo'), onAction: () => void withdrawing.run({ id, version: 1 }) },
    })
    onMade(number)
  }
  const putHere = async (claim: Pick<ClaimMark, 'id' | 'number' | 'version'>) => {
    const given = selected()
    if (!given) return
    const result = await anchoring.run({ id: claim.id, version: claim.version, ...given })
    if (!result?.ok) return
    words.clear()
    toast({ title: tRevision('putDone', { number: claim.number }) })
  }
  return {
    ...{ words, make, putHere, making: making.busy, putting: anchoring.busy },
    failure: making.failure ?? anchoring.failure ?? withdrawing.failure,
    drop: () => {
      requestKey.current = ''
      words.clear()
      making.clear()
      anchoring.clear()
    },
  }
}
