import { useTranslations } from 'next-intl'
import { Field, Select } from '@/components/ui/field'
import type { Incoming } from '@/importing/incoming'
import { ENCODINGS, type Encoding } from '@/text/encodings'

type Props = {
  /** How the file was decoded; null when it could not be. */
  encoding: Incoming['encoding']
  /** What the reader chose; null for the desk's own finding. */
  chosen: Encoding | null
  busy: boolean
  onChoose: (as: Encoding | undefined) => void
}

/** Tells a guessed encoding, and lets the reader have the same file read in any other. */
export function EncodingChoice({ encoding, chosen, busy, onChoose }: Props) {
  const t = useTranslations('importing.encoding')
  return (
    <div className="grid gap-1">
      {encoding?.guessed && (
        <p className="text-sm font-medium">{t('guessed', { name: t(`name.${encoding.name}`) })}</p>
      )}
      <Field label={t('choose')} className="sm:max-w-80">
        <Select
          value={chosen ?? ''}
          disabled={busy}
          onChange={(event) => onChoose(ENCODINGS.find((name) => name === event.target.value))}
        >
          <option value="">{t('asFound')}</option>
          {ENCODINGS.map((name) => (
            <option key={name} value={name}>
              {t(`name.${name}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
