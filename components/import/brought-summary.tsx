import { useTranslations } from 'next-intl'
import { BLOCK_KINDS, type Block } from '@/text/blocks'
import type { Incoming, Note, Notice } from '@/importing/incoming'

type Props = Pick<Incoming, 'allKept'> & {
  blocks: Block[]
  edited: boolean
  notices: Notice[]
  notes: Note[]
}

/** A summary of an import: how many blocks of each kind, and everything that it left out or decided. */
export function BroughtSummary({ blocks, edited, notices, notes, allKept }: Props) {
  const t = useTranslations('importing')
  const counts = BLOCK_KINDS.map((kind) => ({
    kind,
    count: blocks.filter((block) => block.kind === kind).length,
  })).filter(({ count }) => count > 0)
  const hasComments = notes.some((note) => note.origin === 'comment')
  const hasFootnotes = notes.some((note) => note.origin !== 'comment')
  const sentence = ({ kind, as, count }: Notice) => {
    if (kind === 'equations') return t('notice.equations', { as, count })
    if (kind === 'comments' && hasComments) return t('notice.commentsBelow', { count })
    if (kind === 'footnotes' && hasFootnotes) return t('notice.footnotesBelow', { count })
    return t(`notice.${kind}`, { count })
  }
  return (
    <section className="grid gap-2" aria-labelledby="brought-summary">
      <h2 id="brought-summary" className="text-lg font-semibold">
        {t('brought.heading')}
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
        {counts.map(({ kind, count }) => (
          <li key={kind}>{t(`blocks.${kind}`, { count })}</li>
        ))}
      </ul>
      {edited && <p className="text-sm">{t('blocks.edited')}</p>}
      {notices.length === 0 ? (
        <p>{allKept ? t('brought.none') : t('brought.unproven')}</p>
      ) : (
        <ul className="grid list-disc gap-1 ps-5">
          {notices.map((notice) => (
            <li key={`${notice.kind} ${notice.as}`}>
              {sentence(notice)}
              {notice.names?.map((name, index) => (
                <span key={index} className="block text-sm break-all text-ink-muted">
                  <bdi>{name}</bdi>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
