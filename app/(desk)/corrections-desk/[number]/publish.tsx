'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { writtenOf, type CorrectionFields } from '../parts/fields'
import { directionOf } from '@/text/direction'
import './publish.css'

export type Preview = { fields: CorrectionFields; article: { title: string; language: string } }

/** What readers will see of the correction, in the order of its public page. */
function ForReaders({ fields, article }: Preview) {
  const t = useTranslations('readers')
  const own = { lang: article.language, dir: directionOf(article.language) }
  return (
    <section
      className="publish-preview"
      aria-label={t('correction.title', { kind: t(`kind.${fields.kind}`), number: '' })}
    >
      <p>
        <span className="status-badge">{t(`kind.${fields.kind}`)}</span> <span {...own}>{article.title}</span>
      </p>
      {fields.note && (
        <p className="publish-note" {...own}>
          {fields.note}
        </p>
      )}
      {(['wrong', 'right', 'explanation'] as const).map(
        (field) =>
          fields[field] && (
            <div key={field}>
              <p className="field-label">{t(`correction.${field}`)}</p>
              <p className="whitespace-pre-line break-words" {...own}>
                {fields[field]}
              </p>
            </div>
          ),
      )}
    </section>
  )
}

/** What happens to the article's text on publication. */
function InText({ fields, article }: Preview) {
  const t = useTranslations('correction.publish')
  const own = { lang: article.language, dir: directionOf(article.language) }
  const { quote, replacement, fixedElsewhere } = writtenOf(fields)
  if (replacement === null)
    return <p>{fixedElsewhere ? t('elsewhere', { place: fixedElsewhere }) : t('stays')}</p>
  return (
    <div>
      <p className="field-label">{t('replaces')}</p>
      <p className="break-words" {...own}>
        <del>{quote}</del> <ins>{replacement}</ins>
      </p>
    </div>
  )
}

type Props = {
  preview: Preview
  busy: boolean
  disabled: boolean
  secondary: boolean
  publish: () => Promise<unknown>
}

/** Publishes a correction, after showing what readers will see of it. */
export function Publish({ preview, busy, disabled, secondary, publish }: Props) {
  const t = useTranslations('correction')
  const tCommon = useTranslations('common')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant={secondary ? 'secondary' : 'primary'}
        busy={busy}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {t('publish.open')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('publish.title')}
        description={t('steps.publishHint')}
        closeLabel={tCommon('close')}
        footer={
          <>
            <Button variant="ghost" onClick={() => setAsking(false)}>
              {tCommon('cancel')}
            </Button>
            <Button
              variant="primary"
              busy={busy}
              // A refusal is shown beside the steps and at the fields that it names.
              onClick={() => void publish().finally(() => setAsking(false))}
            >
              {t('steps.publish')}
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <p className="font-medium">{t('publish.readersSee')}</p>
          <ForReaders {...preview} />
          <InText {...preview} />
        </div>
      </Dialog>
    </>
  )
}
