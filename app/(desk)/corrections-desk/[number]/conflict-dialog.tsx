'use client'

import { useTranslations } from 'next-intl'
import { FIELD_NAMES, type CorrectionFields } from '../parts/fields'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props = {
  mine: CorrectionFields
  theirs: CorrectionFields
  language: string
  onMine: () => void
  onTheirs: () => void
  onClose: () => void
}

/** Two people saved one correction: the fields that differ side by side, and the second chooses. */
export function ConflictDialog({ mine, theirs, language, onMine, onTheirs, onClose }: Props) {
  const t = useTranslations('correction.conflict')
  const tForm = useTranslations('correction.form')
  const tWords = useTranslations('correction')
  const tCommon = useTranslations('common')
  const differing = FIELD_NAMES.filter((field) => mine[field] !== theirs[field])
  const word = (field: (typeof FIELD_NAMES)[number], value: string) =>
    field === 'kind' || field === 'severity' || field === 'foundBy'
      ? tWords(`${field}.${value}` as 'kind.correction')
      : value || '—'
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('explain')}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button onClick={onTheirs}>{t('takeTheirs')}</Button>
          <Button variant="primary" onClick={onMine}>
            {t('saveMine')}
          </Button>
        </>
      }
    >
      <dl className="grid gap-3">
        {differing.map((field) => (
          <div key={field} className="grid gap-1">
            <dt className="field-label">{tForm(field)}</dt>
            {(
              [
                ['mine', mine],
                ['theirs', theirs],
              ] as const
            ).map(([side, value]) => (
              <dd key={side} className="grid rounded bg-sunken p-2">
                <span className="text-sm text-ink-muted">{t(side)}</span>
                <span lang={language} dir="auto" className="break-words whitespace-pre-wrap">
                  {word(field, value[field])}
                </span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
