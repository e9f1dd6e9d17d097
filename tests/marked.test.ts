import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseDraft } from '@/text/draft'
import { sentencesOf } from '@/text/sentences'

type MarkedArticle = { language: string; title: string; sentences: { text: string; check: boolean }[] }
type MarkedDemo = { article: string; check: string[]; skip: string[] }

function marked<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`../bench/marked/${name}.json`, import.meta.url), 'utf8')) as Shape
}

it('articles marked for checking are news in four languages, and a little more than half of the sentences is to check', () => {
  const articles = marked<MarkedArticle[]>('claims')
  const sentences = articles.flatMap((article) => article.sentences)
  expect(new Set(articles.map(({ language }) => language))).toEqual(new Set(['ar', 'en', 'fa', 'fr']))
  expect(sentences.length).toBeGreaterThanOrEqual(150)
  expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length)
  const share = sentences.filter(({ check }) => check).length / sentences.length
  expect(share).toBeGreaterThan(0.55)
  expect(share).toBeLessThan(0.65)
})

it.each(marked<MarkedDemo[]>('demo'))(
  'each sentence of $article is marked once',
  ({ article, check, skip }) => {
    const { text, blocks, language } = parseDraft(readFileSync(`scripts/demo/${article}`, 'utf8'), 'markdown')
    const found = sentencesOf(text, blocks, language ?? '').map(({ start, end }) => text.slice(start, end))
    expect([...check, ...skip].sort()).toEqual(found.sort())
  },
)
