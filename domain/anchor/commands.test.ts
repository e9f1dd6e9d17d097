import { expect, it } from 'vitest'
import { changeClaim } from '@/domain/review/commands'
import { reviseArticle } from '@/domain/revision/commands'
import { db } from '@/prisma/client'
import { addSource, removeSource } from '@/domain/source/commands'
import { ARTICLE_TEXT, makeArticle, makeUser } from '@/tests/factories'
import { refusal } from '@/tests/refusal'
import { signOffAsRead } from '@/tests/sign-off'
import { anchorClaim, settleAnchor } from './commands'

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
    version: await signOffAsRead(editor.actor, { id, version: version + 1 }),
  }
}

const stateOf = async (claimId: string) =>
  (await db().anchor.findFirstOrThrow({ where: { claimId }, orderBy: { revision: { number: 'desc' } } }))
    .state

it('a verdict on changed words settles them, and its signature stays', async () => {
  const { checker, editor, id, version } = await signedOnChangedWords()
  expect(await stateOf(id)).toBe('anchored')
  expect((await refusal(settleAnchor(checker, { id, version, as: 'gone' }))).key).toBe('anchorNotChanged')
  expect((await fresh(id)).signedOffById).toBe(editor.id)
})

async function disputedAndRevised(edit: (text: string) => string) {
  const [checker, editor] = await Promise.all([makeUser({ role: 'checker' }), makeUser()])
  const article = await makeArticle(editor.actor)
  const id = article.claims[0]?.id ?? ''
  await changeClaim(checker.actor, { id, version: 1, status: 'disputed', finding: 'It was 1999.' })
  const revise = (text: string) => reviseArticle(editor.actor, { articleId: article.id, text })
  await revise(edit(ARTICLE_TEXT))
  return { checker: checker.actor, editor: editor.actor, id, revise, version: (await fresh(id)).version }
}

it('whoever says that a verdict still stands gives it, on the words there now', async () => {
  const { editor, id, version, revise } = await disputedAndRevised((text) => text.replace('1998', '1989'))
  expect(await fresh(id)).toMatchObject({ status: 'unreviewed', earlier: { status: 'disputed' } })
  await settleAnchor(editor, { id, version, as: 'stands' })
  expect(await fresh(id)).toMatchObject({
    status: 'disputed',
    quote: 'The bridge opened in 1989',
    reviewedById: editor.id,
    earlier: null,
  })
  expect([await stateOf(id), (await verbs(id)).at(-1)]).toEqual(['anchored', 'claim.confirmed'])
  await revise(`First of all. ${ARTICLE_TEXT.replace('1998', '1989')}`)
  expect((await fresh(id)).status).toBe('disputed')
})

it('a claim that is to be checked again keeps its earlier verdict beside it, also when the words before return', async () => {
  const { checker, id, version, revise } = await disputedAndRevised((text) => text.replace('1998', '1989'))
  await settleAnchor(checker, { id, version, as: 'again' })
  expect(await fresh(id)).toMatchObject({ status: 'unreviewed', earlier: { status: 'disputed' } })
  expect(await stateOf(id)).toBe('anchored')
  await revise(ARTICLE_TEXT)
  expect(await fresh(id)).toMatchObject({ status: 'unreviewed' })
  expect(await stateOf(id)).toBe('changed')
})

it('a verdict returns with its sentence, and with nothing less', async () => {
  const { checker, id, revise } = await disputedAndRevised((text) => text.replace('1998', '1989'))
  await revise(`It is untrue that ${ARTICLE_TEXT}`)
  expect((await fresh(id)).status).toBe('unreviewed')
  await revise(ARTICLE_TEXT)
  expect(await fresh(id)).toMatchObject({ status: 'disputed', reviewedById: checker.id, earlier: null })
  expect((await verbs(id)).at(-1)).toBe('claim.anchored')
})

