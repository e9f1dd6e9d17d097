'use client'

import { useSearchParams } from 'next/navigation'
import { useTransition } from 'react'
import { useGo } from '@/components/form/use-go'
import { lastOfEach } from '@/domain/list/address'
import { correctionListHref } from '@/domain/correction/params'

/** The address of the list, which is all its state. */
export function useListAddress() {
  const params = new URLSearchParams(lastOfEach(useSearchParams()))
  const navigate = useGo()
  const [pending, startTransition] = useTransition()
  const href = (change: Record<string, string | null>) =>
    correctionListHref(new URLSearchParams(params), change)
  const go = (change: Record<string, string | null>) =>
    startTransition(() => navigate(href(change), { scroll: false }))
  return { params, href, go, pending }
}
