import { expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { addSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import { db } from '@/prisma/client'
import { BLOCK_KINDS } from '@/text/blocks'
import { publicKeyOf, publishedKeys } from '@/services/signing-keys'
import { makeArticle, makeUser, type MadeArticle } from '@/tests/factories'
import { race, refusal } from '@/tests/refusal'
import { signOffAsRead } from '@/tests/sign-off'
import type { Actor } from '@/domain/user/policy'
import { checkJson } from './check'
import { issueReport, rotateSigningKey } from './commands'
import { getIssuedReport, listReports } from './queries'
import { reportFile } from './proof'
import { verifyFile, verifyNumber } from './verification/queries'

const TEXT = 'The bridge opened in 1998. It carries nine thousand cars a day.'
const CLAIMS = [{ quote: 'The bridge opened in 1998' }, { quote: 'It carries nine thousand cars a day' }]

const FINAL = { kind: 'final', language: 'en', internal: true } as const
const INTERIM = { ...FINAL, kind: 'interim' } as const

async function review(checker: Actor, article: MadeArticle) {
  const [one, two] = article.claims
  if (!one || !two) throw new Error('no claims')
  await addSource(checker, addSourceSchema.parse({ claimId: one.id, title: 'Log', stance: 'supports' }))
  const { version } = await db().claim.findUniqueOrThrow({ where: { id: one.id } })
  await changeClaim(checker, { id: one.id, version, status: 'verified' })
  await changeClaim(checker, { id: two.id, version: 1, status: 'disputed', finding: 'Eight thousand.' })
  return { verified: one.id, disputed: two.id }
}

async function desk() {
  const [checker, editor] = await Promise.all([makeUser({ role: 'checker' }), makeUser()])
  const article = await makeArticle(editor.actor, { text: TEXT, claims: CLAIMS })
  return { checker: checker.actor, editor: editor.actor, article, articleId: article.id }
}

const jsonOf = async (editor: Actor, id: string) => {
  const { content, proof } = await getIssuedReport(editor, id)
  if (!proof) throw new Error('no proof')
  return reportFile(content, proof)
}

it('is final only without obstacles, and a refusal lists them', async () => {
  const { checker, editor, article, articleId } = await desk()
  const refused = await refusal(issueReport(editor, { articleId, ...FINAL }))
  expect(refused).toMatchObject({ code: 'blocked', key: 'reportNotFinal' })
  expect(refused.current).toEqual([{ kind: 'unreviewed', claims: [1, 2] }])
  const { disputed } = await review(checker, article)
  const unsigned = await refusal(issueReport(editor, { articleId, ...FINAL }))
  expect(unsigned.current).toEqual([{ kind: 'sign_off', claims: [2] }])
  await signOffAsRead(editor, { id: disputed, version: 2 })
  const issued = await issueReport(editor, { articleId, ...FINAL })
  expect(issued.number).toMatch(/^\d{4}-\d{4,}$/)
  const { content } = await getIssuedReport(editor, issued.id)
  expect(content).toMatchObject({
    kind: 'final',
    issuedBy: editor.name,
    obstacles: [],
    claims: [{ status: 'verified' }, { status: 'disputed', signOff: { by: editor.name } }],
  })
})

it('can be issued only by an editor', async () => {
  const { checker, articleId } = await desk()
  expect(await refusal(issueReport(checker, { articleId, ...INTERIM }))).toMatchObject({ code: 'forbidden' })
})

it('can be opened and proved with a text of every kind of block', async () => {
  const { editor } = await desk()
  const lines = BLOCK_KINDS.map((kind) => `The bridge as ${kind.replace('_', ' ')}`)
  const text = lines.join('\n\n')
  const blocks = BLOCK_KINDS.map((kind, index) => ({
    kind,
    ...(kind === 'heading' && { level: 2 }),
    ...(kind === 'table_cell' && {
      cell: { row: 0, column: 1, rows: 2, columns: 3, head: true as const },
    }),
    start: text.indexOf(lines[index] ?? ''),
    end: text.indexOf(lines[index] ?? '') + (lines[index] ?? '').length,
  }))
  const article = await makeArticle(editor, { text, blocks, claims: [{ quote: 'bridge as caption' }] })
  const issued = await issueReport(editor, { articleId: article.id, ...INTERIM, text: true })
  const { content } = await getIssuedReport(editor, issued.id)
  expect(content.revision.blocks).toEqual(blocks.filter(({ kind }) => kind !== 'paragraph'))
  const keys = publishedKeys()
  const check = checkJson(Buffer.from(await jsonOf(editor, issued.id)), (id) => publicKeyOf(keys, id))
  expect(check).toMatchObject({ result: 'genuine' })
})

it('proposes no words that a claim has already', async () => {
  const { editor, article, articleId } = await desk()
  const proposed = ['The bridge opened in 1998', 'It carries eight thousand cars a day']
  for (const [index, replacement] of proposed.entries())
    await db().claim.update({
      where: { id: article.claims[index]?.id ?? '' },
      data: { proposal: { kind: 'correction', replacement, reason: 'The log.' } },
    })
  const { id } = await issueReport(editor, { articleId, ...INTERIM })
  const { content } = await getIssuedReport(editor, id)
  expect(content.claims.map(({ proposal }) => proposal?.replacement)).toEqual([undefined, proposed[1]])
})

it('proves itself with its signature alone', async () => {
  const { editor, articleId } = await desk()
  const issued = await issueReport(editor, { articleId, ...INTERIM })
  const keys = publishedKeys()
  const check = checkJson(Buffer.from(await jsonOf(editor, issued.id)), (id) => publicKeyOf(keys, id))
  expect(check).toMatchObject({ result: 'genuine', proof: { number: issued.number, digest: issued.digest } })
})

it('stays unchanged whatever happens to its article', async () => {
  const { checker, editor, article, articleId } = await desk()
  const issued = await issueReport(editor, { articleId, ...INTERIM })
  const before = await jsonOf(editor, issued.id)
  await review(checker, article)
  expect(await jsonOf(editor, issued.id)).toBe(before)
  for (const attempt of [
    db().$executeRaw`update report set kind = 'final' where id = ${issued.id}::uuid`,
    db().$executeRaw`delete from report where id = ${issued.id}::uuid`,
    db().$executeRaw`truncate report cascade`,
  ])
    await expect(attempt).rejects.toThrow('reports are immutable')
})

it('supersedes the earlier one of the same language and audience, and both say so', async () => {
  const { editor, articleId } = await desk()
  const first = await issueReport(editor, { articleId, ...INTERIM })
  const arabic = await issueReport(editor, { articleId, ...INTERIM, language: 'ar' })
  const outside = await issueReport(editor, { articleId, ...INTERIM, internal: false })
  const second = await issueReport(editor, { articleId, ...INTERIM })
  const { content } = await getIssuedReport(editor, second.id)
  expect(content.supersedes).toEqual({ number: first.number, digest: first.digest })
  const { items } = await listReports(editor, { article: articleId })
  expect(items.map((one) => [one.number, one.supersededBy?.number ?? null])).toEqual([
    [second.number, null],
    [outside.number, null],
    [arabic.number, null],
    [first.number, second.number],
  ])
  expect(await verifyNumber(first)).toMatchObject({
    result: 'superseded',
    report: { number: first.number, supersededBy: second.number },
  })
})

it('gets a unique number when many are issued at once, and a repeated request returns the same report', async () => {
  const { editor } = await makeUser().then(({ actor }) => ({ editor: actor }))
  const articles = await Promise.all(Array.from({ length: 6 }, () => makeArticle(editor)))
  const { done, refused } = await race(
    articles.map(({ id }) => issueReport(editor, { articleId: id, ...INTERIM })),
  )
  expect(refused).toEqual([])
  expect(new Set(done.map((one) => one.number)).size).toBe(6)
  const again = { articleId: articles[0]?.id ?? '', ...INTERIM, requestKey: `key-${articles[0]?.id}` }
  const [one, two] = await Promise.all([issueReport(editor, again), issueReport(editor, again)])
  expect(two).toEqual(one)
})

it('is recognised by its file or number, altered when one character differs, and unknown when it is no report', async () => {
  const { editor, articleId } = await desk()
  const issued = await issueReport(editor, { articleId, ...INTERIM })
  const json = await jsonOf(editor, issued.id)
  const report = { number: issued.number, digest: issued.digest, issuedBy: editor.name, supersededBy: null }
  expect(await verifyFile(Buffer.from(json))).toMatchObject({ result: 'issued', report })
  expect(await verifyNumber(issued)).toMatchObject({ result: 'issued', report })
  const typed = issued.digest.toUpperCase().replace(/(.{8})/g, '$1 ')
  expect((await verifyNumber({ number: ` ${issued.number} `, digest: typed })).result).toBe('issued')
  for (const changed of [
    json.replace('1998', '1999'),
    json.replace('"en"', '"ar"'),
    `${json} `,
    `\ufeff${json}`,
  ])
    expect(await verifyFile(Buffer.from(changed))).toMatchObject({ result: 'altered', report })
  const next = await issueReport(editor, { articleId, ...INTERIM })
  const altered = (await jsonOf(editor, next.id)).replace('1998', '1999')
  expect(await verifyFile(Buffer.from(altered))).toMatchObject({ report: { number: next.number } })
  expect(await verifyFile(Buffer.from('{"a":1}'))).toEqual({ result: 'unknown', report: null })
  expect(await verifyFile(Buffer.from([0xff, 0xfe, 0, 1]))).toEqual({ result: 'unknown', report: null })
})

const UNKNOWN = { result: 'unknown', report: null }

it('reveals nothing to someone with only its number or only its digest', async () => {
  const { editor, articleId } = await desk()
  const { number, digest } = await issueReport(editor, { articleId, ...INTERIM })
  for (const guess of ['', digest.slice(0, 16), digest.slice(0, 63), '0'.repeat(64)])
    expect(await verifyNumber({ number, digest: guess })).toEqual(UNKNOWN)
  expect(await verifyNumber({ number: '1999-0001', digest })).toEqual(UNKNOWN)
  expect(await verifyNumber({ number: '', digest })).toEqual(UNKNOWN)
})

it.each<[string, (report: { number: string; digest: string }) => string]>([
  ['a number', ({ number }) => `"number": "${number}"`],
  ['a number in the frame of a report', ({ number }) => `{"content":{"number":"${number}"}}`],
  [
    'a number with a digest of no report',
    ({ number }) => `factdesk-report/1 ${number} ${'0'.repeat(64)} key ${'A'.repeat(86)}`,
  ],
  ['a digest alone', ({ digest }) => `digest;${digest}`],
  [
    'a digest with the number of another',
    ({ digest }) => `factdesk-report/1 1999-0001 ${digest} key ${'A'.repeat(86)}`,
  ],
  ['the beginning of a digest', ({ number, digest }) => `${number} ${digest.slice(0, 16)}`],
])('a file that shows only %s is unknown, however it is written', async (_, written) => {
  const { editor, articleId } = await desk()
  const text = written(await issueReport(editor, { articleId, ...INTERIM }))
  for (const form of [text, `\ufeff${text}`, JSON.stringify({ text }), `PK\x03\x04${text}`])
    expect(await verifyFile(Buffer.from(form))).toEqual(UNKNOWN)
})

it('is recognised in an altered copy by the number and digest', async () => {
  const { editor, articleId } = await desk()
  const { number, digest } = await issueReport(editor, { articleId, ...INTERIM })
  for (const form of [`${number};${digest}`, `<p>${digest}</p><p>${number}</p>`])
    expect(await verifyFile(Buffer.from(form))).toMatchObject({ result: 'altered', report: { number } })
})

it('stays verifiable after its key is replaced, which only an admin may do', async () => {
  const { editor, articleId } = await desk()
  const admin = (await makeUser({ role: 'admin' })).actor
  const before = await issueReport(editor, { articleId, ...INTERIM })
  expect(await refusal(rotateSigningKey(editor))).toMatchObject({ code: 'forbidden' })
  await rotateSigningKey(admin)
  const after = await issueReport(editor, { articleId, ...INTERIM })
  const [old, fresh] = await Promise.all([
    getIssuedReport(editor, before.id),
    getIssuedReport(editor, after.id),
  ])
  expect(fresh.proof?.keyId).not.toBe(old.proof?.keyId)
  expect((await verifyFile(Buffer.from(await jsonOf(editor, before.id)))).result).toBe('superseded')
  expect((await verifyFile(Buffer.from(await jsonOf(editor, after.id)))).result).toBe('issued')
})
