'use client'

import { useTranslations } from 'next-intl'
import { FieldConflict } from '@/components/form/field-conflict'
import { rebased, type ConflictField } from '@/components/form/conflict'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import type { Source } from '@/domain/source/shape'
import { changeSourceAction } from '../../../../actions'
import { FIELDS, toFields, toInput, typedFields, type SourceFields, type SourceInput } from './source'
import { SourceForm } from './source-form'
import { usePageFacts } from './use-page-facts'

const KINDS: { [F in keyof SourceFields]?: ConflictField['kind'] } = {
  ...{ stance: 'choice', kind: 'choice', primary: 'choice', excerpt: 'text' },
}

/** Each field as typed here and as another person saved it. */
function useSides() {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const tHistory = useTranslations('history')
  const words = (field: keyof SourceFields) => (value: string) => {
    if (field === 'stance') return tCommon(`stance.${value as SourceFields['stance']}`)
    if (field === 'kind') return tCommon(`sourceKind.${value as SourceFields['kind']}`)
    return field === 'primary' ? tHistory(value === 'true' ? 'yes' : 'no') : value
  }
  return (from: SourceFields, mine: SourceFields, theirs: SourceFields) =>
    FIELDS.map((field): ConflictField => {
      const [was, own, other] = [from, mine, theirs].map((side) => String(side[field])) as [
        string,
        string,
        string,
      ]
      const sides = { from: was, mine: own, theirs: other }
      return { name: field, label: t(field), kind: KINDS[field] ?? 'line', ...sides, words: words(field) }
    })
}

type Current = SourceInput & { removedAt: string | null }

type Props = {
  source: Source
  /** The name of the claim. */
  about: string
  onClose: (how: { saved: boolean }) => void
  onSending: (sending: boolean) => void
}

/** Edits a source. If another person changed it meanwhile, the reader chooses between the two versions. */
export function EditSource({ source, about, onClose, onSending }: Props) {
  const t = useTranslations('article.source')
  const toast = useToast()
  const sides = useSides()
  const form = useEditing<SourceFields>({
    ...{ draft: `source-edit:${source.id}`, record: source.id },
    ...{ stored: toFields(source), version: source.version },
  })
  const { run, busy, failure, clear, lost } = useSend(form, changeSourceAction, {
    ...{ about, stays: true },
    shows: (current: Current) => (current.removedAt ? null : toFields(current)),
  })
  const page = usePageFacts(form, source.url ?? '')
  const close = () => {
    form.end(source.version)
    onClose({ saved: false })
  }
  const save = async () => {
    onSending(true)
    await page.waitForTitle()
    const result = await run({ ...form.changed(toInput), id: source.id })
    if (!result) return
    if (!result.ok) return onSending(false)
    form.end(result.value)
    onClose({ saved: true })
    toast({ title: t('changed') })
  }
  const goOn = (value: SourceFields) => {
    if (!lost) return
    lost.goOn(value, lost.theirs)
    void save()
  }
  return (
    <SourceForm
      {...{ title: t('editTitle'), form, busy, failure: lost ? null : failure }}
      page={page}
      onSave={() => void save()}
      onHide={() => onClose({ saved: false })}
      onCancel={close}
    >
      {lost && (
        <FieldConflict
          fields={sides(form.from, form.value, lost.theirs)}
          onClose={clear}
          onTheirs={() => lost.take(lost.theirs)}
          onMine={() => goOn(rebased(form.from, form.value, lost.theirs))}
          onTogether={(values) => goOn(typedFields(values))}
        />
      )}
    </SourceForm>
  )
}
