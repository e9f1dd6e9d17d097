'use client'

import { useTranslations } from 'next-intl'
import { ConflictDialog } from '@/components/form/conflict-dialog'
import type { Claim } from '@/domain/claim/shape'
import { ClaimStatusBadge } from '@/components/claim/status'

type Verdict = Pick<Claim, 'status' | 'finding'>

type Props = {
  mine: Verdict
  theirs: Verdict & Pick<Claim, 'reviewer'>
  language: string
  onMine: () => void
  onTheirs: () => void
  onClose: () => void
}

function Side({ title, verdict, language }: { title: string; verdict: Verdict; language: string }) {
  const t = useTranslations('article.conflict')
  const tStatus = useTranslations('common.status')
  return (
    <section className="grid content-start gap-2 rounded border border-line bg-sunken p-3">
      <h3 className="font-semibold">{title}</h3>
      <div>
        <ClaimStatusBadge status={verdict.status} label={tStatus(verdict.status)} />
      </div>
      <p lang={language} dir="auto" className="whitespace-pre-wrap break-words">
        {verdict.finding || <span className="text-ink-muted">{t('noFinding')}</span>}
      </p>
    </section>
  )
}

/** Shows both verdicts side by side after two people saved the same claim. */
export function VerdictConflict({ mine, theirs, language, ...choices }: Props) {
  const t = useTranslations('article.conflict')
  const labels = { keepTyping: t('keepTyping'), takeTheirs: t('takeTheirs'), saveMine: t('saveMine') }
  const explain = theirs.reviewer ? t('by', { name: theirs.reviewer.name }) : t('explain')
  return (
    <ConflictDialog title={t('title')} explain={explain} labels={labels} {...choices}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Side title={t('mine')} verdict={mine} language={language} />
        <Side title={t('theirs')} verdict={theirs} language={language} />
      </div>
    </ConflictDialog>
  )
}
