import { beforeAll, expect, it } from 'vitest'
import { getClaim } from '@/domain/claim/queries'
import { withdrawClaim } from '@/domain/claim/commands'
import { commentOnClaim } from '@/domain/comment/commands'
import { claimCommentSchema } from '@/domain/comment/schema'
import { changeClaim } from '@/domain/review/commands'
import { reviseArticle } from '@/domain/revision/commands'
import { signOffClaim } from '@/domain/sign-off/commands'
import { addSource } from '@/domain/source/commands'
import { addSourceSchema } from '@/domain/source/schema'
import type { Actor } from '@/domain/user/policy'
import { ARTICLE_TEXT, makeArticle, makeUser } from '@/tests/factories'
import { recordOpened } from './commands'
import { changedSinceRead, newsOfClaim } from './queries'

let editor: Actor
let checker: Actor
let viewer: Actor
beforeAll(async () => {
  const made = await Promise.all([
    makeUser(),
    makeUser({ role: 'checker', name: 'سلمى عون' }),
    makeUser({ role: 'viewer' }),
  ])
  ;[editor, checker, viewer] = [made[0].actor, made[1].actor, made[2].actor]
})

async function scene() {
  const article = await makeArticle(editor)
  const [one, other] = article.claims.map(({ id }) => id)
  if (!one || !other) throw new Error('no claim')
  return { article, one, other, all: [one, other] }
}

const open = async (actor: Actor, id: string) =>
  recordOpened(actor, { id, digest: (await getClaim(actor, id)).digest })
const version = async (id: string) => (await getClaim(editor, id)).version
const support = (actor: Actor, claimId: string) =>
  addSource(actor, addSourceSchema.parse({ claimId, title: 'The yearbook', stance: 'supports' }))

it('what a colleague changes of an opened claim is news until it is opened again, for every reader', async () => {
  const { one, other, all } = await scene()
  await Promise.all([editor, checker, viewer].map((actor) => open(actor, one)))
  await changeClaim(checker, { id: one, version: 1, status: 'needs_source' })
  await changeClaim(checker, { id: one, version: 2, finding: 'لا مصدر بعد.' })
  await changeClaim(checker, { id: other, version: 1, status: 'needs_source' })
  for (const actor of [editor, viewer]) {
    expect(await changedSinceRead(actor, all)).toEqual([one])
    expect(await newsOfClaim(actor, one)).toMatchObject({ count: 2, by: 'سلمى عون' })
    await open(actor, one)
    expect(await changedSinceRead(actor, all)).toEqual([])
    expect(await newsOfClaim(actor, one)).toBeNull()
  }
  expect(await newsOfClaim(viewer, other)).toBeNull()
})

it('one’s own changes are no news', async () => {
  const { one, all } = await scene()
  await open(checker, one)
  await changeClaim(checker, { id: one, version: 1, status: 'needs_source' })
  expect(await changedSinceRead(checker, all)).toEqual([])
  await changeClaim(editor, { id: one, version: 2, status: 'unreviewed' })
  await changeClaim(checker, { id: one, version: 3, status: 'needs_source' })
  expect(await newsOfClaim(checker, one)).toMatchObject({ count: 1, by: editor.name })
})

it.each([
  ['a source', true, (id: string) => support(editor, id)],
  [
    'a withdrawal',
    true,
    async (id: string) => withdrawClaim(editor, { id, version: await version(id), why: '' }),
  ],
  [
    'new words',
    true,
    async (_: string, articleId: string) =>
      reviseArticle(editor, { articleId, text: ARTICLE_TEXT.replace('1998', '1997') }),
  ],
  ['a plan', false, (id: string) => changeClaim(editor, { id, version: 1, priority: 'high' })],
  ['an assignment', false, (id: string) => changeClaim(editor, { id, version: 1, assigneeId: checker.id })],
  [
    'a comment',
    false,
    (id: string) => commentOnClaim(editor, claimCommentSchema.parse({ claimId: id, text: 'Who counted?' })),
  ],
  [
    'words elsewhere in the text',
    false,
    async (_: string, articleId: string) =>
      reviseArticle(editor, { articleId, text: `${ARTICLE_TEXT} Children pay one.` }),
  ],
] as const)('%s is news: %s', async (_, isNews, change) => {
  const { article, one, all } = await scene()
  await open(checker, one)
  await change(one, article.id)
  expect(await changedSinceRead(checker, all)).toEqual(isNews ? [one] : [])
})

it('a sign-off is no news', async () => {
  const { one, all } = await scene()
  await changeClaim(checker, { id: one, version: 1, status: 'disputed', finding: 'It was 1997.' })
  await open(checker, one)
  const { digest } = await getClaim(editor, one)
  await signOffClaim(editor, { id: one, version: 2, digest })
  expect(await changedSinceRead(checker, all)).toEqual([])
})

it('what was on the screen when somebody else changed it was not read', async () => {
  const { one, all } = await scene()
  await open(checker, one)
  const { digest } = await getClaim(checker, one)
  await changeClaim(editor, { id: one, version: 1, status: 'needs_source' })
  await recordOpened(checker, { id: one, digest })
  expect(await changedSinceRead(checker, all)).toEqual([one])
})
