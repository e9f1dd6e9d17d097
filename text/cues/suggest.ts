import type { Span } from '../locate'
import { goesRound, leftOfAll, leftOfPlain, plainStatement } from './assertion'
import type { Cue } from './cue'
import { cuesIn, mark } from './cues'
import { readText } from './reading'
import { WORTH_CHECKING, sentenceScore } from './score'
import { voiceOf } from './voice'

export type Suggestion = Span & { score: number; cues: Cue[] }

/**
 * The sentences of a text that are worth checking, highest score first, each with the cues that begin in it. A
 * sentence without cues may reach the threshold when it plainly reports an event.
 */
export function suggestSpans(text: string, sentences: readonly Span[], language: string): Suggestion[] {
  return scoredSpans(text, sentences, language)
    .filter(({ score }) => score >= WORTH_CHECKING)
    .sort((a, b) => b.score - a.score || a.start - b.start)
}

/** Every sentence with its score from 0 to 1, in the given order. */
export function scoredSpans(text: string, sentences: readonly Span[], language: string): Suggestion[] {
  const marked = mark(readText(text, language))
  const all = cuesIn(marked)
  const { words } = marked.reading
  const spoken = sentences.map(({ start, end }) => ({
    start,
    end,
    sentence: text.slice(start, end),
    range: [firstFrom(words, start), firstFrom(words, end)] as const,
  }))
  const voice = voiceOf(marked, spoken)
  return spoken.map(({ start, end, sentence, range }) => {
    const cues = all.slice(firstFrom(all, start), firstFrom(all, end))
    const score = sentenceScore(cues, {
      plain: plainStatement(marked, range, sentence),
      plainLeft: leftOfPlain(marked, range, sentence),
      left: leftOfAll(marked, range, sentence),
      voice: Math.max(voice, quotedShare(cues, { start, end })),
      words: range[1] - range[0],
      rumoured: goesRound(marked, range),
    })
    return { start, end, score, cues }
  })
}

/** The share of a sentence within quotation marks. Quoted words are talk, even in a report. */
function quotedShare(cues: readonly Cue[], sentence: Span): number {
  let quoted = 0
  let until = sentence.start
  for (const { kind, start, end } of cues) {
    if (kind !== 'quotation' || end <= until) continue
    quoted += Math.min(end, sentence.end) - Math.max(start, until)
    until = end
  }
  return quoted / Math.max(1, sentence.end - sentence.start)
}

/** Index of the first item that starts at or after the offset, in a list sorted by position. */
function firstFrom(list: readonly { start: number }[], offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
