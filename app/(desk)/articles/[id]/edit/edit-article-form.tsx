'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { LanguageSelect } from '@/components/form/language-select'
import { momentTyped, wallClockOf } from '@/components/form/moment'
import { MomentField } from '@/components/form/moment-field'
import { OfferedDraft } from '@/components/form/offered-draft'
import { RestoredDraft } from '@/components/form/restored-draft'
import { useEditing } from '@/components/form/use-editing'
import { useGo } from '@/components/form/use-go'
import { useSend } from '@/components/form/use-send'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Checkbox, Field, Input, Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { ARTICLE_STATES } from '@/domain/article/schema'
import type { NamedLanguage } from '@/text/language-names'
import { changeArticleAction } from '../actions'

const TEXT_FIELDS = ['title', 'language', 'byline', 'desk', 'dateline', 'canonicalUrl'] as const
const LABELS = {
  title: 'titleField',
  language: 'language',
  byline: 'byline',
  desk: 'desk',
  dateline: 'dateline',
  canonicalUrl: 'canonicalUrl',
} as const

type State = (typeof ARTICLE_STATES)[number]
/** The deadline is a wall clock of the newsroom. */
type Details = Record<(typeof TEXT_FIELDS)[number] | 'deadline', string> & {
  state: State
  confidential: boolean
}
type Props = {
  article: Omit<Details, 'deadline'> & { id: string; version: number; deadline: string | null }
  /** To choose from, among them the article's own. */
  languages: readonly NamedLanguage[]
}

/** Edits the description of an article: everything except its text. */
export function EditArticleForm({ article: { id, version, deadline, ...details }, languages }: Props) {
  const t = useTranslations('article.change')
  const tNew = useTranslations('article.new')
  const zone = useTimeZone() ?? 'UTC'
  const stored = { ...details, deadline: wallClockOf(deadline, zone) }
  const go = useGo()
  const toast = useToast()
  const form = useEditing<Details>({ draft: `details:${id}`, record: id, stored, version })
  const { run, busy, failure, lost } = useSend(form, changeArticleAction, {
    shows: (current: { title: string }) => current,
  })
  const issue = useIssue(failure)

  const asks = failure?.key === 'publishedWithOpenClaims' ? issue('state') : undefined

  const save = async (despiteOpenClaims = false) => {
    const sent = form.now()
    const result = await run({
      ...{ ...sent, id, despiteOpenClaims },
      deadline: momentTyped(sent.deadline, zone, deadline),
    })
    if (!result?.ok) return
    form.save(sent, result.value)
    toast({ title: t('saved') })
    go(`/articles/${id}`)
  }

  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {lost ? (
        <Banner tone="warn" title={t('conflict', { title: lost.theirs.title })}>
          <Button
            size="sm"
            onClick={() => {
              lost.keepMine()
              void save()
            }}
          >
            {t('saveOver')}
          </Button>
        </Banner>
      ) : asks ? (
        <Banner tone="warn" title={asks}>
          <Button size="sm" busy={busy} onClick={() => void save(true)}>
            {t('publishAnyway')}
          </Button>
        </Banner>
      ) : (
        <FailureBanner failure={failure} fields={[...TEXT_FIELDS, 'deadline']} />
      )}
      {form.restoredAt && (
        <RestoredDraft
          title={tNew('restored')}
          discard={tNew('discard')}
          onDiscard={() => form.end(version, stored)}
        />
      )}
      <OfferedDraft {...form.offer}>
        {(value) =>
          TEXT_FIELDS.map((field) => value[field])
            .filter(Boolean)
            .join(' · ')
        }
      </OfferedDraft>
      {TEXT_FIELDS.map((field) => (
        <Field key={field} label={tNew(LABELS[field])} error={issue(field)}>
          <DetailControl
            field={field}
            languages={languages}
            value={form.value[field]}
            onChange={(value) => form.set({ [field]: value })}
          />
        </Field>
      ))}
      <MomentField
        label={tNew('deadline')}
        error={issue('deadline')}
        value={form.value.deadline}
        onChange={(typed) => form.set({ deadline: typed })}
      />
      <ConfidentialField
        confidential={form.value.confidential}
        onChange={(confidential) => form.set({ confidential })}
      />
      <StateField state={form.value.state} onChange={(state) => form.set({ state })} />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
      </div>
    </EarlyForm>
  )
}

type ControlProps = {
  field: (typeof TEXT_FIELDS)[number]
  languages: readonly NamedLanguage[]
  value: string
  onChange: (value: string) => void
}

function DetailControl({ field, languages, value, onChange }: ControlProps) {
  if (field === 'language') return <LanguageSelect languages={languages} value={value} onChange={onChange} />
  return (
    <Input
      dir={field === 'canonicalUrl' ? 'ltr' : 'auto'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

type ConfidentialProps = { confidential: boolean; onChange: (confidential: boolean) => void }

function ConfidentialField({ confidential, onChange }: ConfidentialProps) {
  const t = useTranslations('article.change')
  return (
    <div className="grid gap-1">
      <Checkbox
        label={t('confidential')}
        checked={confidential}
        onChange={({ target }) => onChange(target.checked)}
      />
      <p className="text-sm text-ink-muted">{t('confidentialHint')}</p>
    </div>
  )
}

function StateField({ state, onChange }: { state: State; onChange: (state: State) => void }) {
  const t = useTranslations('article.change')
  const tState = useTranslations('common.articleState')
  return (
    <Field label={t('state')}>
      <Select value={state} onChange={(event) => onChange(event.target.value as State)}>
        {ARTICLE_STATES.map((one) => (
          <option key={one} value={one}>
            {tState(one)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
