import { describe, expect, it } from 'vitest'
import { db } from '@/prisma/client'
import { call, faults } from '@/tests/api'
import { makeArticle, makeUser } from '@/tests/factories'

type Claim = {
  id: string
  version: number
  status: string
  finding: string
  priority: string
  dueAt: string | null
  assignee: { id: string; name: string } | null
  reviewer: { id: string } | null
  anchor: { start: number; end: number; revision: number }
  sources: object[]
}
type SignedClaim = {
  version: number
  digest: string
  signer: { id: string } | null
  sources: { id: string; excerpt: string }[]
}
type Page = { items: { id: string; number: number }[]; total: number; next: string | null }

async function setting() {
  const editor = await makeUser()
  const checker = await makeUser({ role: 'checker' })
  const article = await makeArticle(editor.actor)
  const [claim, other] = article.claims
  if (!claim || !other) throw new Error('no claims')
  return { editor, checker, article, claim, other, path: `/claims/${claim.id}` }
}

describe('lists of claims', () => {
  it('give each claim with its article and assignee, and the total', async () => {
    const { editor, article, claim } = await setting()
    const answer = await call<Page>(
      editor.token,
      'GET',
      `/claims?article=${article.id}&sort=number&order=asc`,
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ total: 2, next: null })
    expect(answer.body.items[0]).toMatchObject({
      id: claim.id,
      number: 1,
      quote: claim.quote,
      status: 'unreviewed',
      priority: 'normal',
      version: 1,
      article: { id: article.id, title: article.title, language: 'en' },
      assignee: null,
    })
  })

  it('continue after the last claim of the previous page', async () => {
    const { editor, article } = await setting()
    const address = `/claims?article=${article.id}&sort=updated&limit=1`
    const first = await call<Page>(editor.token, 'GET', address)
    const second = await call<Page>(editor.token, 'GET', `${address}&after=${first.body.next}`)
    const ids = [...first.body.items, ...second.body.items].map((item) => item.id)
    expect(new Set(ids).size).toBe(2)
    expect(second.body.next).toBeNull()
  })

  it('are counted by status and by person', async () => {
    const { editor, checker, article, path } = await setting()
    await call(editor.token, 'PATCH', path, {
      body: { version: 1, status: 'needs_source', assigneeId: checker.actor.id },
    })
    const answer = await call(editor.token, 'GET', `/claims/facets?article=${article.id}`)
    expect(answer.body).toEqual({
      status: { unreviewed: 1, needs_source: 1, disputed: 0, verified: 0 },
      assignee: { none: 1, [checker.actor.id]: 1 },
      anchor: { anchored: 2, changed: 0, orphaned: 0 },
    })
  })

  it.each([
    ['limit=0', 'limit tooSmall'],
    ['limit=100000', 'limit tooLarge'],
    ['status=perhaps', 'status notOneOf'],
    ['anchor=lost', 'anchor notOneOf'],
    ['after=nonsense', 'after cursorInvalid'],
    ['q=%00', 'q badCharacter'],
  ])('refuse the query %s', async (query, fault) => {
    const { token } = await makeUser({ role: 'viewer' })
    for (const address of ['/claims', '/claims/facets']) {
      const answer = await call(token, 'GET', `${address}?${query}`)
      expect(answer.status).toBe(400)
      expect(faults(answer)).toEqual([fault])
    }
  })
})

