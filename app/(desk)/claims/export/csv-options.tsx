import { useTranslations } from 'next-intl'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Checkbox } from '@/components/ui/field'
import { SEPARATORS, type Separator } from '@/domain/export/csv-form'

type Props = {
  bom: boolean
  onBom: (bom: boolean) => void
  separator: Separator
  onSeparator: (separator: Separator) => void
}

/** What a spreadsheet may need in a CSV file. */
export function CsvOptions({ bom, onBom, separator, onSeparator }: Props) {
  const t = useTranslations('exporting')
  return (
    <>
      <Checkbox label={t('bom')} checked={bom} onChange={(event) => onBom(event.target.checked)} />
      <p aria-hidden className="field-label">
        {t('separator')}
      </p>
      <ChoiceButtons
        label={t('separator')}
        value={separator}
        onChoose={(value) => onSeparator(value as Separator)}
        options={SEPARATORS.map((one) => ({ value: one, label: t(`separators.${one}`) }))}
      />
    </>
  )
}
