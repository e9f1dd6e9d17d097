import { useTranslations } from 'next-intl'
import { MomentField } from '@/components/form/moment-field'
import { Field, Input } from '@/components/ui/field'
import type { Fields } from './brought'

type Props = {
  fields: Fields
  issue: (path: string) => string | undefined
  onChange: (change: Partial<Fields>) => void
}

/** The fields that describe an article, all but its text. */
export function ArticleFields({ fields, issue, onChange }: Props) {
  const t = useTranslations('article.new')
  const text = (field: Exclude<keyof Fields, 'markdown'>) => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  return (
    <>
      <Field label={t('titleField')} error={issue('title')}>
        <Input dir="auto" {...text('title')} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('language')} hint={t('languageHint')} error={issue('language')}>
          <Input dir="ltr" maxLength={35} {...text('language')} />
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
