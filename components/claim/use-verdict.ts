'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { newestOf } from '@/components/form/newest'
import { useAction, type Action } from '@/components/form/use-action'
import { useDraft } from '@/components/form/use-draft'
import { useToast } from '@/components/ui/toast'
import type { ClaimStatus } from '@/domain/claim/rules'
import { claimOnScreen } from './on-screen'

export type ChangeVerdict = Action<
  { id: string; meant: string; version: number; status?: ClaimStatus; finding?: string },
  number
>

export type VerdictClaim = {
  id: string
  number: number
  version: number
  status: ClaimStatus
  finding: string
  language: string
  dir: 'ltr' | 'rtl'
}

/** Status and finding of a claim while they are decided on: what is typed, what is sent, and what came of it. */
export function useVerdict(claim: VerdictClaim, change: ChangeVerdict) {
  const t = useTranslations('article.verdict')
  const tStatus = useTranslations('common.status')
  const tCommon = useTranslations('common')
  const toast = useToast()
  const field = useRef<HTMLTextAreaElement>(null)
  const about = tCommon('claimNumber', { number: claim.number })
  const { run, busy, failure, clear } = useAction(change, { about })
  const draft = useDraft<string>(`finding:${claim.id}`, claim.version)
  const { restored, keep, drop } = draft
  const [finding, setFinding] = useState(claim.finding)
  const [pending, setPending] = useState<ClaimStatus | null>(null)
  const [base, setBase] = useState(claim.version)
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const [typed, setTyped] = useState(false)
  const [lacking, setLacking] = useState(false)
  const [saved, setSaved] = useState<{ version: number; status: ClaimStatus } | null>(null)
  /** The words as they are by now, for what was begun on earlier ones. */
  const words = useRef(claim.finding)
  // After a save the page is read again; until it has come, what it shows is older than what was saved.
  const status = saved && saved.version > claim.version ? saved.status : claim.status

  const put = (text: string) => {
    words.current = text
    setFinding(text)
  }
  useEffect(() => {
    if (typed || claim.version < base) return
    words.current = claim.finding
    setFinding(claim.finding)
    setBase(claim.version)
  }, [claim.finding, claim.version, typed, base])
  useEffect(() => {
    if (!restored || typed) return
    if (restored.value === claim.finding) return drop()
    setTyped(true)
    words.current = restored.value
    setFinding(restored.value)
    setBase(restored.version)
    setRestoredAt(restored.at)
  }, [restored, claim.finding, drop, typed])

  const enter = (text: string, over = base) => {
    setTyped(true)
    setLacking(false)
    put(text)
    keep(text, newestOf(claim.id, over))
  }
  const settle = (version: number) => {
    setTyped(false)
    setBase(version)
    setPending(null)
    setRestoredAt(null)
    drop()
  }
  /** After a write: words that were typed since it was sent are still to be saved, over what it wrote. */
  const settleSent = (version: number, sent: string) => {
    if (sent === words.current) return settle(version)
    setBase(version)
    setPending(null)
    keep(words.current, version)
  }

  const save = async (wanted: ClaimStatus | null, version = base) => {
    const sent = words.current
    const before = status
    const meant = claimOnScreen() ?? claim.id
    setLacking(false)
    if (wanted) setPending(wanted)
    const result = await run({
      ...{ id: claim.id, meant, version },
      ...(wanted && { status: wanted }),
      ...(typed && { finding: sent }),
    })
    if (!result) return
    if (!result.ok) {
      if (result.issues.some((one) => one.path === 'finding')) field.current?.focus()
      else if (result.code === 'rule') setPending(null)
      return
    }
    settleSent(result.value, sent)
    if (wanted) setSaved({ version: result.value, status: wanted })
    if (!wanted || wanted === before) return toast({ title: t('saved') })
    toast({
      title: t('marked', { number: claim.number, status: tStatus(wanted) }),
      action: {
        label: tCommon('undo'),
        onAction: () => {
          setSaved(null)
          void run({ id: claim.id, meant: claim.id, version: result.value, status: before })
        },
      },
    })
  }

  const mark = (wanted: ClaimStatus) => {
    if (wanted === status && !pending && !typed) return
    void save(wanted)
  }
  /** Asks for the finding at once: what is typed next is its words, whatever the server has still to say. */
  const dispute = () => {
    field.current?.focus()
    if (words.current.trim() !== '') return mark('disputed')
    setPending('disputed')
    setLacking(true)
  }
  const discard = () => {
    settle(claim.version)
    put(claim.finding)
    clear()
  }
  const take = (value: string) => {
    draft.decide()
    enter(value, claim.version)
  }
  return {
    ...{ field, finding, status, pending, base, typed, lacking, restoredAt, busy, failure, clear },
    ...{ draft, put, enter, settle, save, mark, dispute, discard, take },
  }
}

export type VerdictState = ReturnType<typeof useVerdict>
