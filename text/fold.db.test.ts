import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldSearch, foldSpelling } from './fold'
import { PRESENTATION_FORMS, REPLACED_BY_SEARCH } from './fold-tables'
import { newsText } from '@/tests/cases/news-text'

const SCHEMA = `fold_test_${process.pid}`
let client: pg.Client

beforeAll(async () => {
  const connectionString = process.env.TEST_DATABASE_URL
  if (!connectionString)
    throw new Error('TEST_DATABASE_URL is not set: the SQL fold needs a PostgreSQL to be tested on.')
  client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(`create schema ${SCHEMA}`)
  await client.query(`set search_path to ${SCHEMA}, public`)
  await client.query(readFileSync(new URL('./fold.sql', import.meta.url), 'utf8'))
})

afterAll(async () => {
  await client?.query(`drop schema if exists ${SCHEMA} cascade`)
  await client?.end()
})

type Folds = { search: string; spelling: string }

async function foldedByDatabase(texts: string[]): Promise<Folds[]> {
  const { rows } = await client.query<Folds>(
    'select fold_search(given) as search, fold_spelling(given) as spelling from unnest($1::text[]) with ordinality as t(given, place) order by place',
    [texts],
  )
  return rows
}

async function expectAgreement(texts: string[]) {
  const folded = await foldedByDatabase(texts)
  expect(folded).toHaveLength(texts.length)
  texts.forEach((text, index) => {
    const here = { search: foldSearch(text).folded, spelling: foldSpelling(text).folded }
    expect({ text, ...folded[index] }).toEqual({ text, ...here })
  })
}

test('both folds agree on any mix of scripts, marks, forms, emoji and controls', async () => {
  const texts = fc
    .sample(fc.oneof(newsText, fc.string({ unit: 'grapheme', maxLength: 40 })), 4000)
    .map((text) => text.replaceAll('\0', ''))
  await expectAgreement(texts)
})

test('both folds agree on every assigned character of the scripts in use, alone and between letters', async () => {
  const points: number[] = []
  for (let point = 1; point <= 0x2fff; point++) points.push(point)
  for (let point = 0xa640; point <= 0xabff; point++) points.push(point)
  for (let point = 0xac00; point <= 0xd7a3; point += 97) points.push(point)
  for (let point = 0xf900; point <= 0xffff; point++) points.push(point)
  const letters = points
    .map((point) => String.fromCodePoint(point))
    .filter((letter) => !/^\p{Cn}$/u.test(letter))
  await expectAgreement(letters.flatMap((letter) => [letter, `ا${letter}و`, `e${letter}\u0301`]))
})

test('the tables affect every letter they name', async () => {
  const [from] = await foldedByDatabase([REPLACED_BY_SEARCH.map(([letter]) => letter).join('')])
  expect(from?.search).toBe(foldSearch(REPLACED_BY_SEARCH.map(([, to]) => to).join('')).folded)
  const forms = PRESENTATION_FORMS.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  ).join('')
  await expectAgreement([forms])
})

test('the function works in a stored generated column under a trigram index', async () => {
  await client.query('create extension if not exists pg_trgm')
  await client.query(
    'create table note (body text, folded text generated always as (fold_search(body)) stored)',
  )
  await client.query('create index on note using gin (folded gin_trgm_ops)')
  await client.query('insert into note (body) values ($1), ($2)', ['اجتماع في عَشق آباد', 'اجتماع في باكو'])
  const { rows } = await client.query('select body from note where folded like $1', ['%عشق اباد%'])
  expect(rows).toEqual([{ body: 'اجتماع في عَشق آباد' }])
})

test('a text of a million letters folds as in TypeScript', async () => {
  const text = 'قال الوزير إنّ «التضخم» بلغ ٣٫٥٪ '.repeat(31_000)
  const { rows } = await client.query<{ folded: string }>('select fold_search($1) as folded', [text])
  expect(rows[0]?.folded === foldSearch(text).folded).toBe(true)
})
