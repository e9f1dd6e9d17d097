'use client'

import { useTranslations } from 'next-intl'
import { Copy, Download } from 'lucide-react'
import { Button, buttonClass } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'

type Props = { number: number; script: string; download: string }

/** Markup that a person can read, select and copy. */
export function MarkupBlock({ number, script, download }: Props) {
  const t = useTranslations('claimReview.article')
  const toast = useToast()
  const copy = async () => {
    // A page served over plain HTTP has no clipboard, and the reader may have denied access to it.
    const done = await Promise.resolve(navigator.clipboard?.writeText(script).then(() => true)).catch(
      () => false,
    )
    toast({ title: t(done ? 'copied' : 'copyFailed') })
  }
  return (
    <div className="grid gap-2">
      <pre
        dir="ltr"
        tabIndex={0}
        role="region"
        aria-label={t('markup', { number })}
        className="max-h-80 overflow-auto rounded border border-line bg-sunken p-3 font-mono text-sm"
      >
        {script}
      </pre>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void copy()}>
          <Copy aria-hidden className="size-4" />
          {t('copy')}
        </Button>
        <a className={buttonClass({ variant: 'ghost', size: 'sm' })} href={download} download>
          <Download aria-hidden className="size-4" />
          {t('download')}
        </a>
      </div>
    </div>
  )
}
