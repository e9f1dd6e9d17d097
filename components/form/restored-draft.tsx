'use client'

import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'

type Props = { title: string; discard: string; onDiscard: () => void }

/** Says that a form holds an unsaved draft, with a button that returns to the saved record. */
export function RestoredDraft({ title, discard, onDiscard }: Props) {
  return (
    <Banner tone="info" title={title}>
      <Button size="sm" variant="ghost" onClick={onDiscard}>
        {discard}
      </Button>
    </Banner>
  )
}
