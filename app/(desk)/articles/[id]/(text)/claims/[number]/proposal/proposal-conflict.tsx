'use client'

import { useTranslations } from 'next-intl'
import type { ConflictField } from '@/components/form/conflict'
import { FieldConflict } from '@/components/form/field-conflict'
import type { ProposalFields } from './proposal'
import type { useProposal } from './use-proposal'

type Props = { proposal: ReturnType<typeof useProposal>; language: string }

/** Both wordings, after two people proposed one for the same claim or its words changed. */
export function ProposalConflict({ proposal: { lost, form, clear }, language }: Props) {
  const t = useTranslations('article.proposal')
  if (!lost) return null
  const { fields: theirs, quote } = lost.theirs
  const field = (name: keyof ProposalFields, label: string): ConflictField => ({
    ...{ name, label, kind: 'text', from: form.from[name] },
    ...{ mine: form.value[name], theirs: theirs[name] },
  })
  return (
    <FieldConflict
      language={language}
      explain={t('explain', { quote })}
      fields={[field('replacement', t('words')), field('reason', t('reason'))]}
      onClose={clear}
      onTheirs={lost.take}
      onMine={() => lost.goOn()}
      onTogether={(values) => lost.goOn(values as ProposalFields)}
    />
  )
}
