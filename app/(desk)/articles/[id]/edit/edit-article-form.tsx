'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction, type Action } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { useGo } from '@/components/form/use-go'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field, Input, Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { ARTICLE_STATES } from '@/domain/article/schema'

type Details = {
  title: string
  byline: string
  dateline: string
  language: string
  desk: string
  canonicalUrl: string
  state: (typeof ARTICLE_STATES)[number]
}
type Props = {
  article: Details & { id: string; version: number }
  change: Action<Details & { id: string; version: number }, number>
}

const TEXT_FIELDS = ['title', 'language', 'byline', 'desk', 'dateline', 'canonicalUrl'] as const
const LABELS = {
  title: 'titleField',
  language: 'language',
  byline: 'byline',
  desk: 'desk',
  dateline: 'dateline',
  canonicalUrl: 'canonicalUrl',
} as const

export function EditArticleForm({ article, change }: Props) {
  const t = useTranslations('article.change')
  const tNew = useTranslations('article.new')
  const tState = useTranslations('common.articleState')
  const go = useGo()
  const toast = useToast()
  const { run, busy, failure } = useAction(change)
  const issue = useIssue(failure)
  const [fields, setFields] = useState<Details>(article)
  const [version, setVersion] = useState(article.version)
  const [restored, setRestored] = useState(false)
  const draft = useDraft<Details>(`details:${article.id}`, article.version)
  const { restored: found, keep, drop } = draft
  useEffect(() => {
    if (!found) return
    setFields(found.value)
    setVersion(found.version)
    setRestored(true)
  }, [found])
  const set = (change: Partial<Details>) => {
    const next = { ...fields, ...change }
    setFields(next)
    keep(next, version)
  }
  const present =
    failure?.code === 'conflict' ? (failure.current as { title: string; version: number }) : null

  const save = async (over: number) => {
    const result = await run({ ...fields, id: article.id, version: over })
    if (!result?.ok) return
    drop()
    toast({ title: t('saved') })
    go(`/articles/${article.id}`)
  }

  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save(version)
      }}
    >
      {present ? (
        <Banner tone="warn" title={t('conflict', { title: present.title })}>
          <Button size="sm" onClick={() => void save(present.version)}>
            {t('saveOver')}
          </Button>
        </Banner>
      ) : (
        <FailureBanner failure={failure} fields={TEXT_FIELDS} />
      )}
      {restored && (
        <Banner tone="info" title={tNew('restored')}>
          <Button
            size="sm"
            variant="ghost"
            onClick={() => {
              drop()
              setFields(article)
              setVersion(article.version)
              setRestored(false)
            }}
          >
            {tNew('discard')}
          </Button>
        </Banner>
      )}
      <OfferedDraft
        offered={draft.offered}
        onDrop={draft.decide}
        onTake={(value) => {
          draft.decide()
          setFields({ ...article, ...value })
          setVersion(article.version)
          keep(value, article.version)
        }}
      >
        {(value) =>
          TEXT_FIELDS.map((field) => value[field])
            .filter(Boolean)
            .join(' · ')
        }
      </OfferedDraft>
      {TEXT_FIELDS.map((field) => (
        <Field key={field} label={tNew(LABELS[field])} error={issue(field)}>
          <Input
            dir={field === 'language' || field === 'canonicalUrl' ? 'ltr' : 'auto'}
            value={fields[field]}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        </Field>
      ))}
      <Field label={t('state')}>
        <Select
          value={fields.state}
          onChange={(event) => set({ state: event.target.value as Details['state'] })}
        >
          {ARTICLE_STATES.map((state) => (
            <option key={state} value={state}>
              {tState(state)}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </EarlyForm>
  )
}
