import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { issuesOf } from '@/domain/errors'
import { reviseArticle } from '@/domain/revision/commands'
import { needsSignOff } from '@/domain/sign-off/rules'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { setClock } from '@/services/clock'
import { loadCase } from '@/tests/cases/load'
import { findMatches } from '@/text/search'
import { makeRows, params, walkForward } from '@/tests/claim-rows'
import { makeArticle, makeUser, unique } from '@/tests/factories'
import { claimListParamsSchema } from './list'
import { CLAIM_STATUSES } from './statuses'
import { claimFacets, listClaims, listClaimsWithFacets } from './queries'

let actor: Actor
beforeAll(async () => {
  actor = (await makeUser()).actor
})

/** The positions in `quotes` of the claims that a search finds. */
async function found(quotes: string[], query: string): Promise<number[]> {
  const { articleId, ids } = await makeRows(
    actor,
    quotes.map((quote) => ({ quote })),
  )
  const page = await listClaims(actor, params({ article: articleId, q: query, sort: 'number' }))
  expect(page.total).toBe(page.items.length)
  return page.items.map((item) => ids.indexOf(item.id))
}

describe('search words', () => {
  /** As `found`, in the order of a search without a sort: the quotes as they are listed. */
  async function inOrder(quotes: string[], query: string): Promise<(string | undefined)[]> {
    const { articleId, ids } = await makeRows(
      actor,
      quotes.map((quote) => ({ quote })),
    )
    const written = { article: articleId, q: query, limit: '10' }
    const first = await listClaims(actor, params(written))
    const rest = first.next
      ? await listClaims(actor, params({ ...written, after: first.next }))
      : { items: [] }
    return [...first.items, ...rest.items].map((item) => quotes[ids.indexOf(item.id)])
  }

  const spelled = JSON.parse(readFileSync('bench/marked/spellings.json', 'utf8')) as Record<
    string,
    Record<'found' | 'apart', [string, string][]>
  >
  it('match in the database as they do in the browser, whatever the spelling', async () => {
    const pairs = Object.values(spelled).flatMap(({ found: some, apart }) => [...some, ...apart])
    for (const [text, query] of pairs.filter((_, index) => index % 4 === 0))
      expect({ text, query, found: await found([text], query) }).toEqual({
        text,
        query,
        found: findMatches(text, query).length > 0 ? [0] : [],
      })
  })

  it('in another order and near forms come after the exact ones, over pages too', async () => {
    const quotes = [
      'Late was the bridge',
      ...Array.from({ length: 12 }, (_, n) => `Bridge ${n}, too late`),
      'The late bridge opened',
    ]
    const order = await inOrder(quotes, 'late bridge')
    expect(order[0]).toBe('The late bridge opened')
    expect(order).toHaveLength(quotes.length)
    expect(new Set(order).size).toBe(quotes.length)
    expect(await inOrder(['زار القاهرة', 'مرّ بالقاهرة', 'للقاهرة تاريخ'], 'بالقاهرة')).toEqual([
      'مرّ بالقاهرة',
      expect.anything(),
      expect.anything(),
    ])
  })

  type Folding = { tests: { text: string; query: string; match: boolean }[] }
  it.each(loadCase<Folding>('C10_arabic_folding').tests)(
    'match every spelling of Arabic: $query in $text',
    async ({ text, query, match }) => {
      expect(await found([text, 'nothing of it'], query)).toEqual(match ? [0] : [])
    },
  )

  type Digits = { article: string; search: { query: string }[] }
  const digits = loadCase<Digits>('C17_digits')
  it.each(digits.search)('match any digits: $query', async ({ query }) => {
    expect(await found([digits.article, 'The 2024 report'], query)).toEqual([0])
  })

  type Joiners = { stored_text: string; search: { query: string }[] }
  const joiners = loadCase<Joiners>('C11_zwnj')
  it.each(joiners.search)('match with or without joiners: $query', async ({ query }) => {
    expect(await found([joiners.stored_text, 'کتاب'], query)).toEqual([0])
  })

  it('match Persian and Arabic letters', async () => {
    expect(await found(['کتابی که می‌خواند', 'other'], 'كتابي')).toEqual([0])
    expect(await found(['كتابي الجديد', 'other'], 'کتابی')).toEqual([0])
    expect(await found(['عُقدت في عشق آباد', 'أستانا'], 'عشق اباد')).toEqual([0])
  })

  it('are all required, in any order, and a phrase counts as one', async () => {
    const quotes = ['The bridge opened late', 'Late the bridge was', 'The bridge']
    expect(await found(quotes, 'late bridge')).toEqual([0, 1])
    expect(await found(quotes, '"bridge opened"')).toEqual([0])
  })

  it.each([
    ['%', ['5% of it', 'none of it'], [0]],
    ['_', ['snake_case', 'snakecase'], [0]],
    ['\\', ['back\\slash', 'backslash'], [0]],
    ['a%b', ['a%b', 'axxb'], [0]],
    ['\\%', ['5\\% of it', '5% of it'], [0]],
    ["'); drop table claim; --", ["say '); drop table claim; -- twice", 'drop table claim'], [0]],
  ])('match literally: %s', async (query, quotes, right) => {
    expect(await found(quotes, query)).toEqual(right)
  })

  it('of only white space and marks leave all claims, and control characters do no harm', async () => {
    expect(await found(['one', 'two'], ' \u200f\t ')).toEqual([0, 1])
    expect(await found(['one', 'two'], '\0tw\0o')).toEqual([1])
    expect(await found(['one', 'two'], '\ud800')).toEqual([])
  })

  it('match the finding too', async () => {
    const { articleId, ids } = await makeRows(actor, [{ finding: 'Seen in the yearbook' }, {}])
    const page = await listClaims(actor, params({ article: articleId, q: 'YEARBOOK' }))
    expect(page.items.map((item) => item.id)).toEqual([ids[0]])
  })
})

