'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { Stamp } from 'lucide-react'
import { EarlyForm } from '@/components/early/parts'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { useGo } from '@/components/form/use-go'
import { Button, buttonClass } from '@/components/ui/button'
import { Checkbox, Field, Select } from '@/components/ui/field'
import { useToast } from '@/components/ui/toast'
import { REPORT_KINDS, type ReportKind } from '@/domain/report/schema'
import { LOCALES, type Locale } from '@/text/locale'
import { issueReportAction } from './actions'
import { kindOf } from './kind'

type Edition = { language: Locale; internal: boolean }

type Props = {
  articleId: string
  language: Locale
  /** Whether an obstacle prevents a final report. */
  blocked: boolean
  mayIssue: boolean
  /** The reports that the next one of the same edition supersedes. */
  current: (Edition & { number: string })[]
}

/** The options of a report; its preview follows the choice. */
export function IssueForm({ articleId, language, blocked, mayIssue, current }: Props) {
  const t = useTranslations('reports')
  const go = useGo()
  const toast = useToast()
  const { run, busy, failure } = useAction(issueReportAction)
  const [kind, setKind] = useState<ReportKind | null>(null)
  const [text, setText] = useState(false)
  const [edition, setEdition] = useState<Edition>({ language, internal: false })
  const requestKey = useRef('')
  const chosen = kindOf(kind, blocked)
  const superseded = current.find(
    (one) => one.language === edition.language && one.internal === edition.internal,
  )
  const submit = async () => {
    requestKey.current ||= crypto.randomUUID()
    const result = await run({ ...edition, text, articleId, kind: chosen, requestKey: requestKey.current })
    requestKey.current = ''
    if (!result?.ok) return
    toast({ title: t('issue.done', { number: result.value.number }) })
    go(`/reports/${result.value.id}`)
  }
  return (
    <EarlyForm
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <FailureBanner failure={failure} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('issue.kind')}>
          <Select value={chosen} onChange={(event) => setKind(event.target.value as ReportKind)}>
            {REPORT_KINDS.map((one) => (
              <option key={one} value={one} disabled={one === 'final' && blocked}>
                {one === 'final' && blocked
                  ? `${t('issue.final')} – ${t('issue.finalBlocked')}`
                  : t(`issue.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('issue.language')}>
          <Select
            value={edition.language}
            onChange={(event) => setEdition({ ...edition, language: event.target.value as Locale })}
          >
            {LOCALES.map((one) => (
              <option key={one} value={one}>
                {t(`issue.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="grid gap-1">
        <Checkbox
          label={t('issue.internal')}
          checked={edition.internal}
          onChange={(event) => setEdition({ ...edition, internal: event.target.checked })}
        />
        <p className="text-sm text-ink-muted">{t('issue.internalHint')}</p>
      </div>
      <div className="grid gap-1">
        <Checkbox
          label={t('issue.text')}
          checked={text}
          onChange={(event) => setText(event.target.checked)}
        />
        <p className="text-sm text-ink-muted">{t('issue.textHint')}</p>
      </div>
      <p className="text-sm text-ink-muted">
        {mayIssue ? t('issue.hint') : t('issue.viewer')}{' '}
        {mayIssue && superseded && t('issue.supersedes', { number: superseded.number })}
      </p>
      <div className="flex flex-wrap gap-2">
        {mayIssue && (
          <Button type="submit" variant="primary" busy={busy}>
            <Stamp aria-hidden className="size-4" />
            {t('issue.submit')}
          </Button>
        )}
        <a
          className={buttonClass({ variant: 'secondary' })}
          href={`/articles/${articleId}/report/html?language=${edition.language}&internal=${edition.internal ? 1 : 0}${text ? '&text=1' : ''}`}
        >
          {t('issue.preview')}
        </a>
      </div>
    </EarlyForm>
  )
}
