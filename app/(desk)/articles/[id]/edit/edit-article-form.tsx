'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { LanguageSelect } from '@/components/form/language-select'
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
import { detailsOf, inputOf, LINES, type ArticleState, type Details, type StoredDetails } from './details'
import { DetailsConflict, LABELS } from './details-conflict'

type Props = {
  article: StoredDetails & { id: string; version: number }
  /** To choose from, among them the article's own. */
  languages: readonly NamedLanguage[]
}

/** Edits the description of an article: everything except its text. */
export function EditArticleForm({ article, languages }: Props) {
  const t = useTranslations('article.change')
  const tNew = useTranslations('article.new')
  const zone = useTimeZone() ?? 'UTC'
  const { id, version } = article
  const stored = detailsOf(article, zone)
  const go = useGo()
  const toast = useToast()
  const form = useEditing<Details>({ draft: `details:${id}`, record: id, stored, version })
  const { run, busy, failure, clear, lost } = useSend(form, changeArticleAction, {
    shows: (current: StoredDetails) => detailsOf(current, zone),
  })
  const issue = useIssue(failure)

  const asks = failure?.key === 'publishedWithOpenClaims' ? issue('state') : undefined

  const save = async (despiteOpenClaims = false) => {
    const sent = form.now()
    const result = await run({
      ...form.changed((details) => inputOf(details, zone, article.deadline)),
      ...{ id, despiteOpenClaims },
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
      {asks ? (
        <Banner tone="warn" title={asks}>
          <Button size="sm" busy={busy} onClick={() => void save(true)}>
            {t('publishAnyway')}
          </Button>
        </Banner>
      ) : (
        <FailureBanner failure={lost ? null : failure} fields={[...LINES, 'deadline']} />
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
          LINES.map((field) => value[field])
            .filter(Boolean)
            .join(' · ')
        }
      </OfferedDraft>
      {LINES.map((field) => (
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
      {lost && (
        <DetailsConflict
          {...{ from: form.from, mine: form.value, theirs: lost.theirs, languages }}
          onClose={clear}
          onTheirs={() => lost.take(lost.theirs)}
          onGoOn={(value) => {
            lost.goOn(value, lost.theirs)
            void save()
          }}
        />
      )}
    </EarlyForm>
  )
}

type ControlProps = {
  field: (typeof LINES)[number]
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

function StateField({ state, onChange }: { state: ArticleState; onChange: (state: ArticleState) => void }) {
  const t = useTranslations('article.change')
  const tState = useTranslations('common.articleState')
  return (
    <Field label={t('state')}>
      <Select value={state} onChange={(event) => onChange(event.target.value as ArticleState)}>
        {ARTICLE_STATES.map((one) => (
          <option key={one} value={one}>
            {tState(one)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