describe('filters', () => {
  it('by assignee select people, nobody, or both', async () => {
    const [one, two] = [(await makeUser()).actor.id, (await makeUser()).actor.id]
    const { articleId } = await makeRows(actor, [{ assigneeId: one }, { assigneeId: two }, {}])
    const numbers = async (assignee: string) =>
      (await listClaims(actor, params({ article: articleId, assignee, sort: 'number' }))).items.map(
        (item) => item.number,
      )
    expect(await numbers(one)).toEqual([1])
    expect(await numbers('none')).toEqual([3])
    expect(await numbers(`${two},none`)).toEqual([2, 3])
  })

  it('by desk take a name or an id and select nothing for an unknown desk', async () => {
    const desk = `مكتب ${unique()}`
    await makeRows(actor, [{}, {}], { desk })
    await makeRows(actor, [{}])
    const byName = await listClaims(actor, params({ desk }))
    expect(byName.total).toBe(2)
    expect(new Set(byName.items.map((item) => item.desk?.name))).toEqual(new Set([desk]))
    const byId = await listClaims(actor, params({ desk: byName.items[0]?.desk?.id ?? '' }))
    expect(byId.total).toBe(2)
    expect((await listClaims(actor, params({ desk: `no ${desk}` }))).items).toEqual([])
  })

  it('by the state of the anchor select claims in their place, to settle or gone', async () => {
    const states = ['anchored', 'changed', 'orphaned', 'changed'] as const
    const { articleId } = await makeRows(
      actor,
      states.map((anchorState) => ({ anchorState })),
    )
    const found = async (anchor: string) =>
      (await listClaims(actor, params({ article: articleId, anchor, sort: 'number' }))).items.map(
        ({ number, anchorState }) => [number, anchorState],
      )
    expect(await found('changed')).toEqual([
      [2, 'changed'],
      [4, 'changed'],
    ])
    expect(await found('anchored,orphaned')).toEqual([
      [1, 'anchored'],
      [3, 'orphaned'],
    ])
  })

  it('by language and priority select matching claims', async () => {
    const arabic = await makeRows(actor, [{ priority: 'urgent' }, {}], { language: 'ar' })
    const english = await makeRows(actor, [{ priority: 'urgent' }])
    const article = `${arabic.articleId},${english.articleId}`
    const page = await listClaims(actor, params({ article, language: 'ar', priority: 'urgent,high' }))
    expect(page.items.map((item) => item.id)).toEqual([arabic.ids[0]])
  })
})

