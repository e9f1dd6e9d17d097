import { expect, it } from 'vitest'
import { changeClaim } from '@/domain/claim/commands'
import { reviseArticle } from '@/domain/revision/commands'
import { signOffClaim } from '@/domain/sign-off/commands'
import { db } from '@/prisma/client'
import { ARTICLE_TEXT, makeArticle, makeUser } from '@/tests/factories'
import { settleAnchor } from './commands'

const fresh = (id: string) => db().claim.findUniqueOrThrow({ where: { id } })
const verbs = async (claimId: string) =>
  (await db().event.findMany({ where: { claimId }, orderBy: { position: 'asc' } })).map((event) => event.verb)

/** A claim whose words were changed by a revision, reviewed again on the new ones and signed off. */
async function signedOnChangedWords() {
  const [checker, editor] = await Promise.all([makeUser({ role: 'checker' }), makeUser()])
  const article = await makeArticle(editor.actor)
  const id = article.claims[0]?.id ?? ''
  await reviseArticle(editor.actor, { articleId: article.id, text: ARTICLE_TEXT.replace('1998', '1989') })
  const { version } = await fresh(id)
  const verdict = { status: 'disputed', finding: 'It was 1999.' } as const
  await changeClaim(checker.actor, { id, version, ...verdict })
  return {
    checker: checker.actor,
    editor: editor.actor,
    id,
    version: await signOffClaim(editor.actor, { id, version: version + 1 }),
  }
}

it('a claim that goes back to the words before leaves no signature over them, and history says so', async () => {
  const { checker, id, version } = await signedOnChangedWords()
  await settleAnchor(checker, { id, version, same: false })
  expect(await fresh(id)).toMatchObject({
    quote: 'The bridge opened in 1998',
    signedOffById: null,
    signedOffAt: null,
    signedOffDigest: null,
  })
  expect((await verbs(id)).slice(-2)).toEqual(['claim.orphaned', 'claim.sign_off_voided'])
})

it('a claim that is still the same keeps its signature', async () => {
  const { checker, editor, id, version } = await signedOnChangedWords()
  await settleAnchor(checker, { id, version, same: true })
  expect((await fresh(id)).signedOffById).toBe(editor.id)
  expect((await verbs(id)).at(-1)).toBe('claim.anchored')
})
