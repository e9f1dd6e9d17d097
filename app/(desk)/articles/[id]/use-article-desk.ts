'use client'

import { useParams } from 'next/navigation'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useGo } from '@/components/form/use-go'
import { useToast } from '@/components/ui/toast'
import type { ClaimMark } from '@/domain/article/shape'
import { partAt } from '@/text/reading'
import type { ArticlePlace, CuedSentence, PanelList, Walk } from './article-place'
import type { ArticleShown } from './article-shown'
import { neighbourOf, nextOpenOf } from './chosen-claim'

type Given = {
  article: ArticleShown
  reading: string
  headlineStart: number
  claims: Omit<ClaimMark, 'quote'>[]
  open: string
}

/** Where the reader is on the article page: the chosen claim or list, and the sentence that text and card point at. */
export function useArticleDesk({ article, reading, headlineStart, claims, open: openJson }: Given) {
  const t = useTranslations('article.panel')
  const go = useGo()
  const toast = useToast()
  const chosen = Number(useParams<{ number?: string }>().number ?? 0)
  const walk = useRef<Walk | null>(null)
  const setWalk = useCallback((next: Walk | null) => {
    walk.current = next
  }, [])
  const [list, setList] = useState<PanelList | null>(null)
  const [pointed, setPointed] = useState<{ position: number; toText: boolean } | null>(null)
  const cued = useMemo(() => JSON.parse(openJson) as CuedSentence[], [openJson])
  const standing = useMemo(() => claims.filter((claim) => claim.state !== 'orphaned'), [claims])
  const base = `/articles/${article.id}`

  const open = useCallback((number: number) => go(`${base}/claims/${number}`, { scroll: false }), [go, base])
  const pointInText = useCallback(
    (position: number) => {
      setPointed({ position, toText: false })
      setList('decide')
      if (chosen > 0) go(base, { scroll: false })
    },
    [base, chosen, go],
  )
  const place = useMemo(
    (): ArticlePlace => ({
      ...{ claims, open, setWalk, list, setList, pointed: pointed?.position ?? null },
      step: (by) => {
        if (walk.current) return walk.current(by)
        const next = neighbourOf(claims, chosen, by)
        if (next) open(next.number)
        else toast({ name: 'end', title: t(by > 0 ? 'last' : 'first') })
      },
      openNext: () => {
        if (walk.current) return toast({ name: 'end', title: t('walking') })
        const next = nextOpenOf(claims, chosen)
        if (next) open(next.number)
        else toast({ name: 'end', title: t('noneOpen') })
      },
      point: (position) => setPointed(position === null ? null : { position, toText: true }),
      sentence: (position) => {
        const found = cued.find((one) => one.position === position)
        if (!found) return null
        const { start, end } = found
        return { ...found, text: reading.slice(start, end), part: partAt(start, headlineStart) }
      },
    }),
    [claims, open, setWalk, list, pointed, chosen, cued, reading, headlineStart, toast, t],
  )
  const selected = claims.find((claim) => claim.number === chosen)
  const inSight =
    chosen > 0
      ? selected && `[data-claim-id="${selected.id}"], [data-claim-number="${chosen}"]`
      : pointed?.toText && `[data-open="${pointed.position}"]`
  return { place, chosen, selected, standing, cued, pointInText, inSight: inSight || null }
}
