import type { ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/field'
import type { NamedLanguage } from '@/text/language-names'

type Props = Omit<ComponentProps<typeof Select>, 'onChange' | 'value'> & {
  languages: readonly NamedLanguage[]
  /** A tag, or nothing. A tag that is not among the languages stays one to choose. */
  value: string
  onChange: (tag: string) => void
}

/** A language, chosen by its name. */
export function LanguageSelect({ languages, value, onChange, ...rest }: Props) {
  const t = useTranslations('article.new')
  const isNamed = value === '' || languages.some(({ tag }) => tag === value)
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('languageChoose')}</option>
      {languages.map(({ tag, name }) => (
        <option key={tag} value={tag}>
          {name}
        </option>
      ))}
      {!isNamed && <option value={value}>{value}</option>}
    </Select>
  )
}
