import { rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { Tinypool } from 'tinypool'
import { afterAll, describe, expect, it } from 'vitest'

import type { Standing } from '@/domain/revision/rules'
import { bundle } from '@/scripts/lib/prepare.mjs'
import { readingOf } from '@/text/reading'
import { closeThreads, openThreads, runIn } from '@/services/work/pool'
import { newsText } from '@/tests/cases/news-text'
import { runs } from '@/tests/properties'
import { type Answer, valueOf } from '@/domain/text-work/answer'
import { work } from './worker'
import { type Input, TASKS, type TaskName } from '@/domain/text-work/tasks/worker'

const HERE = { units: 0, field: 'text' }
const AWAY = { units: Infinity, field: 'text' }
const told = (error: unknown) => {
  const { name, code, key, params, issues } = error as Record<string, unknown>
  return { name, code, key, params, issues }
}

/** Runs the same task in this thread and in another, and returns both results or refusals. */
async function bothWays<N extends TaskName>(name: N, input: Input<N>) {
  // Each run gets its own copy of the input, because a task might change it.
  const [here, away] = [HERE, AWAY].map((about) =>
    work(name, structuredClone(input), about).then((value) => ({ value }), told),
  )
  return [await here, await away] as const
}

async function expectSame<N extends TaskName>(name: N, input: Input<N>) {
  const [here, away] = await bothWays(name, input)
  expect(away).toEqual(here)
}

afterAll(closeThreads)

const bytesOf = (text: string) => new TextEncoder().encode(text)
const languages = fc.constantFrom('en', 'ar', 'de', 'ja', undefined)
const quoteOf = (text: string) =>
  fc.tuple(fc.nat(text.length), fc.nat(60)).map(([start, length]) => ({
    quote: text.slice(start, start + length) || 'a',
    hint: start,
  }))
const withQuotes = newsText.chain((text) =>
  fc.record({ text: fc.constant(text), quotes: fc.array(quoteOf(text), { maxLength: 5 }) }),
)
const property = { numRuns: runs(15), seed: 23 }

describe('text work in another thread', () => {
  it('takes in a text as this thread does', async () => {
    const markdown = fc.boolean()
    await fc.assert(
      fc.asyncProperty(withQuotes, languages, markdown, async ({ text, quotes }, language, marked) => {
        const body = marked ? { markdown: text } : { text }
        await expectSame('takeIn', { title: 'T', language, quotes, ...body })
        await expectSame('readText', { body, headline: 'Fell by 3 percent', language: language ?? 'en' })
        await expectSame('locateAll', { text, quotes })
      }),
      property,
    )
  })

  it('carries claims over and compares texts as this thread does', async () => {
    await fc.assert(
      fc.asyncProperty(withQuotes, newsText, fc.boolean(), async ({ text, quotes }, other, compared) => {
        const read = (one: string) => {
          const stored = TASKS.readText({ body: { text: `${one} End.` }, headline: 'T', language: 'ar' })
          return { text: readingOf(stored), sentences: stored.sentences }
        }
        const old = read(text)
        const fresh = read(text.slice(0, text.length / 2).toWellFormed() + other)
        const standing = TASKS.locateAll({ text: old.text, quotes }).flatMap(
          ({ words }, index): Standing[] =>
            words
              ? [
                  {
                    ...words,
                    judged: { quote: words.quote, context: [words.quote] },
                    claimId: String(index),
                    state: 'anchored',
                  },
                ]
              : [],
        )
        await expectSame('carryText', { old, fresh, standing, compared })
        await expectSame('compareTexts', { old, fresh })
      }),
      property,
    )
  })

  it.each([
    ['a file of text', 'a.txt', bytesOf('One.\r\n\r\nواحد.')],
    ['a file of Markdown', 'a.md', bytesOf('---\ntitle: T\n---\n# H\n\n- a\n- b')],
    ['a file of HTML', 'a.html', bytesOf('<title>T</title><article><p>One <b>two</b>.</article>')],
    ['a file in an old encoding', 'a.txt', Uint8Array.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7])],
    ['nothing', 'a.txt', new Uint8Array()],
    ['what is no archive', 'a.docx', bytesOf('PK no archive')],
    ['too many paragraphs', 'a.txt', bytesOf('a\n\n'.repeat(10_001))],
  ])('reads %s as this thread does', async (_, name, bytes) => {
    await expectSame('readGivenFile', { name, type: '', bytes })
  })

  it('refuses with the same details as this thread', async () => {
    const tooMany = [
      ['a\n\n'.repeat(10_001), 'textTooManyBlocks'],
      ['It is. '.repeat(20_001), 'textTooManySentences'],
      ['هذا صحيح. '.repeat(20_001), 'textTooManySentences'],
      ['a\0b', 'badCharacter'],
    ]
    for (const [text = '', key] of tooMany) {
      const [here, away] = await bothWays('readText', { body: { text }, headline: 'T', language: 'en' })
      expect(away).toEqual(here)
      expect(away).toMatchObject({ name: 'DomainError', code: 'invalid', issues: [{ path: 'text', key }] })
    }
    const [here, away] = await bothWays('readGivenImport', { list: 'no such column\n1' })
    expect(away).toEqual(here)
    expect(away).toHaveProperty('code', 'invalid')
  })
})

describe('the bundle of a started desk', () => {
  const folder = path.join('dist', `test-${process.pid}`)
  let threads: Tinypool | null = null
  afterAll(async () => {
    await threads?.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('gives the same results', async () => {
    const file = path.join(folder, 'text-work.mjs')
    await bundle('domain/text-work/worker.ts', file)
    threads = openThreads(file, { running: 1, waiting: 1, megabytes: 112 })
    const body = { text: 'قال الوزير: نعم. ثم خرج.\n\nIt rose by 3 percent.' }
    const input = { body, headline: 'ارتفعت الأسعار', language: 'ar' }
    const answer = (await runIn(threads, { name: 'readText', input }, 60_000)) as Answer
    expect(valueOf(answer)).toEqual(TASKS.readText(input))
    const refused = { name: 'readText', input: { ...input, body: { markdown: '# a\n'.repeat(10_001) } } }
    expect(await runIn(threads, refused, 60_000)).toMatchObject({
      refused: { code: 'invalid', issues: [{ path: 'markdown', key: 'textTooManyBlocks' }] },
    })
  })
})
