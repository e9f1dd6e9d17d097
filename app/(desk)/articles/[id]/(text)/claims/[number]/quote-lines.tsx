'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyButton } from '@/components/early/parts'
import type { PanelClaim } from './panel-claim'
import '@/app/(desk)/articles/[id]/claim-quote.css'

/** The words of a claim in two lines, and all of them on demand. */
export function QuoteLines({ claim }: { claim: PanelClaim }) {
  const t = useTranslations('article.panel')
  const quote = useRef<HTMLQuoteElement>(null)
  const [isCut, setCut] = useState(false)
  const [whole, setWhole] = useState(false)
  useLayoutEffect(() => {
    const shown = quote.current
    if (!shown) return undefined
    const look = () => setCut(shown.scrollHeight > shown.clientHeight + 4)
    const watching = new ResizeObserver(look)
    watching.observe(shown)
    return () => watching.disconnect()
  }, [])
  return (
    <div className="quote-lines" data-whole={whole || undefined}>
      <blockquote ref={quote} lang={claim.article.language} dir={claim.dir} className="claim-quote">
        {claim.quote}
      </blockquote>
      {(isCut || whole) && (
        <EarlyButton className="link text-sm" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'lessOfQuote' : 'moreOfQuote')}
        </EarlyButton>
      )}
    </div>
  )
}
