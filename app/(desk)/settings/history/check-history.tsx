'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction } from '@/components/form/use-action'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { proveHistoryAction } from '../actions'
import type { AuditFault, AuditStep } from '@/domain/audit/shape'
import { AUDIT_START, type Checkpoint } from '@/domain/audit/rules'

type Found = { lines: number; chains: number; state: 'going' | 'stopped' | 'whole' | AuditFault }

const NOTHING: Found = { lines: 0, chains: 0, state: 'going' }

/** Checks the history step by step, so that a long one blocks neither the desk nor this page. */
function useCheck() {
  const { run, failure } = useAction(proveHistoryAction, { apart: true })
  const [found, setFound] = useState<Found | null>(null)
  const going = useRef(false)
  useEffect(
    () => () => {
      going.current = false
    },
    [],
  )
  const stop = () => {
    going.current = false
  }
  const start = async () => {
    going.current = true
    let sum = NOTHING
    for (let checkpoint: Checkpoint | null = AUDIT_START; checkpoint && going.current;) {
      setFound(sum)
      const result = await run(checkpoint)
      if (!result?.ok) break
      const { lines, chains, fault, next }: AuditStep = result.value
      sum = {
        lines: sum.lines + lines,
        chains: sum.chains + chains,
        state: fault ?? (next ? 'going' : 'whole'),
      }
      checkpoint = next
    }
    going.current = false
    setFound({ ...sum, state: sum.state === 'going' ? 'stopped' : sum.state })
  }
  return { found, failure, start, stop }
}

/** Checks whether every history is complete and unaltered. */
export function CheckHistory() {
  const t = useTranslations('history.check')
  const { found, failure, start, stop } = useCheck()
  const busy = found?.state === 'going'
  const counts = found && { lines: found.lines, chains: found.chains }
  const fault = typeof found?.state === 'object' ? found.state : null
  return (
    <>
      <FailureBanner failure={failure} />
      {found?.state === 'whole' && counts && <Banner tone="success" title={t('whole', counts)} />}
      {found?.state === 'stopped' && counts && <Banner tone="warn" title={t('stopped', counts)} />}
      {busy && counts && <Banner tone="info" title={t('going', counts)} />}
      {fault && (
        <Banner tone="error" title={t('broken', { position: fault.position })}>
          <p>{t(`fault.${fault.fault}`)}</p>
          {fault.article ? (
            <Link className="link" href={`/articles/${fault.article.id}/history`} prefetch={false}>
              <bdi>{fault.article.title}</bdi>
            </Link>
          ) : (
            <p>{t('administration')}</p>
          )}
        </Banner>
      )}
      <div>
        {busy ? (
          <Button onClick={stop}>{t('stop')}</Button>
        ) : (
          <Button variant="primary" onClick={() => void start()}>
            {t('start')}
          </Button>
        )}
      </div>
    </>
  )
}
