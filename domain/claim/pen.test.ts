import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorClaim, settleAnchor } from '@/domain/anchor/commands'
import { isReviewed } from './rules'
import { SETTLINGS } from '@/domain/anchor/schema'
import { changeArticle } from '@/domain/article/commands'
import { attributeClaim } from '@/domain/attribution/commands'
import { attributeClaimSchema } from '@/domain/attribution/schema'
import { DomainError } from '@/domain/errors'
import { verifyChain } from '@/domain/history/chain'
import { importClaims } from '@/domain/claim-import/commands'
import { commentOnClaim } from '@/domain/comment/commands'
import { proposeWording } from '@/domain/proposal/commands'
import { proposeWordingSchema } from '@/domain/proposal/schema'
import { reviseArticle } from '@/domain/revision/commands'
import { passSentences } from '@/domain/sentence/commands'
import { sendBack, signOffClaim, withdrawSignOff } from '@/domain/sign-off/commands'
import { signOffDigest } from '@/domain/sign-off/digest'
import { addSource, changeSource, removeSource, restoreSource } from '@/domain/source/commands'
import { addSourceSchema, changeSourceSchema } from '@/domain/source/schema'
import { takeOver } from '@/domain/reuse/commands'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { changeTogether } from '@/tests/bulk'
import { ARTICLE_TEXT, makeArticle, makeUser } from '@/tests/factories'
import { runs } from '@/tests/properties'
import { signOffAsRead } from '@/tests/sign-off'
import { makeClaim, restoreClaim, withdrawClaim } from './commands'
import { changeClaim } from '@/domain/review/commands'
import { CLAIM_STATUSES } from './statuses'
import { newClaimSchema } from './schema'

const QUOTES = [
  'The bridge opened in 1998',
  'It carries nine thousand cars a day',
  'Nobody counted the bicycles',
  'The toll is two coins',
  'two coins',
]
/** Versions of the article: other words, other typography, one sentence less, one more, and a copy of a sentence. */
const TEXTS = [
  ARTICLE_TEXT,
  ARTICLE_TEXT.replace('1998', '1999'),
  ARTICLE_TEXT.replace('nine thousand cars', 'eight thousand cars'),
  ARTICLE_TEXT.replace('nine thousand', '“nine\u00a0thousand”'),
  ARTICLE_TEXT.replace('The bridge opened in 1998. ', ''),
  `Before all this there was a ferry. ${ARTICLE_TEXT}`,
  `${ARTICLE_TEXT} Nobody counted the bicycles, they say.`,
]

/** Everything the database stores about an article, in a fixed order. */
async function read(id: string) {
  const [article, claims, sentences, lines] = await Promise.all([
    db().article.findUniqueOrThrow({ where: { id } }),
    db().claim.findMany({
      where: { articleId: id },
      orderBy: { number: 'asc' },
      include: {
        sources: { orderBy: { id: 'asc' } },
        anchors: { orderBy: { revision: { number: 'desc' } }, take: 1 },
        writers: { orderBy: [{ part: 'asc' }, { personId: 'asc' }] },
      },
    }),
    db().sentence.findMany({
      where: { articleId: id },
      orderBy: { id: 'asc' },
      select: { id: true, passedAt: true },
    }),
    db().event.findMany({ where: { articleId: id }, orderBy: { position: 'asc' } }),
  ])
  return { article, claims, sentences, lines }
}

type State = Awaited<ReturnType<typeof read>>
type Claim = State['claims'][number]
type Source = Claim['sources'][number]

type Step = { what: string; by: number; claim: number; pick: number; late: boolean }
type Scene = {
  actor: Actor
  state: State
  claim: Claim
  /** Claims of another article that say the same as those this one began with. */
  elsewhere: readonly { id: string }[]
  source: Source | undefined
  /** The digest of the claim when its present version was first seen. Its sources may have changed since. */
  seen: string
  at: number
} & Pick<Step, 'pick' | 'late'>

const among = <T>(all: readonly T[], pick: number) => all[pick % all.length] as T
const versioned = ({ claim, late }: Scene) => ({
  id: claim.id,
  version: late ? claim.version + 1 : claim.version,
})
const words = ({ state, pick }: Scene) => ({ revision: state.article.revision, quote: among(QUOTES, pick) })

