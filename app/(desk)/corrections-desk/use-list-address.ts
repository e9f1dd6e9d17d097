'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useTransition } from 'react'
import { lastOfEach } from '@/components/table/last-of-each'
import { correctionListHref } from '@/domain/correction/params'

/** The address of the list, which is all its state. */
export function useListAddress() {
  const params = lastOfEach(useSearchParams())
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const href = (change: Record<string, string | null>) =>
    correctionListHref(new URLSearchParams(params), change)
  const go = (change: Record<string, string | null>) =>
    startTransition(() => router.push(href(change), { scroll: false }))
  return { params, href, go, pending }
}
