import { invalid } from '@/domain/errors'
import { sentencesToStore } from '@/domain/sentence/rules'
import type { Block } from '@/text/blocks'
import { TEXT_BOUNDS } from '@/text/bounds'
import { type Body, fieldOf, readBody } from './draft'

/** A text as a revision keeps it; `blocks` and `sentences` are JSON, ready for the database. */
export type StoredText = { text: string; blocks: string; sentences: string }

/**
 * @param field what brought the text
 * @throws DomainError `invalid` for more sentences than a text may have
 */
export function storedText(
  { text, blocks }: { text: string; blocks: readonly Block[] },
  language: string,
  field: string,
): StoredText {
  const sentences = sentencesToStore(text, blocks, language, TEXT_BOUNDS.sentences)
  if (!sentences) throw invalid([{ path: field, key: 'textTooManySentences' }])
  return { text, blocks: JSON.stringify(blocks), sentences: JSON.stringify(sentences) }
}

/** @throws DomainError `invalid` with an issue for each thing that is wrong with the text */
export function readText({ body, language }: { body: Body; language: string }): StoredText {
  const { draft, issues } = readBody(body)
  if (issues.length) throw invalid(issues)
  return storedText(draft, language, fieldOf(body))
}
