'use client'

import { useTranslations } from 'next-intl'
import { Copy } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'

/** Copies words, and says whether that worked. */
export function CopyWords({ words, label }: { words: string; label: string }) {
  const t = useTranslations('question.desk')
  const toast = useToast()
  const copy = async () => {
    // A page served over plain HTTP has no clipboard, and the reader may have denied access to it.
    const done = await Promise.resolve(navigator.clipboard?.writeText(words).then(() => true)).catch(
      () => false,
    )
    toast({ title: t(done ? 'copied' : 'copyFailed') })
  }
  return (
    <Button size="sm" onClick={() => void copy()}>
      <Copy aria-hidden className="size-4" />
      {label}
    </Button>
  )
}
