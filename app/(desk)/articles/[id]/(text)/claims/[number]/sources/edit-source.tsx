'use client'

import { useTranslations } from 'next-intl'
import { FieldConflict } from '@/components/form/conflict-dialog'
import { useEditing } from '@/components/form/use-editing'
import { useSend } from '@/components/form/use-send'
import { useToast } from '@/components/ui/toast'
import type { Source } from '@/domain/source/shape'
import { changeSourceAction } from '../../../../actions'
import { FIELDS, toFields, toInput, type SourceFields, type SourceInput } from './source'
import { SourceForm } from './source-form'
import { usePageFacts } from './use-page-facts'

/** Describes each field in words, both as typed here and as another person saved it. */
function useSides() {
  const t = useTranslations('article.source')
  const tCommon = useTranslations('common')
  const word = (field: keyof SourceFields, { [field]: value, stance, kind }: SourceFields) => {
    if (field === 'stance') return tCommon(`stance.${stance}`)
    if (field === 'kind') return tCommon(`sourceKind.${kind}`)
    return value === true ? t('primaryShort') : value || ''
  }
  return (mine: SourceFields, theirs: SourceFields) =>
    FIELDS.map((field) => ({ label: t(field), mine: word(field, mine), theirs: word(field, theirs) }))
}

type Current = SourceInput & { removedAt: string | null }

type Props = { source: Source; onClose: (how: { saved: boolean }) => void }

/** Edits a source. If another person changed it meanwhile, the reader chooses between the two versions. */
export function EditSource({ source, onClose }: Props) {
  const t = useTranslations('article.source')
  const toast = useToast()
  const sides = useSides()
  const form = useEditing<SourceFields>({
    ...{ draft: `source-edit:${source.id}`, record: source.id },
    ...{ stored: toFields(source), version: source.version },
  })
  const { run, busy, failure, clear, lost } = useSend(form, changeSourceAction, {
    shows: (current: Current) => (current.removedAt ? null : toFields(current)),
  })
  const page = usePageFacts(form, source.url ?? '')
  const close = () => {
    form.end(source.version)
    onClose({ saved: false })
  }
  const save = async () => {
    await page.waitForTitle()
    const result = await run({ ...toInput(form.now()), id: source.id })
    if (!result?.ok) return
    form.end(result.value)
    onClose({ saved: true })
    toast({ title: t('changed') })
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
          fields={sides(form.value, lost.theirs)}
          onClose={clear}
          onTheirs={() => lost.take(lost.theirs)}
          onMine={() => {
            lost.keepMine()
            void save()
          }}
        />
      )}
    </SourceForm>
  )
}