describe('filters of a working day', () => {
  const at = new Date('2026-03-10T20:30:00Z')
  afterEach(() => setClock())

  /** The numbers of the claims that a filter leaves, read at a late hour in a newsroom three hours ahead of UTC. */
  async function left(articleId: string, written: Record<string, string>, who = actor): Promise<number[]> {
    vi.stubEnv('NEWSROOM_TIME_ZONE', 'Asia/Riyadh')
    setClock(at)
    const asked = params({ article: articleId, sort: 'number', ...written })
    const page = await listClaimsWithFacets(who, asked)
    vi.unstubAllEnvs()
    expect(page.page.total, 'the count is that of the rows').toBe(page.page.items.length)
    return page.page.items.map(({ number }) => number)
  }

  it('by due time follow the newsroom’s days, and only an unreviewed claim is overdue', async () => {
    const due = (moment: string | null) => ({ dueAt: moment === null ? null : new Date(moment) })
    const { articleId } = await makeRows(actor, [
      due('2026-03-10T20:29:59Z'),
      { ...due('2026-03-10T20:29:59Z'), status: 'verified' },
      due('2026-03-10T20:30:00Z'),
      due('2026-03-10T21:00:00Z'),
      due('2026-03-16T20:59:59Z'),
      due('2026-03-16T21:00:00Z'),
      due(null),
    ])
    expect(await left(articleId, { due: 'overdue' })).toEqual([1])
    expect(await left(articleId, { due: 'today' }), 'the day ends at 21:00 UTC').toEqual([1, 2, 3])
    expect(await left(articleId, { due: 'week' })).toEqual([1, 2, 3, 4, 5])
    expect(await left(articleId, { due: 'none' })).toEqual([7])
    expect(await left(articleId, { due: 'overdue,none' })).toEqual([1, 7])
  })

  it('by the reader select what is theirs, whoever asks, with nobody’s or with a colleague’s', async () => {
    const [me, other] = [await makeUser(), await makeUser()]
    const { articleId } = await makeRows(actor, [
      { assigneeId: me.actor.id },
      { assigneeId: other.actor.id },
      {},
    ])
    expect(await left(articleId, { assignee: 'me' }, me.actor)).toEqual([1])
    expect(await left(articleId, { assignee: 'me' }, other.actor)).toEqual([2])
    expect(await left(articleId, { assignee: 'me,none' }, me.actor)).toEqual([1, 3])
    expect(await left(articleId, { assignee: `ME,${other.actor.id}` }, me.actor)).toEqual([1, 2])
    const { facets } = await listClaimsWithFacets(me.actor, params({ article: articleId, assignee: 'me' }))
    expect(facets.status.unreviewed).toBe(1)
  })

  it('by a missing sign-off agree with the rule, for every claim', async () => {
    const [lowerer] = [(await makeUser()).actor.id]
    const kinds = CLAIM_STATUSES.flatMap((status) =>
      [true, false].flatMap((disputedBefore) =>
        (['normal', 'urgent'] as const).flatMap((priority) =>
          ([null, 'writer', 'other'] as const).flatMap((lowered) =>
            [null, at].map((signedOffAt) => ({ status, disputedBefore, priority, lowered, signedOffAt })),
          ),
        ),
      ),
    )
    const { articleId, ids } = await makeRows(
      actor,
      kinds.map(({ lowered, ...row }) => ({ ...row, loweredById: lowered && lowerer })),
    )
    await db().claimWriter.createMany({
      data: kinds.flatMap(({ lowered }, index) =>
        lowered === 'writer'
          ? [{ claimId: ids[index] ?? '', part: 'words' as const, personId: lowerer }]
          : [],
      ),
    })
    for (const policy of ['off', 'disputed', 'reviewed'] as const) {
      vi.stubEnv('FACTDESK_SIGN_OFF', policy)
      const wanted = kinds.flatMap((kind, index) =>
        needsSignOff({ ...kind, urgencyHeld: kind.lowered === 'writer' }, policy) && !kind.signedOffAt
          ? [index + 1]
          : [],
      )
      expect(await left(articleId, { signoff: 'waiting', limit: '200' }), policy).toEqual(wanted)
      expect(wanted.length > 0, policy).toBe(policy !== 'off')
    }
  })

  it('by source do not count removed sources', async () => {
    const { articleId, ids } = await makeRows(actor, [{}, {}, {}])
    const source = (claimId: string | undefined, removedAt?: Date) => ({
      claimId: claimId ?? '',
      title: 'Yearbook',
      stance: 'supports' as const,
      createdById: actor.id,
      removedAt,
    })
    await db().source.createMany({ data: [source(ids[0]), source(ids[1], at)] })
    expect(await left(articleId, { source: 'none' })).toEqual([2, 3])
    expect(await left(articleId, { source: 'some' })).toEqual([1])
  })

  it.each([
    ['en', ['The bridge opened in 1932.', 'It is the longest of the country.', 'Nobody likes its colour.']],
    ['ar', ['افتُتح الجسر في عام 1932.', 'وهو أطول جسر في البلاد.', 'لا أحد يحب لونه.']],
  ])('by cue are those of the sentences of a claim in the newest text: %s', async (language, sentences) => {
    const quotes = sentences.map((sentence) => sentence.slice(0, -1))
    const claims = [...quotes.map((quote) => ({ quote })), { quote: sentences.slice(1).join(' ') }]
    const article = await makeArticle(actor, { language, text: sentences.join(' '), claims })
    expect(await left(article.id, { cue: 'date' })).toEqual([1])
    expect(await left(article.id, { cue: 'superlative' })).toEqual([2, 4])
    expect(await left(article.id, { cue: 'date,superlative' })).toEqual([1, 2, 4])
    expect(await left(article.id, { cue: 'quotation' })).toEqual([])
    // The words are gone with their cue.
    await reviseArticle(actor, { articleId: article.id, text: sentences.slice(1).join(' ') })
    expect(await left(article.id, { cue: 'date' })).toEqual([])
    expect(await left(article.id, { cue: 'superlative' })).toEqual([2, 4])
  })

  it('by days hold both days whole, in the newsroom’s zone, in any digits', async () => {
    const made = [
      '2026-03-08T20:59:59Z',
      '2026-03-08T21:00:00Z',
      '2026-03-10T20:59:59Z',
      '2026-03-10T21:00:00Z',
    ]
    const { articleId } = await makeRows(
      actor,
      made.map((moment) => ({ createdAt: new Date(moment), updatedAt: new Date(moment) })),
    )
    for (const name of ['created', 'updated']) {
      expect(await left(articleId, { [name]: '2026-03-09..2026-03-10' })).toEqual([2, 3])
      expect(await left(articleId, { [name]: '..2026-03-08' })).toEqual([1])
      expect(await left(articleId, { [name]: '٢٠٢٦-٠٣-١١..' })).toEqual([4])
      expect(await left(articleId, { [name]: '2026-03-09' })).toEqual([2])
    }
  })

  it.each([
    ['due', 'late', 'due.0 notOneOf'],
    ['signoff', 'done', 'signoff notOneOf'],
    ['source', '1', 'source notOneOf'],
    ['cue', 'date,figure', 'cue.1 notOneOf'],
    ['created', '..', 'created wrongFormat'],
    ['created', '2026-02-30..', 'created notADay'],
    ['updated', '2026-03-02..2026-03-01', 'updated periodBackwards'],
    ['updated', '0999-03-02..', 'updated dayYear'],
    ['created', '2026-03-01..2026-03-02..2026-03-03', 'created wrongFormat'],
    ['assignee', 'mine', 'assignee.0 notAnId'],
  ])('name the field of an unusable value: %s=%s', (field, value, fault) => {
    const parsed = claimListParamsSchema.safeParse({ [field]: value })
    expect(parsed.success ? [] : issuesOf(parsed.error).map(({ path, key }) => `${path} ${key}`)).toContain(
      fault,
    )
  })
})

