'use client'

import { useTranslations } from 'next-intl'

const LONG = 240
const HALF_A_CHARACTER = /[\ud800-\udbff]$/

type Props = { as: 'del' | 'ins' | 'span'; text: string }

/** Words somebody wrote, taken away or added; long ones open on demand. */
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
      <summary className="cursor-pointer">
        <span dir="auto" className="line-clamp-2 break-words group-open:hidden">
          {`${text.slice(0, LONG).replace(HALF_A_CHARACTER, '')}…`}
        </span>
        <span className="link hidden text-sm group-open:inline">{t('less')}</span>
      </summary>
      {whole}
    </details>
  )
}
