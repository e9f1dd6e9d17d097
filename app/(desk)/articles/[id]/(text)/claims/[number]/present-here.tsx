'use client'

import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import { usePresent } from '../../../../../live/live'
import './present-here.css'

/** How long a change must last before a screen reader is told of it. */
const LASTS_MS = 1_500

/** A value that a screen reader is told of: it follows once it has lasted. */
function useLasting<T>(value: T): T {
  const [lasting, setLasting] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(value), LASTS_MS)
    return () => clearTimeout(timer)
  }, [value])
  return lasting
}

/**
 * Who else is at this claim. Its line is always there, so that nothing moves when somebody comes. A screen reader hears
 * of people who come and go, and not of every letter they type.
 */
export function PresentHere({ claimNumber }: { claimNumber: number }) {
  const t = useTranslations('article.panel.present')
  const format = useFormatter()
  const present = usePresent().filter((one) => one.claimNumber === claimNumber)
  const typing = present.filter((one) => one.typing)
  const looking = present.filter((one) => !one.typing)
  const said = (key: 'looking' | 'typing', people: typeof present) =>
    people.length > 0
      ? t(key, {
          names: format.list(people.map(({ person }) => `⁨${person.name}⁩`)),
          count: people.length,
        })
      : ''
  const announced = useLasting(said('looking', present))
  return (
    <p className="present-here">
      {said('typing', typing)}
      <span aria-hidden>
        {typing.length > 0 && looking.length > 0 && ' · '}
        {said('looking', looking)}
      </span>
      <span role="status" className="sr-only">
        {announced}
      </span>
    </p>
  )
}
