import { expect, it } from 'vitest'
import { ImportProblem, type ImportProblemCode } from '@/importing/incoming'
import { LOCALES } from '@/text/locale'
import { sentencesIn } from '@/app/sentences'
import { IMPORT_SENTENCES, importIssue } from './import-problems'

const codes = Object.keys(IMPORT_SENTENCES) as ImportProblemCode[]

it.each(LOCALES)('every reason has its own sentence that says how to put it right: %s', (locale) => {
  const sentence = sentencesIn(locale)
  const said = codes.map((code) => {
    const issue = importIssue(new ImportProblem(code), 'file')
    return sentence(issue.key, issue.params)
  })
  expect(new Set(said).size).toBe(codes.length)
  expect(said).not.toContain(sentence('invalid'))
  for (const one of said) expect(one).toMatch(/^[^{}]{20,}\.$/)
})

it.each(['doc', 'msg', 'mhtml', 'svg', 'xml', 'xlsx', undefined])(
  'names a format that cannot be read: %s',
  (format) => {
    const { key, params } = importIssue(new ImportProblem('unsupported', format ? { format } : {}), 'file')
    const known = format !== undefined && format !== 'xlsx'
    expect(sentencesIn('en')(key, params).includes('Files of this kind')).toBe(!known)
  },
)

it('tells broken front matter from a broken file', () => {
  const problem = new ImportProblem('damaged', { detail: 'bad indentation' })
  expect(importIssue(problem, 'file')).toEqual({ path: 'file', key: 'frontMatter' })
})
