'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { CorrectionKind } from '@/domain/correction/rules'
import { directionOf } from '@/text/direction'
import type { Locale } from '@/text/locale'

type Item = {
  kind: CorrectionKind
  language: Locale
  text: string
  version: number
  changedBy: string | null
}

type Props = {
  item: Item
  mayChange: boolean
  change: Action<Pick<Item, 'kind' | 'language' | 'text' | 'version'>, number>
}

/** The newsroom's wording of one kind of note. */
export function WordingForm({ item, mayChange, change }: Props) {
  const t = useTranslations('correction')
  const toast = useToast()
  const { run, busy, failure } = useAction(change)
  const issue = useIssue(failure)
  const [text, setText] = useState(item.text)
  const { kind, language, version } = item
  const save = async () => {
    const result = await run({ kind, language, version, text })
    if (result?.ok) toast({ title: t('wordings.saved') })
  }
  return (
    <EarlyForm
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FailureBanner failure={failure} fields={['text']} />
      <Field
        label={t(`kind.${kind}`)}
        hint={
          item.changedBy ? <bdi>{t('wordings.changedBy', { name: item.changedBy })}</bdi> : t('wordings.own')
        }
        error={issue('text')}
      >
        <Textarea
          lang={language}
          dir={directionOf(language)}
          rows={2}
          required
          readOnly={!mayChange}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {mayChange && (
        <div>
          <Button
            type="submit"
            size="sm"
            busy={busy}
            aria-label={`${t('wordings.save')}: ${t(`kind.${kind}`)} (${language})`}
          >
            {t('wordings.save')}
          </Button>
        </div>
      )}
    </EarlyForm>
  )
}
