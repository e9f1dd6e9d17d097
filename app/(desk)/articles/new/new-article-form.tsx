'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Input, Textarea } from '@/components/ui/field'

type Fields = {
  title: string
  byline: string
  dateline: string
  language: string
  desk: string
  canonicalUrl: string
  deadline: string
  text: string
  markdown: boolean
}

const EMPTY: Fields = {
  title: '',
  byline: '',
  dateline: '',
  language: '',
  desk: '',
  canonicalUrl: '',
  deadline: '',
  text: '',
  markdown: false,
}

type Input = Partial<
  Record<'title' | 'byline' | 'dateline' | 'language' | 'desk' | 'canonicalUrl' | 'deadline', string>
> & {
  text?: string
  markdown?: string
  requestKey: string
}

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
const FRONT_MATTER = /^\s*---\r?\n/

function toInput({ text, markdown, deadline, ...fields }: Fields, requestKey: string): Input {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
  return {
    ...given,
    ...(deadline && { deadline: new Date(deadline).toISOString() }),
    ...(markdown ? { markdown: text } : { text }),
    requestKey,
  }
}

/** Takes an article in by pasting it. The whole form is kept in this browser until the article is saved. */
export function NewArticleForm({ create }: { create: Action<Input, string> }) {
  const t = useTranslations('article.new')
  const router = useRouter()
  const { run, busy, failure } = useAction(create)
  const issue = useIssue(failure)
  const { found, keep, drop } = useDraft<Fields>('article')
  const [fields, setFields] = useState(EMPTY)
  const [restored, setRestored] = useState(false)
  const requestKey = useRef('')

  useEffect(() => {
    if (!found) return
    setFields({ ...EMPTY, ...found.value })
    setRestored(true)
  }, [found])

  const set = (change: Partial<Fields>) => {
    const next = { ...fields, ...change }
    setFields(next)
    keep(next, 1)
  }
  const text = (field: Exclude<keyof Fields, 'markdown'>) => ({
    value: fields[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  })
  const paste = (value: string) =>
    set({ text: value, ...(!fields.markdown && FRONT_MATTER.test(value) && { markdown: true }) })

  const save = async () => {
    requestKey.current ||= crypto.randomUUID()
    const result = await run(toInput(fields, requestKey.current))
    if (!result?.ok) {
      requestKey.current = ''
      return
    }
    drop()
    router.push(`/articles/${result.value}`)
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FailureBanner failure={failure} fields={AT_FIELDS} />
      {restored && (
        <Banner tone="info" title={t('restored')}>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              drop()
              setFields(EMPTY)
              setRestored(false)
            }}
          >
            {t('discard')}
          </Button>
        </Banner>
      )}
      <Field label={t('text')} hint={t('textHint')} error={issue('text') ?? issue('markdown')}>
        <Textarea dir="auto" rows={12} value={fields.text} onChange={(event) => paste(event.target.value)} />
      </Field>
      <Checkbox
        label={t('markdown')}
        checked={fields.markdown}
        onChange={(event) => set({ markdown: event.target.checked })}
      />
      {fields.markdown && <p className="text-sm text-ink-muted">{t('fromFrontMatter')}</p>}
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
        <Field label={t('deadline')} error={issue('deadline')}>
          <Input type="datetime-local" {...text('deadline')} />
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
