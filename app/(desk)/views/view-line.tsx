'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import type { SavedView } from '@/domain/view/shape'
import { isPresent } from './present'
import { RenameView } from './rename-view'
import { useView, type Notice } from './use-view'
import { ViewButtons } from './view-buttons'

type Props = {
  view: SavedView
  /** What the page shows now. */
  query: string
  onChanged: () => Promise<void>
  tell: (notice: Notice | null) => void
  /** The reader leaves for the view. */
  onGone: () => void
}

/** One saved view with its count, and what this reader may do with it. */
export function ViewLine({ view, query, onChanged, tell, onGone }: Props) {
  const t = useTranslations('views')
  const format = useFormatter()
  const deeds = useView(view, onChanged, tell)
  const { name, count, address, shared, owner, start } = view
  const present = isPresent(view, query)
  return (
    <li className="view-line">
      <FailureBanner failure={deeds.failure} />
      <p className="view-line-head">
        <Link
          className="link"
          href={address}
          prefetch={false}
          aria-current={present || undefined}
          onClick={onGone}
        >
          <bdi>{name}</bdi>
        </Link>
        {count !== null && <span className="tabular-nums">{format.number(count)}</span>}
        {present && <span className="text-sm text-ink-muted">{t('present')}</span>}
        {start && <span className="text-sm text-ink-muted">{t('startPage')}</span>}
        {shared && (
          <span className="text-sm text-ink-muted">
            {t('sharedBy')} <bdi>{owner.name}</bdi>
          </span>
        )}
      </p>
      {deeds.renaming ? (
        <RenameView
          name={name}
          busy={deeds.busy}
          onRename={(next) => void deeds.write({ name: next })}
          onLeave={() => deeds.setRenaming(false)}
        />
      ) : (
        <ViewButtons {...{ view, deeds, present, query }} />
      )}
    </li>
  )
}
