'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ClaimStatus } from '@/domain/claim/statuses'
import { ClaimStatusBadge } from '@/components/claim/status'

export type Verdict = {
  version: number
  status: ClaimStatus
  finding: string
  reviewer?: { name: string } | null
}

type Props = {
  mine: Verdict
  theirs: Verdict
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

/** Two people saved one claim: both values side by side, and the second chooses. Closing keeps typing as it was. */
export function ConflictDialog({ mine, theirs, language, onMine, onTheirs, onClose }: Props) {
  const t = useTranslations('article.conflict')
  const tCommon = useTranslations('common')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={theirs.reviewer ? t('by', { name: theirs.reviewer.name }) : t('explain')}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('keepTyping')}
          </Button>
          <Button variant="secondary" onClick={onTheirs}>
            {t('takeTheirs')}
          </Button>
          <Button variant="primary" onClick={onMine}>
            {t('saveMine')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Side title={t('mine')} verdict={mine} language={language} />
        <Side title={t('theirs')} verdict={theirs} language={language} />
      </div>
    </Dialog>
  )
}
