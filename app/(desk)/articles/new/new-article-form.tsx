'use client'

import { useRef, useState, type ClipboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction, type Action } from '@/components/form/use-action'
import { useGo } from '@/components/form/use-go'
import { useFileDrop } from '@/components/import/use-file-drop'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Textarea } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import type { Incoming } from '@/services/importing/incoming'
import { ArticleFields } from './article-fields'
import { BringIn } from './bring-in'
import { type ArticleInput, toInput, withInserted } from './brought'
import { BroughtPreview } from './brought-preview'
import { hasFrontMatter, structuredMarkup } from './pasted'
import { useNewArticle } from './use-new-article'
import { type AddressInput, useReading } from './use-reading'

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

type Props = {
  create: Action<ArticleInput, string>
  readAddress: Action<AddressInput, Incoming>
  readPaste: Action<{ html: string }, Incoming>
}

/** Takes an article in by pasting it, from a file or from an address; the form shows it all before it is saved. */
export function NewArticleForm({ create, readAddress, readPaste }: Props) {
  const t = useTranslations('article.new')
  const tImport = useTranslations('importing')
  const tErrors = useTranslations('errors')
  const go = useGo()
  const toast = useToast()
  const { run, busy, failure } = useAction(create)
  const issue = useIssue(failure)
  const paste = useAction(readPaste)
  const article = useNewArticle()
  const reading = useReading(readAddress, article.bring)
  const [tooMany, setTooMany] = useState(false)
  const requestKey = useRef('')
  const { dropping, handlers } = useFileDrop(([file, ...others]) => {
    setTooMany(others.length > 0)
    if (file && others.length === 0) void reading.file(file)
  })
  const { form } = article
  const { fields, brought } = form

  const setText = (value: string) =>
    article.set({
      text: value,
      ...(!brought && !fields.markdown && hasFrontMatter(value) && { markdown: true }),
    })
  const onPaste = async (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = fields.markdown ? null : structuredMarkup(event.clipboardData)
    if (html === null || paste.busy) return
    event.preventDefault()
    const plain = event.clipboardData.getData('text/plain')
    const { selectionStart: from, selectionEnd: to } = event.currentTarget
    const result = await paste.run({ html })
    const { fields: now } = article.now()
    const replacesAll = now.text.slice(0, from).trim() === '' && now.text.slice(to).trim() === ''
    if (!result?.ok) {
      setText(`${now.text.slice(0, from)}${plain}${now.text.slice(to)}`)
      toast({ title: tImport('pasteKept') })
    } else if (replacesAll && (now.title === '' || result.value.title === '')) article.bring(result.value, '')
    else article.change(withInserted(article.now(), result.value, from, to))
  }
  const save = async () => {
    requestKey.current ||= crypto.randomUUID()
    const result = await run(toInput(form, requestKey.current))
    if (!result?.ok) {
      requestKey.current = ''
      return
    }
    article.drop()
    go(`/articles/${result.value}`)
  }

  return (
    <div className="drop-target grid gap-4" data-dropping={dropping || undefined} {...handlers}>
      {article.restored && (
        <Banner tone="info" title={t('restored')}>
          <Button size="sm" variant="ghost" onClick={article.discard}>
            {t('discard')}
          </Button>
        </Banner>
      )}
      <OfferedDraft offered={article.offered} onTake={article.takeOffered} onDrop={article.dropOffered}>
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
            readOnly={paste.busy}
            aria-busy={paste.busy || undefined}
            onPaste={(event) => void onPaste(event)}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {paste.busy && <p role="status">{tImport('pasting')}</p>}
        {!brought && (
          <Checkbox
            label={t('markdown')}
            checked={fields.markdown}
            onChange={(event) => article.set({ markdown: event.target.checked })}
          />
        )}
        {fields.markdown && <p className="text-sm text-ink-muted">{t('fromFrontMatter')}</p>}
        <ArticleFields fields={fields} issue={issue} onChange={article.set} />
        {brought && (
          <BroughtPreview
            form={{ fields, brought }}
            onLeave={(left) => article.change({ fields, brought: { ...brought, left } })}
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
