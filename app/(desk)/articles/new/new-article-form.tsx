'use client'

import { useRef, useState } from 'react'
import { useTimeZone, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { useAction } from '@/components/form/use-action'
import { useGo } from '@/components/form/use-go'
import { useFileDrop } from '@/components/import/use-file-drop'
import { Button } from '@/components/ui/button'
import type { NamedLanguage } from '@/text/language-names'
import { createArticleAction } from './actions'
import { ArticleFields } from './article-fields'
import { BringIn } from './bring-in'
import { toInput, withTaken } from './brought'
import { BroughtPreview } from './brought-preview'
import { shownGuesses, withoutTitleLine } from './guessed'
import { TextField } from './text-field'
import { useNewArticle } from './use-new-article'
import { useReading } from './use-reading'

const AT_FIELDS = [
  'title',
  'byline',
  'dateline',
  'language',
  'desk',
  'canonicalUrl',
  'deadline',
  'text',
  'markdown',
]

/** Adds an article from pasted text, a file or an address. The form shows everything before it is saved. */
export function NewArticleForm({ languages }: { languages: readonly NamedLanguage[] }) {
  const t = useTranslations('article.new')
  const tErrors = useTranslations('errors')
  const go = useGo()
  const { run, busy, failure } = useAction(createArticleAction)
  const issue = useIssue(failure)
  const article = useNewArticle()
  const reading = useReading(article.bring)
  const [tooMany, setTooMany] = useState(false)
  const requestKey = useRef('')
  const drop = useFileDrop(([file, ...others]) => {
    setTooMany(others.length > 0)
    if (file && others.length === 0) void reading.file(file)
  })
  const { form } = article
  const { fields, brought } = form

  const zone = useTimeZone() ?? 'UTC'
  const save = async () => {
    requestKey.current ||= crypto.randomUUID()
    const result = await run(toInput(withoutTitleLine(form), { requestKey: requestKey.current, zone }))
    if (!result?.ok) {
      requestKey.current = ''
      return
    }
    article.saved(form)
    go(`/articles/${result.value}`)
  }

  return (
    <div className="grid gap-4" {...drop}>
      {article.restored && (
        <RestoredDraft title={t('restored')} discard={t('discard')} onDiscard={article.discard} />
      )}
      <OfferedDraft {...article.offer}>
        {({ title, text }) => [title, text].filter(Boolean).join(' · ')}
      </OfferedDraft>
      <BringIn
        reading={reading}
        encoding={brought?.encoding ?? null}
        fileError={tooMany ? tErrors('importOneFile') : undefined}
      />
      <EarlyForm
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <FailureBanner failure={failure} fields={AT_FIELDS} />
        <TextField article={article} issue={issue} />
        <ArticleFields
          fields={fields}
          languages={languages}
          guessed={shownGuesses(form)}
          issue={issue}
          onChange={article.set}
        />
        {brought && (
          <BroughtPreview
            form={{ fields, brought }}
            onLeave={(left) => article.change({ fields, brought: { ...brought, left } })}
            onTake={(taken) => article.change(withTaken(article.now(), taken))}
          />
        )}
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </EarlyForm>
    </div>
  )
}
