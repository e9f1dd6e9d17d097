import { invalid } from '@/domain/errors'
import { headlineSentences, sentencesToStore } from '@/domain/sentence/rules'
import type { Block } from '@/text/blocks'
import { TEXT_BOUNDS } from '@/text/bounds'
import { type Body, fieldOf, readBody } from './draft'

/** A text as a revision stores it. `blocks` and `sentences` are JSON, ready for the database. */
export type StoredText = { text: string; headline: string; blocks: string; sentences: string }

/**
 * @param field the field that brought the text
 * @throws DomainError `invalid` when there are more sentences than a text may have
 */
export function storedText(
  { text, headline, blocks }: { text: string; headline: string; blocks: readonly Block[] },
  language: string,
  field: string,
): StoredText {
  const sentences = sentencesToStore(text, blocks, language, TEXT_BOUNDS.sentences)
  if (!sentences) throw invalid([{ path: field, key: 'textTooManySentences' }])
  const all = [...sentences, ...headlineSentences({ text, headline }, language, sentences.length)]
  return { text, headline, blocks: JSON.stringify(blocks), sentences: JSON.stringify(all) }
}

type Given = { body: Body; headline: string; language: string }

/** @throws DomainError `invalid` with an issue for each problem with the text */
export function readText({ body, headline, language }: Given): StoredText {
  const { draft, issues } = readBody(body)
  if (issues.length) throw invalid(issues)
  return storedText({ ...draft, headline }, language, fieldOf(body))
}
