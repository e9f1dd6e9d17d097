'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { SavedView } from '@/domain/view/shape'
import type { ViewDeeds } from './use-view'

type Props = { view: SavedView; deeds: ViewDeeds; present: boolean; query: string }

/** The buttons below a view: those of every reader, and those of whoever may change it. */
export function ViewButtons({ view: { name, start, shared, may }, deeds, present, query }: Props) {
  const t = useTranslations('views')
  const button = (word: string, label: string, onClick: () => void) => (
    <Button size="sm" variant="ghost" aria-label={label} onClick={onClick}>
      {word}
    </Button>
  )
  return (
    <p className="flex flex-wrap gap-1">
      <Button
        size="sm"
        variant="ghost"
        aria-pressed={start}
        aria-label={t('startNamed', { name })}
        onClick={() => void deeds.toggleStart()}
      >
        {t(start ? 'noStart' : 'start')}
      </Button>
      {may.change && (
        <>
          {button(t('rename'), t('renameNamed', { name }), () => deeds.setRenaming(true))}
          {!present && button(t('replace'), t('replaceNamed', { name }), () => void deeds.write({ query }))}
          {may.share &&
            button(
              t(shared ? 'unshare' : 'shareIt'),
              t(shared ? 'unshareNamed' : 'shareNamed', { name }),
              () => void deeds.write({ shared: !shared }),
            )}
          {button(t('remove'), t('removeNamed', { name }), () => void deeds.remove())}
        </>
      )}
    </p>
  )
}