describe('changing a claim', () => {
  it('answers with the claim as a GET returns it and writes one line of history', async () => {
    const { editor, checker, path } = await setting()
    const body = {
      version: 1,
      status: 'disputed',
      finding: 'It opened in 1999.',
      assigneeId: checker.actor.id,
      priority: 'high',
      dueAt: '2026-12-01T10:00:00+05:00',
    }
    const changed = await call<Claim>(editor.token, 'PATCH', path, { body })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      version: 2,
      status: 'disputed',
      finding: 'It opened in 1999.',
      priority: 'high',
      dueAt: '2026-12-01T05:00:00.000Z',
      assignee: { id: checker.actor.id },
      reviewer: { id: editor.actor.id },
      anchor: { start: 0, end: 25, revision: 1 },
    })
    expect((await call<Claim>(editor.token, 'GET', path)).body).toEqual(changed.body)
    const history = await call<{ items: object[]; next: null }>(editor.token, 'GET', `${path}/history`)
    expect(history.body).toMatchObject({
      items: [
        {
          verb: 'claim.reviewed',
          actor: { id: editor.actor.id },
          before: { status: 'unreviewed' },
          after: { status: 'disputed' },
        },
      ],
      next: null,
    })
  })

  it('lets exactly one of two simultaneous saves win and shows the loser what was saved', async () => {
    const { editor, checker, claim, path } = await setting()
    const save = (token: string, finding: string) =>
      call<Claim & { current: Claim }>(token, 'PATCH', path, {
        body: { version: 1, status: 'disputed', finding },
      })
    const answers = await Promise.all([
      save(editor.token, 'first words'),
      save(checker.token, 'second words'),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const won = answers.find((answer) => answer.status === 200)
    const lost = answers.find((answer) => answer.status === 409)
    expect(lost?.headers.get('content-type')).toBe('application/problem+json')
    expect(lost?.body.current).toMatchObject({ version: 2, finding: won?.body.finding })
    const winner = won?.body.finding === 'first words' ? editor.token : checker.token
    const loser = winner === editor.token ? checker.token : editor.token
    expect((await call<Claim>(winner, 'GET', path)).body).toEqual(won?.body)
    expect((await call<Claim>(loser, 'GET', path)).body).toEqual(lost?.body.current)
    expect(await db().event.count({ where: { claimId: claim.id } })).toBe(1)
  })

  it('writes once when the same change comes twice at once', async () => {
    const { checker, claim, path } = await setting()
    const save = () =>
      call<Claim>(checker.token, 'PATCH', path, { body: { version: 1, status: 'needs_source' } })
    const answers = await Promise.all([save(), save()])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    expect(answers.map((answer) => answer.body.version)).toEqual([2, 2])
    expect(await db().event.count({ where: { claimId: claim.id } })).toBe(1)
  })

  it('refuses a stale version and keeps the saved values', async () => {
    const { checker, path } = await setting()
    await call(checker.token, 'PATCH', path, { body: { version: 1, status: 'disputed', finding: 'Kept.' } })
    const stale = await call(checker.token, 'PATCH', path, { body: { version: 1, finding: 'Late.' } })
    expect(stale.status).toBe(409)
    expect(stale.body.current).toMatchObject({ finding: 'Kept.', version: 2 })
    expect((await call<Claim>(checker.token, 'GET', path)).body.finding).toBe('Kept.')
  })

  it('refuses a verdict that breaks a rule of the desk, naming the field', async () => {
    const { checker, path } = await setting()
    const verified = await call(checker.token, 'PATCH', path, { body: { version: 1, status: 'verified' } })
    expect([verified.status, verified.body.code, faults(verified)]).toEqual([
      422,
      'rule',
      ['status verifiedNeedsSource'],
    ])
    const disputed = await call(checker.token, 'PATCH', path, { body: { version: 1, status: 'disputed' } })
    expect(faults(disputed)).toEqual(['finding disputedNeedsFinding'])
    expect((await call<Claim>(checker.token, 'GET', path)).body).toMatchObject({
      version: 1,
      status: 'unreviewed',
    })
  })
})

describe('signing a claim off', () => {
  async function disputed() {
    const made = await setting()
    const { checker, path } = made
    await call(checker.token, 'POST', `${path}/sources`, { body: { title: 'Log', stance: 'refutes' } })
    const verdict = { version: 1, status: 'disputed', finding: 'It was 1999.' }
    const { body } = await call<SignedClaim>(checker.token, 'PATCH', path, { body: verdict })
    const rewrite = async () => {
      const source = `/sources/${body.sources[0]?.id}`
      expect((await call(checker.token, 'PATCH', source, { body: { excerpt: 'In 1989.' } })).status).toBe(200)
    }
    return { ...made, ...body, rewrite, address: `${path}/sign-off` }
  }

  it('with the digest that was read is a conflict if the evidence has been rewritten since', async () => {
    const { editor, address, version, digest, rewrite } = await disputed()
    await rewrite()
    const late = await call(editor.token, 'PUT', address, { body: { version, digest } })
    expect(late.status).toBe(409)
    const current = late.body.current as SignedClaim
    expect(current).toMatchObject({ version, sources: [{ excerpt: 'In 1989.' }] })
    const seen = { version, digest: current.digest }
    const signed = await call<SignedClaim>(editor.token, 'PUT', address, { body: seen })
    expect(signed.body).toMatchObject({ version: version + 1, signer: { id: editor.actor.id } })
    const wrong = await call(editor.token, 'PUT', address, { body: { version, digest: 'none' } })
    expect(faults(wrong)).toEqual(['digest wrongFormat'])
  })

  it('is refused without a digest: nobody approves evidence unseen', async () => {
    const { editor, address, version } = await disputed()
    const unseen = await call(editor.token, 'PUT', address, { body: { version } })
    expect([unseen.status, faults(unseen)]).toEqual([422, ['digest required']])
  })
})

it('pages through the history of a claim, newest first', async () => {
  const { checker, path } = await setting()
  for (const [index, priority] of ['high', 'low', 'urgent'].entries())
    await call(checker.token, 'PATCH', path, { body: { version: index + 1, priority } })
  type History = { items: { after: { priority: string } }[]; next: string | null }
  const first = await call<History>(checker.token, 'GET', `${path}/history?limit=2`)
  const second = await call<History>(checker.token, 'GET', `${path}/history?limit=2&after=${first.body.next}`)
  const seen = [...first.body.items, ...second.body.items].map((item) => item.after.priority)
  expect(seen).toEqual(['urgent', 'low', 'high'])
  expect(second.body.next).toBeNull()
  const bad = await call(checker.token, 'GET', `${path}/history?after=x`)
  expect([bad.status, faults(bad)]).toEqual([400, ['after cursorInvalid']])
})
