'use client'

import { createContext, useContext } from 'react'
import type { CoveredSentence } from '@/domain/sentence/shape'
import type { ClaimStatus } from '@/domain/claim/statuses'

/** An undecided sentence that a cue asks to decide, as the text marks it. */
export type CuedSentence = Pick<CoveredSentence, 'position' | 'start' | 'end' | 'cues'>

/** Goes to the claim before or after the open one in a list of claims of any articles. */
export type Walk = (by: 1 | -1) => void

export type PanelList = 'decide' | 'claims' | 'comments'

/** What the text and the panel beside it know of each other. */
export type ArticlePlace = {
  /** The claims in reading order. */
  claims: readonly { number: number; status: ClaimStatus }[]
  /** Goes to a claim. */
  open: (number: number) => void
  /** Goes to the claim before or after the open one, in the list that is walked or else in the text. */
  step: (by: 1 | -1) => void
  /** Goes to the next unreviewed claim. */
  openNext: () => void
  /** Makes `step` walk a list of claims; null ends that. */
  setWalk: (walk: Walk | null) => void
  /** The list that the reader chose beside the text; null before any choice. */
  list: PanelList | null
  setList: (list: PanelList) => void
  /** The position of the undecided sentence that the text and its card point at; null while nobody chose one. */
  pointed: number | null
  /** Points at an undecided sentence, and shows it in the text. */
  point: (position: number | null) => void
  /** The undecided sentence that a cue asks to decide, with its words, by its position. */
  sentence: (position: number) => (CuedSentence & { text: string; part: 'text' | 'headline' }) | null
}

const Place = createContext<ArticlePlace | null>(null)

export const ArticlePlaceProvider = Place.Provider

/** Only below the article page. */
export function useArticlePlace(): ArticlePlace {
  const place = useContext(Place)
  if (!place) throw new Error('No article page is around')
  return place
}
