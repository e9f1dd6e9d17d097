import { invalid, type ErrorKey, type Issue } from '@/domain/errors'
import type { Block } from '@/text/blocks'
import { textProblem } from '@/text/canonical'
import { parseDraft, type Draft } from '@/text/draft'
import { isWellFormed } from '@/text/wellformed'

const TEXT_PROBLEMS: Partial<Record<string, ErrorKey>> = {
  empty: 'textEmpty',
  too_long: 'textTooLong',
  too_many_blocks: 'textTooManyBlocks',
  nul: 'badCharacter',
  lone_surrogate: 'badCharacter',
}

/** The field that brought the text. */
export const fieldOf = (body: Body) => (body.markdown === undefined ? 'text' : 'markdown')

export type Body = { text?: string; markdown?: string; blocks?: Block[] }

/**
 * The given text in canonical form with its blocks, and its problems.
 * @throws DomainError `invalid` at once for input that cannot be read at all
 */
export function readBody(input: Body): { draft: Draft; issues: Issue[] } {
  const field = fieldOf(input)
  const source = input.markdown ?? input.text ?? ''
  const problem = textProblem(source)
  if (problem) throw invalid([{ path: field, key: TEXT_PROBLEMS[problem.code] ?? 'badCharacter' }])
  const draft = parseDraft(source, field)
  const issues: Issue[] = []
  if (draft.problem) issues.push({ path: field, key: TEXT_PROBLEMS[draft.problem.code] ?? 'frontMatter' })
  else if (![draft.title, draft.byline, draft.dateline].every((line) => isWellFormed(line ?? '')))
    issues.push({ path: field, key: 'badCharacter' })
  else if (draft.text.trim() === '') issues.push({ path: field, key: 'textEmpty' })
  if (!input.blocks) return { draft, issues }
  const fits = field === 'text' && draft.text === source && (input.blocks.at(-1)?.end ?? 0) <= source.length
  if (!fits) issues.push({ path: 'blocks', key: 'blocksWrong' })
  return { draft: { ...draft, blocks: input.blocks }, issues }
}