/** What people do to an article and its claims. */
const COMMANDS: Record<string, (scene: Scene) => Promise<unknown>> = {
  make: (s) => makeClaim(s.actor, { articleId: s.state.article.id, ...words(s) }),
  import: (s) => {
    const claim = newClaimSchema.parse({ quote: among(QUOTES, s.pick), status: 'disputed', finding: 'No.' })
    return importClaims(s.actor, { articleId: s.state.article.id, rows: [{ row: 1, claim }] })
  },
  judge: (s) =>
    changeClaim(s.actor, {
      ...versioned(s),
      status: among(CLAIM_STATUSES, s.pick),
      finding: `Found ${s.at}.`,
    }),
  mark: (s) => changeClaim(s.actor, { ...versioned(s), status: among(CLAIM_STATUSES, s.pick) }),
  find: (s) =>
    changeClaim(s.actor, { ...versioned(s), finding: s.pick > 1 ? `${s.claim.finding} ${s.at}` : '' }),
  plan: (s) => changeClaim(s.actor, { ...versioned(s), priority: s.pick % 2 ? 'urgent' : 'normal' }),
  assign: (s) => changeClaim(s.actor, { ...versioned(s), assigneeId: s.pick % 2 ? s.actor.id : null }),
  withdraw: (s) => withdrawClaim(s.actor, { ...versioned(s), why: 'Twice.' }),
  restore: (s) => restoreClaim(s.actor, versioned(s)),
  attribute: (s) =>
    attributeClaim(
      s.actor,
      attributeClaimSchema.parse({ ...versioned(s), speaker: s.pick % 2 ? `Dana ${s.pick}` : null }),
    ),
  propose: (s) =>
    proposeWording(
      s.actor,
      proposeWordingSchema.parse({ ...versioned(s), replacement: s.pick % 2 ? `Words ${s.pick}` : null }),
    ),
  anchor: (s) => anchorClaim(s.actor, { ...versioned(s), ...words(s) }),
  settle: (s) =>
    settleAnchor(s.actor, { ...versioned(s), as: SETTLINGS[s.pick % SETTLINGS.length] ?? 'again' }),
  sign: (s) =>
    s.pick % 2 === 0
      ? signOffClaim(s.actor, { ...versioned(s), digest: s.seen })
      : signOffAsRead(s.actor, versioned(s)),
  'send back': (s) => sendBack(s.actor, { ...versioned(s), digest: s.seen, why: `Which log, ${s.at}?` }),
  'mark together': (s) => changeTogether(s.actor, [versioned(s)], { status: among(CLAIM_STATUSES, s.pick) }),
  'plan together': (s) =>
    changeTogether(s.actor, [versioned(s)], { priority: s.pick % 2 ? 'urgent' : 'normal' }),
  comment: (s) => commentOnClaim(s.actor, { claimId: s.claim.id, text: `Seen, ${s.at}.`, mentions: [] }),
  'take back': (s) => withdrawSignOff(s.actor, versioned(s)),
  'take over': (s) =>
    takeOver(s.actor, { ...versioned(s), fromId: among(s.elsewhere, s.claim.number - 1).id, seenVersion: 1 }),
  'add source': (s) =>
    addSource(
      s.actor,
      addSourceSchema.parse({ claimId: s.claim.id, title: `Log ${s.pick}`, stance: 'supports' }),
    ),
  'change source': async (s) =>
    s.source &&
    changeSource(
      s.actor,
      changeSourceSchema.parse({ id: s.source.id, locator: `p. ${s.pick}`, version: s.source.version }),
    ),
  'remove source': async (s) => s.source && removeSource(s.actor, { id: s.source.id }),
  'restore source': async (s) => s.source && restoreSource(s.actor, { id: s.source.id }),
  pass: (s) =>
    passSentences(s.actor, {
      articleId: s.state.article.id,
      revision: s.state.article.revision,
      positions: [0, 1, 2, 3].slice(0, 1 + s.pick),
      passed: s.pick > 0,
    }),
  clear: (s) =>
    changeArticle(s.actor, { id: s.state.article.id, version: s.state.article.version, state: 'cleared' }),
  revise: (s) => reviseArticle(s.actor, { articleId: s.state.article.id, text: among(TEXTS, s.pick) }),
}

