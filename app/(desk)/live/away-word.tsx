'use client'

import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'next-intl'
import './live.css'

/** How long a page may hear nothing before it says so. A restart of the desk takes less. */
const UNSAID_MS = 5_000

/** Says that the page does not follow the desk at this moment, and when it looked last. */
export function AwayWord({ isAway, lookedAt }: { isAway: boolean; lookedAt: Date | null }) {
  const t = useTranslations('common.live')
  const format = useFormatter()
  const [isSaid, setSaid] = useState(false)
  useEffect(() => {
    if (!isAway) return
    const timer = setTimeout(() => setSaid(true), UNSAID_MS)
    return () => {
      clearTimeout(timer)
      setSaid(false)
    }
  }, [isAway])
  return (
    <p role="status" className="live-away">
      {isAway && isSaid && (
        <span>{lookedAt ? t('away', { at: `⁨${format.dateTime(lookedAt, 'time')}⁩` }) : t('awayYet')}</span>
      )}
    </p>
  )
}
