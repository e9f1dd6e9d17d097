'use client'

import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { CopyWords } from './copy-words'

/** The address of a new question, which the page shows only once. */
export function NewAddress({ name, address, mailed }: { name: string; address: string; mailed: boolean }) {
  const t = useTranslations('question.desk')
  return (
    <Banner tone="success" title={t(mailed ? 'madeMailed' : 'made', { name })}>
      <code dir="ltr" className="break-all">
        {address}
      </code>
      <CopyWords words={address} label={t('copy')} />
    </Banner>
  )
}
