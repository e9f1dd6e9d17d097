import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { sentencesToStore } from '@/domain/sentence/rules'
import { parseDraft } from '@/text/draft'
import type { Span } from '@/text/locate'

/** People read `seen` while building the score; nothing was fitted to `apart`. */
export const PARTS = ['seen', 'apart'] as const
export type Part = (typeof PARTS)[number]

/** A text whose sentences a person has marked: would a checker look at it? */
export type MarkedText = {
  kind: string
  part: Part
  language: string
  title: string
  text: string
  sentences: (Span & { check: boolean })[]
}

type Facts = Omit<MarkedText, 'text' | 'sentences'>
type Line = { text: string; check: boolean; newParagraph: boolean }

function asText(facts: Facts, lines: readonly Line[]): MarkedText {
  let text = ''
  const sentences = lines.map((line) => {
    if (text !== '') text += line.newParagraph ? '\n' : ' '
    const start = text.length
    text += line.text
    return { start, end: text.length, check: line.check }
  })
  return { ...facts, text, sentences }
}

const FOLDER = 'bench/marked/check'

/**
 * The texts of `bench/marked/check`. A file is named `kind.language.txt`. `#` begins a text with its title, `+` a
 * sentence to check, `-` any other; an empty line begins a paragraph.
 */
export function handMarked(): MarkedText[] {
  return PARTS.flatMap((part) =>
    readdirSync(`${FOLDER}/${part}`)
      .sort()
      .flatMap((file) => {
        const [kind = '', language = ''] = file.split('.')
        return textsIn(readFileSync(`${FOLDER}/${part}/${file}`, 'utf8'), { kind, part, language })
      }),
  )
}

function textsIn(source: string, facts: Omit<Facts, 'title'>): MarkedText[] {
  return source.split(/^# /m).flatMap((one) => {
    const [title = '', ...rest] = one.split('\n')
    if (title === '') return []
    let newParagraph = false
    const lines = rest.flatMap((line) => {
      if (line === '') newParagraph = true
      if (!/^[+-] /.test(line)) return []
      const made = { text: line.slice(2), check: line.startsWith('+'), newParagraph }
      newParagraph = false
      return [made]
    })
    return [asText({ ...facts, title }, lines)]
  })
}

/** Short articles written for the desk, seen since the first word lists. */
export function firstArticles(): MarkedText[] {
  type Article = { language: string; title: string; sentences: { text: string; check: boolean }[] }
  const articles = JSON.parse(readFileSync('bench/marked/claims.json', 'utf8')) as Article[]
  return articles.map(({ language, title, sentences }) =>
    asText(
      { kind: 'first', part: 'seen', language, title },
      sentences.map((one) => ({ ...one, newParagraph: false })),
    ),
  )
}

export function demoArticles(): MarkedText[] {
  const marked = JSON.parse(readFileSync('bench/marked/demo.json', 'utf8')) as {
    article: string
    check: string[]
  }[]
  return marked.map(({ article, check }) => {
    const language = /\.(\w+)\.md$/.exec(article)?.[1] ?? 'en'
    const source = readFileSync(`scripts/demo/${article}`, 'utf8')
    const facts: Facts = { kind: 'demo', part: 'seen', language, title: article }
    return fromSource(facts, source, 'markdown', (words) => check.includes(words))
  })
}

/** A third-party article, marked by the positions of its sentences; none when the file is missing. */
export function articleElsewhere(): MarkedText[] {
  const marked = JSON.parse(readFileSync('bench/marked/seed.json', 'utf8')) as {
    article: string
    language: string
    check: number[]
  }
  if (!existsSync(marked.article)) return []
  const source = readFileSync(marked.article, 'utf8')
  const facts: Facts = { kind: 'seed', part: 'seen', language: marked.language, title: 'seed' }
  return [fromSource(facts, source, 'text', (_, position) => marked.check.includes(position))]
}

function fromSource(
  facts: Facts,
  source: string,
  as: 'text' | 'markdown',
  isToCheck: (words: string, position: number) => boolean,
): MarkedText {
  const { text, blocks } = parseDraft(source, as)
  const sentences = sentencesToStore(text, blocks, facts.language)
  return {
    ...facts,
    text,
    sentences: sentences.map(({ start, end, text: words, position }) => ({
      start,
      end,
      check: isToCheck(words, position),
    })),
  }
}