describe('sorting by person', () => {
  type Case = { rows: { id: number; speaker?: string | null }[] }
  const { rows } = loadCase<Case>('C61_null_sort')

  it('puts the spellings of a name side by side and nobody last in both directions', async () => {
    const names = [...new Set(rows.map(({ speaker }) => speaker).filter(Boolean))] as string[]
    const people = new Map<string, string>()
    for (const name of names) {
      const { actor: person } = await makeUser()
      await db().user.update({ where: { id: person.id }, data: { name } })
      people.set(name, person.id)
    }
    const { articleId, ids } = await makeRows(
      actor,
      rows.map(({ speaker }) => ({ assigneeId: speaker ? people.get(speaker) : null })),
    )
    for (const [order, right] of [
      ['asc', [1, 3, 5, 7, 2, 4, 6]],
      ['desc', [2, 5, 7, 1, 3, 4, 6]],
    ] as const)
      for (const limit of [200, 1, 2, 3]) {
        const pages = await walkForward(actor, { article: articleId, sort: 'assignee', order }, () => limit)
        const got = pages.flatMap(({ items }) => items.map(({ id }) => rows[ids.indexOf(id)]?.id))
        expect(got, `${order}, by pages of ${limit}`).toEqual(right)
      }
  })

  it('follows a person who is renamed', async () => {
    const { actor: person } = await makeUser()
    const { articleId } = await makeRows(actor, [{ assigneeId: person.id }, {}])
    await db().user.update({ where: { id: person.id }, data: { name: 'Zoë' } })
    const keys = await db().claim.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
    expect(keys.map(({ assigneeKey }) => assigneeKey)).toEqual(['zoe', null])
  })
})

