'use client'

import { useTranslations } from 'next-intl'
import { Kbd } from '@/components/ui/kbd'
import { useToastPlace } from '@/components/ui/toast'

const KEYS = [
  [['k', 'j'], 'step'],
  [['o'], 'nextOpen'],
  [['?'], 'all'],
] as const

/** The last line of the panel: what has just happened, and otherwise the keys that move on. */
export function PanelFoot() {
  const t = useTranslations('article.panel.keys')
  return (
    <div ref={useToastPlace()} className="panel-foot">
      <p aria-hidden className="panel-keys">
        {KEYS.map(([keys, words]) => (
          <span key={words}>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}{' '}
            {t(words)}
          </span>
        ))}
      </p>
    </div>
  )
}
