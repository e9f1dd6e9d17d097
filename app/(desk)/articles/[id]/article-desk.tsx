'use client'

import { useParams } from 'next/navigation'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useGo } from '@/components/form/use-go'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { ArticleText, type ShownBlock } from './article-text/article-text'
import { Button } from '@/components/ui/button'
import type { ClaimMark } from '@/domain/article/shape'
import type { TextLink } from '@/domain/revision/links/links'
import type { Block } from '@/text/blocks'
import type { Span } from '@/text/locate'
import type { ArticleShown } from './article-shown'
import { neighbourOf } from './chosen-claim'
import { MakeClaimDialog } from './make-claim-dialog'
import { SelectedWords } from './selected-words'
import { useClaimWords } from './use-claim-words'
import { useShown } from './use-shown'
import './article-desk.css'

type Props = {
  article: ArticleShown
  /** The text, and after it the headline. */
  reading: string
  headlineStart: number
  blocks: Block[]
  claims: Omit<ClaimMark, 'quote'>[]
  /** The undecided sentences as JSON of `Span[]`, since a long text has thousands. */
  open: string
  mayMakeClaim: boolean
  /** The links of the text that anybody can open. */
  links: TextLink[]
  linkList: ReactNode
  children: ReactNode
}

/** The article's headline and text beside the panel of the chosen claim. */
export function ArticleDesk({
  article,
  reading,
  headlineStart,
  blocks,
  claims,
  open: openJson,
  mayMakeClaim,
  links,
  linkList,
  children,
}: Props) {
  const t = useTranslations('article')
  const go = useGo()
  const chosen = Number(useParams<{ number?: string }>().number ?? 0)
  const selected = claims.find((claim) => claim.number === chosen)
  const pane = useRef<HTMLDivElement>(null)
  const openSentences = useMemo(() => JSON.parse(openJson) as Span[], [openJson])
  const standing = useMemo(() => claims.filter((claim) => claim.state !== 'orphaned'), [claims])
  const [typing, setTyping] = useState(false)
  const headline = useMemo(
    (): ShownBlock[] =>
      reading.length > headlineStart ? [{ kind: 'headline', start: headlineStart, end: reading.length }] : [],
    [headlineStart, reading],
  )

  const open = useCallback(
    (number: number) => go(`/articles/${article.id}/claims/${number}`, { scroll: false }),
    [go, article.id],
  )
  const step = (by: 1 | -1) => {
    const next = neighbourOf(claims, chosen, by)
    if (next) open(next.number)
  }
  const claiming = useClaimWords({
    ...{ article, text: reading, pane, enabled: mayMakeClaim, onMade: open },
  })
  const { words, make } = claiming
  const startCursor = () => words.startCursor(selected?.start ?? 0)
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    c: mayMakeClaim ? () => (words.span ? void make() : startCursor()) : undefined,
  })
  const shown = {
    ...{ text: reading, claims: standing, open: openSentences },
    ...{ selectedId: selected?.id ?? null, onSelect: open },
  }
  useShown(pane, chosen > 0 ? `[data-claim-number="${chosen}"]` : null)

  return (
    <div className="article-desk">
      <section aria-label={t('sections.text')} className="article-pane">
        {mayMakeClaim && (
          <div className="flex flex-wrap gap-2 pb-2">
            <Button size="sm" variant="ghost" onClick={startCursor}>
              {t('make.start')}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setTyping(true)}>
              {t('overview.typeQuote')}
            </Button>
          </div>
        )}
        <div
          ref={pane}
          lang={article.language}
          dir={article.dir}
          className="article-text"
          {...words.cursorProps}
          onKeyDown={(event) => words.onKeyDown(event, () => void make())}
        >
          <div role="group" aria-label={t('sections.headline')}>
            <ArticleText {...shown} blocks={headline} />
          </div>
          <ArticleText {...shown} blocks={blocks} links={links} />
        </div>
        {linkList}
        <SelectedWords {...{ article, text: reading, claiming, selected }} />
      </section>
      <aside aria-label={t('sections.panel')} className="claim-pane" data-open={chosen > 0 || undefined}>
        {children}
      </aside>
      {typing && (
        <MakeClaimDialog
          article={article}
          onClose={() => setTyping(false)}
          onMade={(number) => {
            setTyping(false)
            open(number)
          }}
        />
      )}
    </div>
  )
}
