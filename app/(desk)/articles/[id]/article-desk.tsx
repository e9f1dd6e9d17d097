'use client'

import { useParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { FailureBanner } from '@/components/form/failure'
import { useAction, type Action } from '@/components/form/use-action'
import { useGo } from '@/components/form/use-go'
import { useShortcuts } from '@/components/keys/use-shortcuts'
import { ArticleText, type MarkedClaim } from '@/components/text/article-text'
import { SelectionBar } from '@/components/text/selection-bar'
import { useSelectedWords } from '@/components/text/use-selected-words'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import { anchorAt } from '@/domain/text/anchor'
import type { Block } from '@/domain/text/blocks'
import type { Span } from '@/domain/text/locate'
import { MakeClaimDialog } from './make-claim-dialog'

export type MakeClaim = Action<
  {
    articleId: string
    revision: number
    quote: string
    prefix?: string
    suffix?: string
    start?: number
    requestKey: string
  },
  { id: string; number: number }
>

export type AnchorClaim = Action<
  {
    id: string
    version: number
    revision: number
    quote: string
    prefix?: string
    suffix?: string
    start?: number
  },
  number
>

type DeskClaim = MarkedClaim & { version: number; state: 'anchored' | 'changed' | 'orphaned' }

type Props = {
  article: { id: string; language: string; dir: 'ltr' | 'rtl'; revision: number }
  text: string
  blocks: Block[]
  claims: DeskClaim[]
  /** Sentences nobody decided on yet: JSON of `Span[]`, since a long text has thousands. */
  open: string
  mayMakeClaim: boolean
  makeClaim: MakeClaim
  anchorClaim: AnchorClaim
  children: ReactNode
}

/** Scrolls to an element of the text: at once, or as soon as the part of a long text that holds it is rendered. */
function useShown(pane: RefObject<HTMLElement | null>, selector: string | null) {
  useEffect(() => {
    const root = pane.current
    if (!root || selector === null) return undefined
    const show = () => {
      const found = root.querySelector(selector)
      found?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
      return found !== null
    }
    if (show()) return undefined
    const watching = new MutationObserver(() => show() && watching.disconnect())
    watching.observe(root, { childList: true, subtree: true })
    return () => watching.disconnect()
  }, [pane, selector])
}

/** The article's text and, beside it, what is known of the claim that is chosen. */
export function ArticleDesk({
  article,
  text,
  blocks,
  claims,
  open: openJson,
  mayMakeClaim,
  makeClaim,
  anchorClaim,
  children,
}: Props) {
  const t = useTranslations('article')
  const tRevision = useTranslations('revision')
  const go = useGo()
  const toast = useToast()
  const chosen = Number(useParams<{ number?: string }>().number ?? 0)
  const selected = claims.find((claim) => claim.number === chosen)
  const pane = useRef<HTMLDivElement>(null)
  const words = useSelectedWords({
    root: pane,
    text,
    language: article.language,
    dir: article.dir,
    enabled: mayMakeClaim,
  })
  const { run, busy, failure, clear } = useAction(makeClaim)
  const anchoring = useAction(anchorClaim)
  const openSentences = useMemo(() => JSON.parse(openJson) as Span[], [openJson])
  const placed = useMemo(() => claims.filter((claim) => claim.state !== 'orphaned'), [claims])
  const [typing, setTyping] = useState(false)
  const requestKey = useRef('')

  const open = useCallback(
    (number: number) => go(`/articles/${article.id}/claims/${number}`, { scroll: false }),
    [go, article.id],
  )
  const step = (by: 1 | -1) => {
    const at = claims.findIndex((claim) => claim.number === chosen)
    const next = at < 0 ? (by > 0 ? claims[0] : claims.at(-1)) : claims[at + by]
    if (next) open(next.number)
  }

  const make = async () => {
    if (!words.span) return
    const { quote, prefix, suffix, start } = anchorAt(text, words.span.start, words.span.end)
    requestKey.current ||= crypto.randomUUID()
    const result = await run({
      articleId: article.id,
      revision: article.revision,
      quote,
      prefix,
      suffix,
      start,
      requestKey: requestKey.current,
    })
    if (!result?.ok) return
    requestKey.current = ''
    words.clear()
    toast({ title: t('make.made', { number: result.value.number }) })
    open(result.value.number)
  }

  const putHere = async () => {
    if (!words.span || !selected) return
    const { quote, prefix, suffix, start } = anchorAt(text, words.span.start, words.span.end)
    const place = { revision: article.revision, quote, prefix, suffix, start }
    const result = await anchoring.run({ id: selected.id, version: selected.version, ...place })
    if (!result?.ok) return
    words.clear()
    toast({ title: tRevision('putDone', { number: selected.number }) })
  }

  const dropSelection = () => {
    requestKey.current = ''
    words.clear()
    clear()
    anchoring.clear()
  }

  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    c: mayMakeClaim ? () => (words.span ? void make() : words.startCursor(selected?.start ?? 0)) : undefined,
  })

  useShown(pane, chosen > 0 ? `[data-claim-number="${chosen}"]` : null)

  return (
    <div className="article-desk">
      <section aria-label={t('sections.text')} className="article-pane">
        {mayMakeClaim && (
          <div className="flex flex-wrap gap-2 pb-2">
            <Button size="sm" variant="ghost" onClick={() => words.startCursor(selected?.start ?? 0)}>
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
          <ArticleText
            text={text}
            blocks={blocks}
            claims={placed}
            open={openSentences}
            selectedId={selected?.id ?? null}
            onSelect={open}
          />
        </div>
        {words.choosing && (
          <p role="status" className="selection-hint">
            {t('make.cursor')}
          </p>
        )}
        {words.span && (
          <SelectionBar
            quote={text.slice(words.span.start, words.span.end)}
            language={article.language}
            dir={article.dir}
            busy={busy}
            onMake={() => void make()}
            onClear={dropSelection}
          >
            <FailureBanner failure={failure ?? anchoring.failure} />
            {selected && selected.state !== 'anchored' && (
              <Button size="sm" busy={anchoring.busy} onClick={() => void putHere()}>
                {tRevision('put', { number: selected.number })}
              </Button>
            )}
          </SelectionBar>
        )}
      </section>
      <aside aria-label={t('sections.panel')} className="claim-pane" data-open={chosen > 0 || undefined}>
        {children}
      </aside>
      {typing && (
        <MakeClaimDialog
          article={article}
          makeClaim={makeClaim}
          onClose={() => setTyping(false)}
          onMade={(number) => {
            setTyping(false)
            toast({ title: t('make.made', { number }) })
            open(number)
          }}
        />
      )}
    </div>
  )
}
