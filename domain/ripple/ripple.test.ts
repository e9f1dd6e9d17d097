import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import {
  acknowledgeCorrection,
  approveCorrection,
  changeCorrection,
  publishCorrection,
} from '@/domain/correction/commands'
import { getCorrection } from '@/domain/correction/queries'
import { correctionHistory } from '@/domain/history/queries'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { approved, bench, start, stored } from '@/tests/correction'
import { makeArticle } from '@/tests/factories'
import { loadCase } from '@/tests/cases/load'
import { refusal } from '@/tests/refusal'
import { dismissRipple, openRipple } from './commands'
import { listRipples } from './queries'

async function twin() {
  const made = await bench()
  const other = await makeArticle(made.editor.actor, {
    text: `Some say more. ${made.name} was opened in 1998. They smile.`,
    claims: [],
  })
  return { made, other }
}

async function demoArticle(editor: Actor, name: string) {
  const markdown = await readFile(`scripts/demo/${name}.md`, 'utf8')
  return createArticle(editor, createArticleSchema.parse({ markdown }))
}

describe('the ripple of a correction', () => {
  it('finds similar statements in other articles on approval, never in its own place, and each once', async () => {
    const { made, other } = await twin()
    const id = await approved(made)
    const ripples = await listRipples(made.editor.actor, id)
    expect(ripples.map((one) => [one.article.id, one.quote, one.state])).toEqual([
      [other.id, `${made.name} was opened in 1998.`, 'open'],
    ])
    expect(ripples[0]?.reasons.some((reason) => reason.kind === 'words')).toBe(true)
    expect((await getCorrection(made.editor.actor, id)).openRipples).toBe(1)
    await publishCorrection(made.editor.actor, { id, version: 3 })
    expect(await listRipples(made.editor.actor, id)).toHaveLength(1)
  })

  it('of the claim about Ashgabat includes the note about water', async () => {
    const { editor } = await bench()
    const waterId = await demoArticle(editor.actor, 'water-note.ar')
    const articleId = await demoArticle(editor.actor, 'quiet-diplomacy.ar')
    const review = JSON.parse(await readFile('scripts/demo/quiet-diplomacy.ar.review.json', 'utf8')) as {
      claims: { quote: string; correction?: { replacement: string } }[]
    }
    const wrong = review.claims.find((claim) => claim.quote.includes('عشق آباد') && claim.correction)
    if (!wrong) throw new Error('no claim about Ashgabat')
    const { id } = await start(await bench(), {
      articleId,
      claimId: undefined,
      quote: wrong.quote,
      replacement: wrong.correction?.replacement,
      wrong: 'مقر المركز ليس في كازاخستان.',
      right: 'مقر المركز في عشق آباد عاصمة تركمانستان.',
      note: 'ذكر المقال أن كازاخستان تستضيف المركز، والصحيح أن مقره عشق آباد عاصمة تركمانستان.',
    })
    await acknowledgeCorrection(editor.actor, { id, version: 1 })
    await approveCorrection(editor.actor, { id, version: 2 })
    const found = (await listRipples(editor.actor, id)).find((one) => one.article.id === waterId)
    expect(found?.quote).toContain('تستضيف كازاخستان المركز الإقليمي للأمم المتحدة')
  })

  it('opens one correction at a place, however often it is asked for, with claim and words', async () => {
    const { made } = await twin()
    const claimed = await makeArticle(made.editor.actor, {
      text: `It is said that ${made.name} opened in 1998, and so it goes.`,
      claims: [{ quote: `${made.name} opened in 1998` }],
    })
    const id = await approved(made)
    const ripple = (await listRipples(made.editor.actor, id)).find((one) => one.article.id === claimed.id)
    if (!ripple) throw new Error('no ripple')
    const [one, two] = await Promise.all([
      openRipple(made.editor.actor, ripple),
      openRipple(made.second.actor, ripple),
    ])
    expect(two).toEqual(one)
    expect(await stored(one.id)).toMatchObject({
      articleId: claimed.id,
      claimId: claimed.claims[0]?.id,
      rippleOfId: id,
      state: 'reported',
      quote: `${made.name} opened in 1998`,
      right: 'The bridge opened in 1996.',
      replacement: null,
    })
    expect(await db().ripple.findUniqueOrThrow({ where: { id: ripple.id } })).toMatchObject({
      state: 'opened',
      madeId: one.id,
    })
    expect((await refusal(dismissRipple(made.editor.actor, { id: ripple.id, why: 'no' }))).key).toBe(
      'rippleDecided',
    )
  })

  it('does not lead back to its origin', async () => {
    const { made, other } = await twin()
    const first = await approved(made, {
      replacement: undefined,
      fixedElsewhere: 'In the newsroom’s own system.',
    })
    const [ripple] = await listRipples(made.editor.actor, first)
    if (!ripple) throw new Error('no ripple')
    expect(ripple.article.id).toBe(other.id)
    const { id } = await openRipple(made.editor.actor, ripple)
    await changeCorrection(made.editor.actor, { id, version: 1, fixedElsewhere: 'In print.' })
    await acknowledgeCorrection(made.editor.actor, { id, version: 2 })
    await approveCorrection(made.editor.actor, { id, version: 3 })
    expect(await listRipples(made.editor.actor, id)).toEqual([])
  })

  it('records why a place is not affected and keeps that when places are searched again', async () => {
    const { made } = await twin()
    const id = await approved(made)
    const [ripple] = await listRipples(made.editor.actor, id)
    if (!ripple) throw new Error('no ripple')
    expect((await refusal(dismissRipple(made.checker.actor, { id: ripple.id, why: 'no' }))).code).toBe(
      'forbidden',
    )
    expect((await refusal(openRipple(made.checker.actor, ripple))).code).toBe('forbidden')
    await dismissRipple(made.editor.actor, { id: ripple.id, why: 'It quotes the error to refute it.' })
    await dismissRipple(made.editor.actor, { id: ripple.id, why: 'again' })
    expect((await refusal(openRipple(made.editor.actor, ripple))).key).toBe('rippleDecided')
    await publishCorrection(made.editor.actor, { id, version: 3 })
    expect(await listRipples(made.editor.actor, id)).toMatchObject([
      { state: 'not_affected', why: 'It quotes the error to refute it.' },
    ])
    const { items } = await correctionHistory(made.editor.actor, { id, articleId: made.article.id })
    expect(items.map((line) => line.verb)).toContain('correction.ripple_dismissed')
  })

  it('includes the other places of its own article, before publication, and its own place never', async () => {
    const twice = loadCase<{ title: string; text: string; replacement: string }>('N25_same_article_twice')
    const made = await bench()
    const quote = twice.replacement.replace('124', '214')
    const { title, text } = twice
    const article = await makeArticle(made.editor.actor, { title, text, claims: [{ quote }] })
    const id = await approved(made, {
      ...{ articleId: article.id, claimId: article.claims[0]?.id, quote, replacement: twice.replacement },
      right: 'The ferry carried 124 people.',
    })
    const here = async () =>
      (await listRipples(made.editor.actor, id)).filter((one) => one.article.id === article.id)
    const repeats = await here()
    expect(repeats.map((one) => one.state)).toEqual(['open', 'open'])
    expect(repeats.map((one) => one.quote).sort()).toEqual([title, text.slice(text.indexOf('In short'))])
    await publishCorrection(made.editor.actor, { id, version: 3 })
    expect(await here()).toEqual(repeats)

    const [repeat] = repeats
    if (!repeat) throw new Error('no repeat')
    const opened = await openRipple(made.editor.actor, repeat)
    await changeCorrection(made.editor.actor, { id: opened.id, version: 1, fixedElsewhere: 'In print.' })
    await acknowledgeCorrection(made.editor.actor, { id: opened.id, version: 2 })
    await approveCorrection(made.editor.actor, { id: opened.id, version: 3 })
    const others = await listRipples(made.editor.actor, opened.id)
    const left = others.filter((one) => one.article.id === article.id).map((one) => one.quote)
    expect(left).toEqual(repeats.slice(1).map((one) => one.quote))
  })
})
