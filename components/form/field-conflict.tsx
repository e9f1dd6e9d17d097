'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { Sides } from '@/components/revision/sides'
import { Button } from '@/components/ui/button'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Dialog } from '@/components/ui/dialog'
import { Field, Input, Textarea } from '@/components/ui/field'
import { changedBy, differing, joined, joinedValues, type ConflictField } from './conflict'

type Props = {
  fields: readonly ConflictField[]
  /** The language of the values. */
  language?: string
  /** What is in conflict, and with whom. */
  title?: string
  explain?: string
  onMine: () => void
  onTheirs: () => void
  /** Saves these values, by the names of the fields. */
  onTogether: (values: Record<string, string>) => void
  /** Closing keeps the typed text. */
  onClose: () => void
}

/**
 * Shows both values of each field that two people changed, with the words that differ, and lets the second one choose:
 * their own, the saved ones, or both together, which they can still edit.
 */
export function FieldConflict({ fields, language, title, explain, ...choose }: Props) {
  const t = useTranslations('common.conflict')
  const tCommon = useTranslations('common')
  const shown = differing(fields)
  const [edited, setEdited] = useState<Record<string, string>>({})
  const together = { ...joinedValues(fields), ...edited }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && choose.onClose()}
      title={title ?? t('title')}
      description={explain ?? t('explain')}
      closeLabel={tCommon('close')}
      footer={
        <>
          <Button variant="ghost" onClick={choose.onClose}>
            {t('keep')}
          </Button>
          <Button onClick={choose.onTheirs}>{t('takeTheirs')}</Button>
          <Button onClick={choose.onMine}>{t('saveMine')}</Button>
          <Button variant="primary" onClick={() => choose.onTogether(together)}>
            {t('saveTogether')}
          </Button>
        </>
      }
    >
      <EarlyForm
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          // React passes it on to the form in which the conflict arose.
          event.stopPropagation()
          choose.onTogether(together)
        }}
      >
        {shown.map((field) => (
          <Differing
            key={field.name}
            {...{ field, language }}
            value={together[field.name] ?? ''}
            onChange={(value) => setEdited({ ...edited, [field.name]: value })}
          />
        ))}
      </EarlyForm>
    </Dialog>
  )
}

type DifferingProps = {
  field: ConflictField
  language?: string
  value: string
  onChange: (value: string) => void
}

/** One field: both sides, and the value that saving both together gives it. */
function Differing({ field, language, value, onChange }: DifferingProps) {
  const t = useTranslations('common.conflict')
  const { label, kind, mine, theirs, words = (one: string) => one } = field
  const side = (name: string, text: string) => ({
    ...{ name, text: words(text) || '—', language, dir: 'auto' as const },
  })
  const { clashes } = joined(field)
  const by = changedBy(field)
  const hint =
    by !== 'both' ? t(`by.${by}`) : kind === 'text' ? t('clashes', { count: clashes }) : t('by.both')
  return (
    <section aria-label={label} className="grid gap-2">
      <h3 className="font-semibold">{label}</h3>
      <Sides old={side(t('theirs'), theirs)} fresh={side(t('mine'), mine)} />
      {kind === 'choice' ? (
        <div className="grid gap-1">
          <span className="field-label">{t('together')}</span>
          <ChoiceButtons
            label={`${label}: ${t('together')}`}
            value={value}
            onChoose={onChange}
            options={[theirs, mine].map((one) => ({ value: one, label: words(one) || '—' }))}
          />
          <p className="text-sm text-ink-muted">{hint}</p>
        </div>
      ) : (
        <Field label={t('together')} hint={hint}>
          {kind === 'text' ? (
            <Textarea
              {...{ lang: language, dir: 'auto', rows: 4, value }}
              onChange={(event) => onChange(event.target.value)}
            />
          ) : (
            <Input
              {...{ lang: language, dir: 'auto', value }}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </section>
  )
}
