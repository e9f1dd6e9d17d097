import { useSearchParams } from 'next/navigation'
import { useMemo, useTransition } from 'react'
import { useGo } from '@/components/form/use-go'
import { lastOfEach, listHref } from '@/domain/list/address'
import type { AnyList } from '@/domain/list/table'

type Change = Record<string, string | null>

export type ListAddress = {
  params: URLSearchParams
  /** The address with some of its parameters changed. */
  href: (change: Change) => string
  go: (change: Change) => void
  /** Whether the requested page is still loading. */
  pending: boolean
}

/** Makes the address of a list hold all its state, so that Back, reload and a shared link show the same view. */
export function useListAddress(list: AnyList, path: string): ListAddress {
  const search = useSearchParams()
  const navigate = useGo()
  const [pending, startTransition] = useTransition()
  return useMemo(() => {
    const params = new URLSearchParams(lastOfEach(search))
    const href = (change: Change) => listHref(list, path, params, change)
    const go = (change: Change) => startTransition(() => navigate(href(change), { scroll: false }))
    return { params, href, go, pending }
  }, [list, path, search, navigate, pending])
}