describe('counts', () => {
  it('apply the other filters and not their own', async () => {
    const one = (await makeUser()).actor.id
    const { articleId } = await makeRows(actor, [
      { status: 'verified', assigneeId: one, quote: 'red' },
      { status: 'disputed', assigneeId: one, quote: 'red' },
      { status: 'disputed', quote: 'red' },
      { status: 'unreviewed', quote: 'blue', anchorState: 'changed' },
    ])
    const facets = (written: Record<string, string>) =>
      claimFacets(actor, params({ article: articleId, ...written }))
    expect(await facets({})).toEqual({
      status: { unreviewed: 1, needs_source: 0, disputed: 2, verified: 1 },
      assignee: { [one]: 2, none: 2 },
      anchor: { anchored: 3, changed: 1, orphaned: 0 },
    })
    expect(await facets({ status: 'disputed' })).toEqual({
      status: { unreviewed: 1, needs_source: 0, disputed: 2, verified: 1 },
      assignee: { [one]: 1, none: 1 },
      anchor: { anchored: 2, changed: 0, orphaned: 0 },
    })
    expect(await facets({ assignee: one, q: 'red' })).toEqual({
      status: { unreviewed: 0, needs_source: 0, disputed: 1, verified: 1 },
      assignee: { [one]: 2, none: 1 },
      anchor: { anchored: 2, changed: 0, orphaned: 0 },
    })
    expect(await facets({ anchor: 'changed,orphaned' })).toEqual({
      status: { unreviewed: 1, needs_source: 0, disputed: 0, verified: 0 },
      assignee: { none: 1 },
      anchor: { anchored: 3, changed: 1, orphaned: 0 },
    })
    const narrow = { article: articleId, status: 'disputed', assignee: one.toUpperCase() }
    const page = await listClaims(actor, params(narrow))
    expect(page.total).toBe(1)
    expect(await listClaimsWithFacets(actor, params(narrow))).toEqual({
      page,
      facets: await facets({ status: 'disputed', assignee: one }),
    })
  })
})

describe('a withdrawn claim', () => {
  it('appears in no page, count or search', async () => {
    const { articleId, ids } = await makeRows(actor, [{}, { withdrawnAt: new Date(), quote: 'gone' }])
    const page = await listClaims(actor, params({ article: articleId }))
    expect(page.items.map((item) => item.id)).toEqual([ids[0]])
    expect(page.total).toBe(1)
    expect((await listClaims(actor, params({ article: articleId, q: 'gone' }))).total).toBe(0)
    const { status, assignee } = await claimFacets(actor, params({ article: articleId }))
    expect(status.unreviewed).toBe(1)
    expect(assignee).toEqual({ none: 1 })
  })
})
