import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

type Props = { behind: boolean; catchUp: () => void }

/** Says that rows came, left or moved, and shows them when the reader wants it. */
export function BehindNotice({ behind, catchUp }: Props) {
  const t = useTranslations('common.table')
  return (
    // Always there, so that screen readers hear it, but without a row of its own while it says nothing.
    <div
      aria-live="polite"
      className="flex flex-wrap items-center gap-2 text-sm text-ink-muted empty:absolute"
    >
      {behind && (
        <>
          {t('behind')}
          <Button size="sm" onClick={catchUp}>
            {t('catchUp')}
          </Button>
        </>
      )}
    </div>
  )
}