/** The claim's own columns. Sources have versions of their own, and the signature depends on what it covers. */
function saidBy(claim: Claim) {
  const { version: _v, updatedAt: _u, search: _s, keys: _k, ...row } = claim
  const { sources: _so, writers: _w, anchors: _a, signedOffById: _b, signedOffAt: _at, ...rest } = row
  const { signedOffDigest: _d, ...own } = rest
  return own
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function hasChanged(was: Claim, now: Claim, verbs: readonly string[]) {
  const [before, after] = [was.anchors[0], now.anchors[0]]
  const anchored =
    before?.id === after?.id
      ? !same(before, after)
      : after?.outcome === 'changed' || before?.state !== after?.state
  const signed = verbs.some((verb) => ['claim.signed_off', 'claim.sign_off_withdrawn'].includes(verb))
  return signed || anchored || !same(saidBy(was), saidBy(now))
}

const live = (claim: Claim) => claim.sources.filter((source) => source.removedAt === null)
const digestOf = (claim: Claim) => signOffDigest({ ...claim, sources: live(claim) })

const FOLLOWING = ['claim.sign_off_voided', 'claim.text_changed']

function check(what: string, was: State, now: State) {
  const fresh = now.lines.slice(was.lines.length)
  const { eventCount: count, eventHash: hash } = now.article
  expect(verifyChain(now.lines, { count, hash })).toBeNull()

  const { lines: _a, ...before } = was
  const { lines: _b, ...after } = now
  const follows = [
    ...FOLLOWING,
    ...(what === 'clear' ? [] : ['article.changed']),
    ...(what === 'revise' ? ['claim.orphaned', 'claim.anchored'] : []),
  ]
  const begun = fresh.filter((line) => !follows.includes(line.verb))
  const told = what === 'import' ? begun.filter((line) => line.verb !== 'claim.made') : begun
  expect(told).toHaveLength(same(before, after) ? 0 : 1)

  for (const claim of now.claims) {
    const old = was.claims.find((one) => one.id === claim.id)
    const verbs = fresh.filter((line) => line.claimId === claim.id).map((line) => line.verb)
    if (claim.signedOffById) expect(claim.signedOffDigest).toBe(digestOf(claim))
    if (isReviewed(claim.status)) expect(claim.anchors[0]?.state).toBe('anchored')
    expect(claim.anchorState).toBe(claim.anchors[0]?.state)
    expect(claim.version).toBe(old ? old.version + (hasChanged(old, claim, verbs) ? 1 : 0) : 1)
    const ended = Boolean(old?.signedOffById) && !claim.signedOffById
    const voided = verbs.filter((verb) => verb === 'claim.sign_off_voided').length
    expect(voided).toBe(ended && what !== 'take back' ? 1 : 0)
    for (const source of claim.sources) {
      const earlier = old?.sources.find((one) => one.id === source.id)
      expect(source.version).toBe(earlier ? earlier.version + (same(earlier, source) ? 0 : 1) : 1)
    }
  }
}

async function refusalOf(work: Promise<unknown> | undefined): Promise<DomainError | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
}

const OFTEN = ['judge', 'sign', 'sign', 'sign', 'sign', 'change source', 'find', 'revise', 'revise', 'settle']

/** Two claims that anybody except their author may sign off at once. */
const CLAIMS = QUOTES.slice(0, 2).map((quote) => ({
  quote,
  status: 'disputed' as const,
  finding: 'It is not so.',
  sources: [{ title: 'The old log', stance: 'supports' as const }],
}))

/** In milliseconds. It grows with the number of runs. */
const LONGEST = runs(180_000)

it(
  'the rules of a claim hold whatever several people do to an article, in whatever order',
  { timeout: LONGEST },
  async () => {
    const step: fc.Arbitrary<Step> = fc.record({
      what: fc.constantFrom(...Object.keys(COMMANDS), ...OFTEN, ...OFTEN),
      by: fc.nat(4),
      claim: fc.nat(2),
      pick: fc.nat(6),
      late: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    })
    const made = await Promise.all([
      ...[1, 2, 3].map(() => makeUser()),
      makeUser({ role: 'checker' }),
      makeUser({ role: 'viewer' }),
    ])
    const people = made.map(({ actor }) => actor)
    const author = (await makeUser()).actor
    const { claims: elsewhere } = await makeArticle(author, { text: ARTICLE_TEXT, claims: CLAIMS })
    const happened = new Map<string, number>()
    const count = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1)

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 24, maxLength: 32 }), async (steps) => {
        const { id } = await makeArticle(author, { text: ARTICLE_TEXT, claims: CLAIMS })
        const seen = new Map<string, string>()
        let state = await read(id)
        for (const [at, one] of steps.entries()) {
          for (const claim of state.claims) {
            const key = `${claim.id} ${claim.version}`
            if (!seen.has(key)) seen.set(key, digestOf(claim))
          }
          const claim: Claim = among(state.claims, one.claim)
          const scene: Scene = {
            pick: one.pick,
            late: one.late,
            at,
            state,
            claim,
            actor: among(people, one.by),
            elsewhere,
            source: among(claim.sources, one.pick),
            seen: seen.get(`${claim.id} ${claim.version}`) ?? '',
          }
          const refused = await refusalOf(COMMANDS[one.what]?.(scene))
          const now = await read(id)
          check(one.what, state, now)
          if (refused) expect(now).toEqual(state)
          if (refused?.code === 'conflict' && refused.key !== 'sourceRemoved')
            expect([one.what, refused.current]).toMatchObject([one.what, { id: claim.id }])
          for (const line of now.lines.slice(state.lines.length)) count(line.verb)
          if (refused) count(refused.key)
          state = now
        }
      }),
      { numRuns: runs(4), endOnFailure: true },
    )
    for (const what of [
      'claim.sent_back',
      'comment.written',
      'claim.signed_off',
      'claim.sign_off_voided',
      'conflict',
      'claim.text_changed',
    ])
      expect([what, (happened.get(what) ?? 0) > 0]).toEqual([what, true])
  },
)
