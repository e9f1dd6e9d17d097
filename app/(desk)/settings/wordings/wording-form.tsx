'use client'

import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FieldConflict } from '@/components/form/field-conflict'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { Button } from '@/components/ui/button'
import { Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { directionOf } from '@/text/direction'
import type { WordingItem } from '@/domain/wording/shape'
import { changeWordingAction } from '../actions'

type Props = { item: WordingItem; mayChange: boolean }

/** The newsroom's wording of one kind of note. */
export function WordingForm({ item, mayChange }: Props) {
  const t = useTranslations('correction')
  const toast = useToast()
  const { kind, language, version } = item
  const name = `wording:${kind}:${language}`
  const form = useEditing<string>({ ...{ draft: name, record: name }, ...{ stored: item.text, version } })
  const { run, busy, failure, clear, lost } = useSend(form, changeWordingAction, {
    shows: ({ text }: { text: string }) => text,
  })
  const issue = useIssue(failure)
  const save = async () => {
    const text = form.now()
    const result = await run({ kind, language, text })
    if (!result?.ok) return
    form.save(text, result.value)
    toast({ title: t('wordings.saved') })
  }
  const goOn = (text = '') => {
    if (!lost) return
    lost.goOn(text, lost.theirs)
    void save()
  }
  return (
    <EarlyForm
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FailureBanner failure={lost ? null : failure} fields={['text']} />
      <OfferedDraft {...form.offer}>{(words) => words}</OfferedDraft>
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
          value={form.value}
          onChange={(event) => form.enter(event.target.value)}
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
      {lost && (
        <FieldConflict
          fields={[
            {
              ...{ name: 'text', label: t(`kind.${kind}`), kind: 'text' },
              ...{ from: form.from, mine: form.value, theirs: lost.theirs },
            },
          ]}
          language={language}
          onClose={clear}
          onTheirs={() => lost.take(lost.theirs)}
          onMine={() => goOn(form.value)}
          onTogether={({ text }) => goOn(text)}
        />
      )}
    </EarlyForm>
  )
}
