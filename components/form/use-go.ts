import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { beginGoing } from './under-way'

/** Goes to an address of the desk. Single-key commands wait until its page is shown. */
export function useGo() {
  const router = useRouter()
  return useCallback(
    (href: string, options?: { scroll?: boolean }) => {
      beginGoing(href)
      router.push(href, options)
    },
    [router],
  )
}
