import { useTranslations } from 'next-intl'
import { LanguageSelect } from '@/components/form/language-select'
import { MomentField } from '@/components/form/moment-field'
import type { NamedLanguage } from '@/text/language-names'
import { Field, Input } from '@/components/ui/field'
import type { Fields } from './brought'

type Props = {
  fields: Fields
  languages: readonly NamedLanguage[]
  /** Which fields show what the text tells. */
  guessed: { title: boolean; language: boolean }
  issue: (path: string) => string | undefined
  onChange: (change: Partial<Fields>) => void
}

/** The fields that describe an article, all but its text. */
export function ArticleFields({ fields, languages, guessed, issue, onChange }: Props) {
  const t = useTranslations('article.new')
  const text = (field: Exclude<keyof Fields, 'markdown'>) => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  return (
    <>
      <Field
        label={t('titleField')}
        hint={guessed.title ? t('titleGuessed') : undefined}
        error={issue('title')}
      >
        <Input dir="auto" {...text('title')} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('language')}
          hint={guessed.language ? t('languageGuessed') : undefined}
          error={issue('language')}
        >
          <LanguageSelect
            languages={languages}
            value={fields.language}
            onChange={(language) => onChange({ language })}
          />
        </Field>
        <Field label={t('byline')} error={issue('byline')}>
          <Input dir="auto" {...text('byline')} />
        </Field>
        <Field label={t('desk')} error={issue('desk')}>
          <Input dir="auto" {...text('desk')} />
        </Field>
        <Field label={t('dateline')} error={issue('dateline')}>
          <Input dir="auto" {...text('dateline')} />
        </Field>
        <Field label={t('canonicalUrl')} error={issue('canonicalUrl')}>
          <Input dir="ltr" inputMode="url" {...text('canonicalUrl')} />
        </Field>
        <MomentField
          label={t('deadline')}
          error={issue('deadline')}
          value={fields.deadline}
          onChange={(deadline) => onChange({ deadline })}
        />
      </div>
    </>
  )
}
