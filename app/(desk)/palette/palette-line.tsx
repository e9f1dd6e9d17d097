import type { ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { directionOf } from '@/text/direction'
import type { Entry } from './entries'

type Props = { entry: Entry; highlighted: boolean } & ComponentProps<'div'>

/** One line: what it is called, and for a claim its number and article. */
export function PaletteLine({ entry: { label, language, hint }, highlighted, ...option }: Props) {
  const t = useTranslations('common')
  return (
    <div {...option} data-highlighted={highlighted || undefined} className="menu-item palette-line">
      <bdi className="truncate" lang={language} dir={language ? directionOf(language) : undefined}>
        {label}
      </bdi>
      {hint && (
        <span className="palette-hint">
          {hint.number !== undefined && <span>{t('claimNumber', { number: hint.number })}</span>}
          {' · '}
          <bdi className="truncate" lang={hint.language} dir={directionOf(hint.language)}>
            {hint.text}
          </bdi>
        </span>
      )}
    </div>
  )
}