it('no verdict is given on words that are gone, and none is confirmed that lacks its source', async () => {
  const { checker, id, version } = await disputedAndRevised(() => 'Nothing of it is left.')
  expect(await stateOf(id)).toBe('orphaned')
  const again = { id, version, status: 'disputed', finding: 'Still.' } as const
  expect((await refusal(changeClaim(checker, again))).key).toBe('claimStandsNowhere')

  const [editor, article] = [await makeUser(), await makeArticle((await makeUser()).actor)]
  const verified = article.claims[0]?.id ?? ''
  const sourceId = await addSource(editor.actor, {
    claimId: verified,
    title: 'Log',
    stance: 'supports',
  } as never)
  await changeClaim(editor.actor, { id: verified, version: 1, status: 'verified' })
  await reviseArticle(editor.actor, { articleId: article.id, text: ARTICLE_TEXT.replace('1998', '1989') })
  await removeSource(editor.actor, { id: sourceId, version: 1 })
  const stands = { id: verified, version: (await fresh(verified)).version, as: 'stands' } as const
  expect((await refusal(settleAnchor(editor.actor, stands))).key).toBe('verifiedNeedsSource')
})

it('typed words that stand nowhere offer the nearest, and the claim stays where it was until they are sent', async () => {
  const { editor, id, version } = await disputedAndRevised((text) => text.replace('1998', '1989'))
  const put = (quote: string) => anchorClaim(editor, { id, version, revision: 2, quote })
  const [issue] = (await refusal(put('The bridge was opened in 1989'))).issues
  expect(issue).toMatchObject({ path: 'quote', key: 'quoteMissing' })
  const quote = issue?.near?.[0]?.quote ?? ''
  expect(quote).toBe('The bridge opened in 1989')
  expect((await fresh(id)).version).toBe(version)
  await put(quote)
  expect(await fresh(id)).toMatchObject({ quote })
  expect(await stateOf(id)).toBe('anchored')
})

const COPIES = [
  ['the same sentence', 'It rose by 12. Rain fell. It rose by 12.', 'It rose by 12'],
  ['the same words in its sentence', 'They won 12 seats here and 12 seats there.', '12 seats'],
  ['Arabic', 'ارتفع السعر 12 درجة. هطل المطر. ارتفع السعر 12 درجة.', 'ارتفع السعر 12 درجة'],
  ['a copy in other digits', 'بلغ العدد 12 نسمة. ثم سكت.\n\nبلغ العدد 12 نسمة.', 'بلغ العدد 12 نسمة'],
  ['a line of its own', 'North plant\n\n500\n\nNorth plant\n\n500', '500'],
] as const

it.each(COPIES)('a verdict goes to no copy of its words by hand: %s', async (_, text, quote) => {
  const [checker, editor] = await Promise.all([makeUser({ role: 'checker' }), makeUser()])
  const article = await makeArticle(editor.actor, { text, claims: [{ quote, start: text.indexOf(quote) }] })
  const id = article.claims[0]?.id ?? ''
  await changeClaim(checker.actor, { id, version: 1, status: 'disputed', finding: 'It is 13.' })
  const start = text.lastIndexOf(quote)
  const put = { id, version: 2, revision: 1, quote, start }
  expect((await refusal(anchorClaim(checker.actor, put))).key).toBe('withdrawIsOwn')
  await anchorClaim(editor.actor, put)
  expect(await fresh(id)).toMatchObject({ status: 'unreviewed', earlier: { status: 'disputed', quote } })
})

it('a claim that was taken out returns by hand to the only place of its words, and to no other', async () => {
  const sentence = 'The bridge opened in 1998.'
  const { editor, id, revise } = await disputedAndRevised(() => 'Nothing of it is left.')
  const putAt = async (text: string, revision: number) => {
    await revise(text)
    const { version, status } = await fresh(id)
    if (status !== 'unreviewed') return status
    const quote = 'The bridge opened in 1998'
    await anchorClaim(editor, { id, version, revision, quote, start: text.lastIndexOf(quote) })
    return (await fresh(id)).status
  }
  expect(await putAt(`${sentence} So they said. ${sentence}`, 3)).toBe('unreviewed')
})
