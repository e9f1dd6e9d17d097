'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { OfferedDraft } from '@/components/form/offered-draft'
import { useAction, type Action } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { newestOf } from '@/components/form/newest'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { NO_STATEMENT, type Statement } from '@/domain/claim-review/rules'
import type { ClaimStatus } from '@/domain/claim/rules'
import { SaidBy } from './said-by'
import { StatementForm, type StatementFields } from './statement-form'

type Input = Omit<Statement, 'speaker'> & { id: string; version: number; speaker: string | null }
export type AttributeClaim = Action<Input, number>

type Props = {
  claim: {
    id: string
    articleId: string
    number: number
    version: number
    status: ClaimStatus
    language: string
    statement: Statement | null
    withdrawn: boolean
    may: { review: boolean }
  }
  attribute: AttributeClaim
}

const toFields = (statement: Statement | null): StatementFields => {
  const { saidOn, saidAt, rating, ...rest } = statement ?? NO_STATEMENT
  return {
    ...rest,
    saidOn: saidOn ?? '',
    saidAt: saidAt ?? '',
    rating: rating === null ? '' : String(rating),
  }
}

const toStatement = ({ saidOn, saidAt, rating, ...rest }: StatementFields): Statement => ({
  ...rest,
  saidOn: saidOn || null,
  saidAt: saidAt || null,
  rating: rating ? Number(rating) : null,
})

const same = (a: Statement | null, b: Statement | null) =>
  JSON.stringify(toFields(a)) === JSON.stringify(toFields(b))

/** Who said what the claim quotes, and a form that opens to say it. What is typed is kept until it is saved. */
export function StatementSection({ claim, attribute }: Props) {
  const t = useTranslations('claimReview.statement')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const opener = useRef<HTMLButtonElement>(null)
  const { run, busy, failure, clear } = useAction(attribute, {
    about: tCommon('claimNumber', { number: claim.number }),
  })
  const {
    restored: found,
    offered,
    keep,
    drop,
    decide,
  } = useDraft<StatementFields>(`statement:${claim.id}`, claim.version)
  const [open, setOpen] = useState(false)
  const [restored, setRestored] = useState(false)
  const [typed, setTyped] = useState(false)
  const [fields, setFields] = useState(toFields(claim.statement))
  /** What the form was opened over: a statement that another person wrote since is no ground for a save unseen. */
  const [over, setOver] = useState({ statement: claim.statement, version: claim.version })
  const mayEdit = claim.may.review && !claim.withdrawn

  useEffect(() => {
    if (!found || !mayEdit) return
    setFields({ ...toFields(null), ...found.value })
    setTyped(true)
    setRestored(true)
    setOpen(true)
  }, [found, mayEdit])

  const show = () => {
    if (!typed) {
      setFields(toFields(claim.statement))
      setOver({ statement: claim.statement, version: claim.version })
    }
    setOpen(true)
  }
  const hide = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const close = () => {
    drop()
    clear()
    setTyped(false)
    setRestored(false)
    hide()
  }
  const save = async (wanted: Statement | null) => {
    const version = same(over.statement, claim.statement) ? claim.version : over.version
    const result = await run({
      id: claim.id,
      version,
      ...(wanted ?? NO_STATEMENT),
      speaker: wanted && wanted.speaker,
    })
    if (result?.ok) {
      close()
      toast({ title: wanted ? t('saved') : t('cleared') })
      return
    }
    const current = result?.current as { version: number; statement: Statement | null } | undefined
    if (result?.code === 'conflict' && current) setOver(current)
  }
  const shown = failure?.code === 'conflict' && open ? over.statement : claim.statement

  return (
    <section aria-labelledby={`statement-${claim.id}`} className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 id={`statement-${claim.id}`} className="field-label">
          {t('heading')}
        </h3>
        {mayEdit && (
          <Button ref={opener} size="sm" aria-expanded={open} onClick={() => (open ? hide() : show())}>
            {claim.statement ? t('change') : t('edit')}
          </Button>
        )}
      </div>
      <SaidBy statement={shown} status={claim.status} />
      {claim.statement && (
        <p className="text-sm">
          <Link
            prefetch={false}
            className="link"
            href={`/articles/${claim.articleId}/claim-review#claim-${claim.number}`}
          >
            {t('review')}
          </Link>
        </p>
      )}
      {mayEdit && (
        <OfferedDraft
          offered={offered}
          onDrop={decide}
          onTake={(value) => {
            decide()
            setTyped(true)
            setFields({ ...toFields(null), ...value })
            setOver({ statement: claim.statement, version: claim.version })
            keep(value, claim.version)
            setOpen(true)
          }}
        >
          {({ speaker, saidOn, saidAt }) => [speaker, saidOn, saidAt].filter(Boolean).join(' · ')}
        </OfferedDraft>
      )}
      {open && (
        <StatementForm
          fields={fields}
          status={claim.status}
          language={claim.language}
          named={claim.statement !== null}
          restored={restored}
          busy={busy}
          failure={failure}
          onChange={(next) => {
            setTyped(true)
            setFields(next)
            keep(next, newestOf(claim.id, over.version))
          }}
          onSave={() => void save(toStatement(fields))}
          onClear={() => void save(null)}
          onHide={hide}
          onCancel={close}
        />
      )}
    </section>
  )
}
