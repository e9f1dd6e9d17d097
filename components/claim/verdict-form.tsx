'use client'

import { useEffect, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { FailureBanner, useIssue } from '@/components/form/failure'
import { useAction, type Action, type Result } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ChoiceButtons } from '@/components/ui/choice-buttons'
import { Field, Textarea } from '@/components/ui/field'
import { Kbd } from '@/components/ui/kbd'
import { useToast } from '@/components/ui/toast'
import { CLAIM_STATUSES, type ClaimStatus } from '@/domain/claim/rules'
import { ConflictDialog, type Verdict } from './conflict-dialog'
import { StatusIcon } from './status'

export type ChangeVerdict = Action<
  { id: string; version: number; status?: ClaimStatus; finding?: string },
  number
>

type Props = {
  claim: {
    id: string
    number: number
    version: number
    status: ClaimStatus
    finding: string
    language: string
    dir: 'ltr' | 'rtl'
  }
  mayReview: boolean
  change: ChangeVerdict
}

const KEYS = { verified: 'v', disputed: 'd', needs_source: 'n', unreviewed: 'u' } as const
const ORDER = [...CLAIM_STATUSES].reverse()

/** The present record out of a lost race, as far as the verdict goes. */
function currentVerdict(failure: { current?: unknown } | null): Verdict | null {
  const current = failure?.current as Partial<Verdict> | undefined
  return current && typeof current.version === 'number' ? (current as Verdict) : null
}

/** Status and finding of a claim: saved together, so that a verdict never stands without its reasons. */
export function VerdictForm({ claim, mayReview, change }: Props) {
  const t = useTranslations('article.verdict')
  const tStatus = useTranslations('common.status')
  const tCommon = useTranslations('common')
  const format = useFormatter()
  const toast = useToast()
  const field = useRef<HTMLTextAreaElement>(null)
  const { run, busy, failure, clear } = useAction(change)
  const issue = useIssue(failure)
  const { found, keep, drop } = useDraft<string>(`finding:${claim.id}`)
  const [finding, setFinding] = useState(claim.finding)
  const [pending, setPending] = useState<ClaimStatus | null>(null)
  const [base, setBase] = useState(claim.version)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const [typed, setTyped] = useState(false)

  useEffect(() => {
    // After a save the page is read again; until it has come, what it shows is older than what was saved.
    if (typed || claim.version < base) return
    setFinding(claim.finding)
    setBase(claim.version)
  }, [claim.finding, claim.version, typed, base])

  useEffect(() => {
    if (!found || typed) return
    if (found.value === claim.finding) return drop()
    setTyped(true)
    setFinding(found.value)
    setBase(found.version)
    setRestoredAt(found.at)
  }, [found, claim.finding, drop, typed])

  const settle = (version: number) => {
    setTyped(false)
    setBase(version)
    setPending(null)
    setRestoredAt(null)
    drop()
  }

  const discard = () => {
    settle(claim.version)
    setFinding(claim.finding)
    clear()
  }

  const save = async (status: ClaimStatus | null, version = base): Promise<Result<number> | undefined> => {
    const before = claim.status
    const input = {
      id: claim.id,
      version,
      ...(status && { status }),
      ...(typed && { finding }),
    }
    if (status) setPending(status)
    const result = await run(input)
    if (!result) return undefined
    if (!result.ok) {
      if (result.issues.some((one) => one.path === 'finding')) field.current?.focus()
      else if (result.code === 'rule') setPending(null)
      return result
    }
    settle(result.value)
    if (status && status !== before)
      toast({
        title: t('marked', { number: claim.number, status: tStatus(status) }),
        action: {
          label: tCommon('undo'),
          onAction: () => void run({ id: claim.id, version: result.value, status: before }),
        },
      })
    else toast({ title: t('saved') })
    return result
  }

  const mark = (status: ClaimStatus) => {
    if (mayReview && (status !== claim.status || pending || typed)) void save(status)
  }
  useShortcuts({
    v: () => mark('verified'),
    d: () => mark('disputed'),
    n: () => mark('needs_source'),
    u: () => mark('unreviewed'),
    f: () => field.current?.focus(),
  })

  const lost = failure?.code === 'conflict' ? currentVerdict(failure) : null

  if (!mayReview)
    return (
      <section aria-label={t('finding')}>
        <h3 className="field-label">{t('finding')}</h3>
        <p lang={claim.language} dir={claim.dir} className="whitespace-pre-wrap">
          {claim.finding || <span className="text-ink-muted">{t('noFinding')}</span>}
        </p>
      </section>
    )

  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save(pending)
      }}
    >
      <ChoiceButtons
        label={t('status')}
        value={pending ?? claim.status}
        onChoose={(value) => mark(value as ClaimStatus)}
        options={ORDER.map((status) => {
          return {
            value: status,
            label: tStatus(status),
            icon: <StatusIcon status={status} className="size-4" />,
            hint: <Kbd>{KEYS[status]}</Kbd>,
            tone: status,
          }
        })}
      />
      {issue('status') && <Banner tone="error" title={issue('status') ?? ''} />}
      <FailureBanner failure={lost ? null : failure} fields={['status', 'finding']} />
      {restoredAt && (
        <Banner tone="info" title={t('restored', { at: format.dateTime(new Date(restoredAt), 'short') })}>
          <Button size="sm" variant="ghost" onClick={discard}>
            {t('discard')}
          </Button>
        </Banner>
      )}
      <Field label={t('finding')} hint={t('findingHint')} error={issue('finding')}>
        <Textarea
          ref={field}
          lang={claim.language}
          dir="auto"
          rows={4}
          value={finding}
          onChange={(event) => {
            setTyped(true)
            setFinding(event.target.value)
            keep(event.target.value, base)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              void save(pending)
            }
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t('save')}
        </Button>
        <span className="text-sm text-ink-muted">{t('saveKeys')}</span>
      </div>
      {lost && (
        <ConflictDialog
          mine={{ status: pending ?? lost.status, finding: typed ? finding : lost.finding, version: base }}
          theirs={lost}
          language={claim.language}
          onClose={clear}
          onTheirs={() => {
            clear()
            settle(lost.version)
            setFinding(lost.finding)
          }}
          onMine={() => void save(pending, lost.version)}
        />
      )}
    </form>
  )
}
