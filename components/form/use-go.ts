import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { beginGoing } from './under-way'

/** Goes to an address of the desk; until its page is shown, single keys wait. */
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
