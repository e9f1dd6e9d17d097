'use client'

import { useTranslations } from 'next-intl'
import type { ConflictField } from '@/components/form/conflict'
import { FieldConflict } from '@/components/form/field-conflict'
import type { ClaimStatus } from '@/domain/claim/statuses'
import type { useVerdict } from './use-verdict'

type Props = { verdict: ReturnType<typeof useVerdict>; language: string }

/** Both verdicts, after two people saved the same claim. */
export function VerdictConflict({ verdict, language }: Props) {
  const t = useTranslations('article.conflict')
  const tVerdict = useTranslations('article.verdict')
  const tStatus = useTranslations('common.status')
  const { lost, status, pending, finding, clear } = verdict
  if (!lost) return null
  const { theirs, from } = lost
  const fields: ConflictField[] = [
    {
      ...{ name: 'status', label: tVerdict('status'), kind: 'choice', from: status },
      ...{ mine: pending ?? theirs.status, theirs: theirs.status },
      words: (one) => tStatus(one as ClaimStatus),
    },
    {
      ...{ name: 'finding', label: tVerdict('finding'), kind: 'text', from },
      ...{ mine: finding.value === from ? theirs.finding : finding.value, theirs: theirs.finding },
    },
  ]
  return (
    <FieldConflict
      {...{ fields, language }}
      title={t('title')}
      explain={theirs.reviewer ? t('by', { name: theirs.reviewer.name }) : t('explain')}
      onClose={clear}
      onTheirs={lost.takeTheirs}
      onMine={() => lost.goOn()}
      onTogether={(values) => lost.goOn(values['finding'], values['status'] as ClaimStatus)}
    />
  )
}
