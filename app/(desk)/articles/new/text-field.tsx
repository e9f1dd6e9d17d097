'use client'

import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { Checkbox, Field, Textarea } from '@/components/ui/field'
import type { useNewArticle } from './use-new-article'
import { useText } from './use-text'

type Props = {
  article: ReturnType<typeof useNewArticle>
  issue: (path: string) => string | undefined
}

/** The text of a new article, and how it came in. */
export function TextField({ article, issue }: Props) {
  const t = useTranslations('article.new')
  const tImport = useTranslations('importing')
  const { setText, onPaste, pasting } = useText(article)
  const { fields, brought } = article.form
  return (
    <>
      {brought && (
        <Banner
          tone="success"
          title={tImport('brought.title', { name: brought.name || tImport('brought.paste') })}
        >
          <p>{tImport('brought.hint')}</p>
        </Banner>
      )}
      <Field label={t('text')} hint={t('textHint')} error={issue('text') ?? issue('markdown')}>
        <Textarea
          dir="auto"
          rows={12}
          value={fields.text}
          readOnly={pasting}
          aria-busy={pasting || undefined}
          onPaste={(event) => void onPaste(event)}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {pasting && <p role="status">{tImport('pasting')}</p>}
      {!brought && (
        <Checkbox
          label={t('markdown')}
          checked={fields.markdown}
          onChange={(event) => article.set({ markdown: event.target.checked })}
        />
      )}
      {fields.markdown && <p className="text-sm text-ink-muted">{t('fromFrontMatter')}</p>}
    </>
  )
}
