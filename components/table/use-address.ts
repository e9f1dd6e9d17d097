'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useTransition } from 'react'
import { useGo } from '@/components/form/use-go'
import { claimListHref } from '@/domain/claim/params'
import { lastOfEach } from './last-of-each'

/** The list's address, which is all its state: Back, reload and a shared link give the same view. */
export function useAddress() {
  const search = useSearchParams()
  const params = useMemo(() => lastOfEach(search), [search])
  const navigate = useGo()
  const [pending, startTransition] = useTransition()
  const href = useCallback(
    (change: Record<string, string | null>) => claimListHref(new URLSearchParams(params), change),
    [params],
  )
  const go = useCallback(
    (change: Record<string, string | null>) =>
      startTransition(() => navigate(claimListHref(new URLSearchParams(params), change), { scroll: false })),
    [params, navigate],
  )
  return { params, href, go, pending }
}
