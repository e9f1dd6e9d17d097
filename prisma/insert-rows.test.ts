import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'
import { makeArticle, makeUser } from '@/tests/factories'
import { columnOf, insertRows } from './insert-rows'

const schema = readFileSync(path.join(import.meta.dirname, 'schema.prisma'), 'utf8')

it.each(['Anchor', 'Claim', 'ClaimWriter', 'Delivery', 'Event', 'Source'])(
  'knows the columns of %s from the schema',
  (model) => {
    const body = new RegExp(`^model ${model} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(schema)?.[1] ?? ''
    const fields = [...body.matchAll(/^ {2}(\w+) +([A-Z]\w*)(?:\[\]|\?)?(.*)$/gm)]
      .filter(([, , , rest = '']) => !rest.includes('@relation'))
      .filter(([, , type = '']) => !new RegExp(`^model ${type} `, 'm').test(schema))
    expect(fields.length).toBeGreaterThan(2)
    for (const [, field = '', , rest = ''] of fields) {
      const named = /(?<!@)@map\("(\w+)"\)/.exec(rest)?.[1] ?? field
      expect([field, columnOf(field)]).toEqual([field, named])
    }
  },
)

const scene = async () => {
  const editor = await makeUser()
  const article = await makeArticle(editor.actor, { text: 'One. Two.', claims: [{ quote: 'One' }] })
  const claimId = article.claims[0]?.id ?? ''
  const base = { claimId, stance: 'supports' as const, createdById: editor.actor.id }
  const read = () =>
    db().source.findMany({
      where: { claimId },
      orderBy: { id: 'asc' },
      omit: { createdAt: true, updatedAt: true },
    })
  return { editor, article, claimId, base, read }
}

it('writes the same rows as createMany, whatever the words', async () => {
  const { base, read } = await scene()
  const words = ['plain', 'قال «نعم»', `"quoted" \\ 'and' $1`, '👩‍👧\u2028\t\n', '']
  const rows = words.map((title) => ({ ...base, id: newId(), title, excerpt: title }))
  await insertRows(db(), 'source', rows)
  const inserted = await read()
  await db().source.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  await db().source.createMany({ data: rows })
  expect(inserted).toEqual(await read())
  expect(inserted.map(({ title }) => title).toSorted()).toEqual(words.toSorted())
})

it('preserves times, lists and JSON', async () => {
  const { editor, article, claimId } = await scene()
  const at = new Date('2026-03-29T01:59:59.987Z')
  const line = { verb: 'claim.made', subjectId: claimId, actorId: editor.actor.id, at, claimId }
  const [first, second] = [newId(), newId()]
  await insertRows(db(), 'event', [
    { ...line, id: first, after: { list: [1, 'ع', null], deep: { number: 1.5 } } },
    { ...line, id: second, before: { at: 'then' } },
  ])
  const rows = await db().event.findMany({ where: { id: { in: [first, second] } }, orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([
    { at, before: null, after: { list: [1, 'ع', null], deep: { number: 1.5 } }, articleId: null },
    { at, before: { at: 'then' }, after: null },
  ])
  const claim = {
    ...{ articleId: article.id, createdById: editor.actor.id },
    id: newId(),
    number: 2,
    quote: 'T',
  }
  await insertRows(db(), 'claim', [{ ...claim, keys: [1, -2], proposal: undefined }])
  const made = await db().claim.findUniqueOrThrow({ where: { id: claim.id } })
  expect(made).toMatchObject({ keys: [1, -2], proposal: null, version: 1, status: 'unreviewed' })
})

it('writes nothing for an empty list', async () => {
  const { read } = await scene()
  await insertRows(db(), 'source', [])
  expect(await read()).toEqual([])
})
