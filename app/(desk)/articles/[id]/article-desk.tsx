'use client'

import { useRef, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { ArticleText } from './article-text/article-text'
import { stepAmongNumbers } from './article-text/step-among-numbers'
import { useInSight } from './article-text/use-in-sight'
import type { ClaimMark } from '@/domain/article/shape'
import type { TextLink } from '@/domain/revision/links/links'
import type { Block } from '@/text/blocks'
import { ArticlePlaceProvider } from './article-place'
import type { ArticleShown } from './article-shown'
import { ARTICLE_PANEL } from './head-mark'
import { MakeClaimDialog } from './make-claim-dialog'
import { PanelBody } from './panel-body'
import { PanelFoot } from './panel-foot'
import { SelectedWords } from './selected-words'
import { TextBar } from './text-bar'
import { useArticleDesk } from './use-article-desk'
import { useClaimWords } from './use-claim-words'
import { useTextUnits } from './use-text-units'
import './article-desk.css'

type Props = {
  article: ArticleShown
  /** What is known of the article besides its words. */
  facts: ReactNode
  /** The text, and after it the headline. */
  reading: string
  headlineStart: number
  blocks: Block[]
  claims: Omit<ClaimMark, 'quote'>[]
  /** The undecided sentences that a cue asks to decide, as JSON of `CuedSentence[]`, since a long text has many. */
  open: string
  /** The spans of all sentences as JSON of `[start, end][]`. */
  sentences: string
  mayMakeClaim: boolean
  /** The links of the text that anybody can open. */
  links: TextLink[]
  linkList: ReactNode
  children: ReactNode
}

/** The article's headline and text beside the panel of the chosen claim. */
export function ArticleDesk({ article, reading, claims, mayMakeClaim, ...given }: Props) {
  const t = useTranslations('article')
  const pane = useRef<HTMLDivElement>(null)
  const [typing, setTyping] = useState(false)
  const { headline, units } = useTextUnits({ reading, ...given })
  const desk = useArticleDesk({ article, reading, claims, ...given })
  const { place, chosen, selected, standing, cued } = desk
  const claiming = useClaimWords({
    ...{ article, text: reading, units, pane, enabled: mayMakeClaim, onMade: place.open },
  })
  const { words, make } = claiming
  const startCursor = () => words.startCursor(selected?.start ?? 0)
  useShortcuts({
    j: () => place.step(1),
    k: () => place.step(-1),
    o: place.openNext,
    c: mayMakeClaim ? () => (words.span ? void make() : startCursor()) : undefined,
  })
  const shown = {
    ...{ text: reading, claims: standing, open: cued, stopId: (selected ?? standing[0])?.id ?? null },
    ...{ selectedId: selected?.id ?? null, onSelect: place.open, onPoint: desk.pointInText },
  }
  useInSight(pane, desk.inSight)

  return (
    <div className="article-desk">
      <section aria-label={t('sections.text')} className="article-pane">
        <TextBar
          facts={given.facts}
          onChoose={mayMakeClaim ? startCursor : null}
          onType={() => setTyping(true)}
        />
        <div
          ref={pane}
          lang={article.language}
          dir={article.dir}
          className="article-text"
          {...words.cursorProps}
          onKeyDown={(event) => {
            stepAmongNumbers(event)
            words.onKeyDown(event, () => void make())
          }}
        >
          <div role="group" aria-label={t('sections.headline')}>
            <ArticleText {...shown} blocks={headline} />
          </div>
          <ArticleText {...shown} blocks={given.blocks} links={given.links} />
        </div>
        {given.linkList}
        <SelectedWords {...{ article, text: reading, claiming, selected }} />
      </section>
      <aside
        aria-label={t('sections.panel')}
        className="claim-pane"
        data-open={chosen > 0 || undefined}
        {...{ [ARTICLE_PANEL]: '' }}
      >
        <PanelBody chosen={chosen}>
          <ArticlePlaceProvider value={place}>{given.children}</ArticlePlaceProvider>
        </PanelBody>
        <PanelFoot />
      </aside>
      {typing && (
        <MakeClaimDialog
          article={article}
          onClose={() => setTyping(false)}
          onMade={(number) => {
            setTyping(false)
            place.open(number)
          }}
        />
      )}
    </div>
  )
}
