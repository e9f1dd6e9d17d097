import type { AnchorState } from '@/domain/anchor/shape'
import type { Block } from '@/text/blocks'
import { isByline } from '@/text/byline'
import type { CueKind } from '@/text/cues/cue'
import { WORTH_CHECKING } from '@/text/cues/score'
import { scoredSpans } from '@/text/cues/suggest'
import { likenessKeys } from '@/text/likeness/keys'
import { readFrom } from '@/text/read-with'
import { headlineStart, shifted } from '@/text/reading'
import { sentencesOf } from '@/text/sentences'
import type { Open } from './shape'

/**
 * A sentence to be stored. `position` counts within the revision, from 0. Search finds similar statements by `keys`.
 * `score` and `cues` say how check-worthy the sentence is, and why.
 */
export type NewSentence = {
  position: number
  /** The position of the first sentence that this one is read with; for most sentences their own. */
  readFrom: number
  start: number
  end: number
  text: string
  keys: number[]
  score: number
  cues: CueKind[]
  /** Whether it is passed from the start, so that nobody is asked about it. */
  passed?: boolean
}

/** Most headlines and headings contain a name. Any other cue shows that they state something. */
const statesSomething = (cues: readonly CueKind[]) => cues.some((kind) => kind !== 'name')

/**
 * The sentences of a revision, ready to be stored. Text without any letter or digit is not a sentence, and neither is a
 * byline. A heading is open only if a cue shows that it states something; otherwise it is passed. Null when there are
 * more than `most`.
 */
export function sentencesToStore(text: string, blocks: readonly Block[], language: string): NewSentence[]
export function sentencesToStore(
  text: string,
  blocks: readonly Block[],
  language: string,
  most: number,
): NewSentence[] | null
export function sentencesToStore(
  text: string,
  blocks: readonly Block[],
  language: string,
  most = Infinity,
): NewSentence[] | null {
  const all = sentencesOf(text, blocks, language, most)
  if (!all) return null
  const bylines = blocks.map(({ start, end }) => isByline(text.slice(start, end)))
  const saying = all.filter(
    ({ start, end, block }) => !bylines[block] && /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  )
  const first = readFrom(text, saying)
  return scoredSpans(text, saying, language).map(({ start, end, score, cues }, position) => {
    const kinds = [...new Set(cues.map((cue) => cue.kind))]
    const heads = blocks[saying[position]?.block ?? -1]?.kind === 'heading'
    return {
      position,
      readFrom: first[position] ?? position,
      start,
      end,
      text: text.slice(start, end),
      keys: likenessKeys(text.slice(start, end)),
      score,
      cues: kinds,
      ...(heads && !statesSomething(kinds) && { passed: true }),
    }
  })
}

/** A headline is one block; it has no paragraphs of its own. */
const headlineBlock = (headline: string): Block => ({ kind: 'heading', start: 0, end: headline.length })

/** The sentences of a headline, ready to be stored after the `before` sentences of its text. */
export function headlineSentences(
  { text, headline }: { text: string; headline: string },
  language: string,
  before: number,
): NewSentence[] {
  return sentencesToStore(headline, [headlineBlock(headline)], language).map((sentence) => ({
    ...shifted(sentence, headlineStart(text)),
    position: before + sentence.position,
    readFrom: before + sentence.readFrom,
  }))
}

export const isCovered = (open: Open) => open.sentences + open.unreviewed + open.orphaned + open.changed === 0

type NumberedSpan = { start: number; end: number; number: number }

/**
 * The numbers of the claims that stand on each sentence. Both lists are in the order of the text; empty spans cover
 * nothing.
 */
export function claimsOn(
  sentences: readonly { start: number; end: number }[],
  claims: readonly NumberedSpan[],
): number[][] {
  const waiting = claims.filter((one) => one.end > one.start).sort((a, b) => a.start - b.start)
  let next = 0
  let standing: NumberedSpan[] = []
  return sentences.map((sentence) => {
    // Most sentences have no claim. This shortcut avoids work for thousands of them.
    if (standing.length === 0 && (waiting[next]?.start ?? Infinity) >= sentence.end) return []
    standing = standing.filter((one) => one.end > sentence.start)
    for (let one = waiting[next]; one && one.start < sentence.end; one = waiting[++next]) standing.push(one)
    return standing
      .filter((one) => one.end > sentence.start)
      .map((one) => one.number)
      .sort((a, b) => a - b)
  })
}

export type AnchorNow = NumberedSpan & { state: AnchorState; status: string }

/** What is open, computed from all sentences and anchors of a revision. */
export function openOf(
  sentences: readonly { start: number; end: number; passedAt: Date | string | null }[],
  anchors: readonly AnchorNow[],
  on: readonly (readonly number[])[] = claimsOn(sentences, anchors),
): Open {
  const count = (state: AnchorNow['state']) => anchors.filter((anchor) => anchor.state === state).length
  return {
    sentences: sentences.filter((one, index) => one.passedAt === null && !on[index]?.length).length,
    unreviewed: anchors.filter((one) => one.status === 'unreviewed' && one.state !== 'orphaned').length,
    orphaned: count('orphaned'),
    changed: count('changed'),
  }
}

/** Whether an undecided sentence asks to be decided: its cues, or plainly reporting words, suggest a claim. */
export const isCued = ({ state, score }: { state: string; score: number }) =>
  state === 'open' && score >= WORTH_CHECKING
