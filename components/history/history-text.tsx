'use client'

import { useTranslations } from 'next-intl'
import { ChevronDown } from 'lucide-react'

const LONG = 240
const HALF_A_CHARACTER = /[\ud800-\udbff]$/

type Props = { as: 'del' | 'ins' | 'span'; text: string }

/** Words that somebody removed or added. Long ones open on demand. */
export function HistoryText({ as: Tag, text }: Props) {
  const t = useTranslations('history')
  const look = {
    del: 'text-ink-muted line-through decoration-1',
    ins: 'no-underline border-s-2 border-line-strong ps-2',
    span: '',
  }[Tag]
  const whole = (
    <Tag dir="auto" className={`block whitespace-pre-wrap break-words ${look}`}>
      {text}
    </Tag>
  )
  if (text.length <= LONG) return whole
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none gap-1.5 [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="mt-1 size-4 shrink-0 group-open:rotate-180" />
        <Tag dir="auto" className={`line-clamp-2 min-w-0 flex-1 break-words group-open:hidden ${look}`}>
          {`${text.slice(0, LONG).replace(HALF_A_CHARACTER, '')}…`}
        </Tag>
        <span className="link hidden text-sm group-open:inline">{t('less')}</span>
      </summary>
      {whole}
    </details>
  )
}
