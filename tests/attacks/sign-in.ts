import { atMost, exactly, signInForm, trySignIn, type Attack, type AttackedDesk, type Figure } from './attack'
import { LIMITS } from '@/services/limits/limits'

const GUESSES = 300
const ACCOUNTS = 40
const { allowance: AT_ACCOUNT, delay } = LIMITS.signInAccount
const { allowance: OF_SENDER } = LIMITS.signInSender

/**
 * The most failures at one account that may be judged during an attack, because each wait doubles the previous one.
 */
function mostJudged(milliseconds: number): number {
  let most = AT_ACCOUNT + 1
  for (let wait: number = delay.firstMs, from = wait; from <= milliseconds; from += wait *= 2) most += 1
  return most
}

type Answer = Awaited<ReturnType<typeof trySignIn>>
const count = (answers: Answer[], status: number) => answers.filter((one) => one.status === status).length

type Guessed = { answers: Answer[]; milliseconds: number }

/** Sends tries in the given order, several at once, with one form; a forged header names another sender each time. */
async function guess(
  desk: AttackedDesk,
  email: string,
  passwords: string[],
  forged = false,
): Promise<Guessed> {
  const began = performance.now()
  const form = await signInForm(desk.url)
  const answers = await Promise.all(
    passwords.map((password, n) =>
      trySignIn(
        desk.url,
        { email, password },
        forged ? { 'x-forwarded-for': `198.51.${n >> 8}.${n & 255}` } : {},
        form,
      ),
    ),
  )
  return { answers, milliseconds: performance.now() - began }
}

const wrong = (many: number) => Array.from({ length: many }, (_, n) => `wrong guess ${n}`)

async function guessing(desk: AttackedDesk): Promise<Figure[]> {
  const { viewer, checker, editor } = desk.accounts
  const known = (await trySignIn(desk.url, editor)).cookie
  const parallel = await guess(desk, viewer.email, wrong(GUESSES), true)
  const withRight = await guess(desk, checker.email, [...wrong(59), checker.password])
  const locked = await guess(desk, editor.email, wrong(60))
  const inKnown = await trySignIn(desk.url, editor, { cookie: known })
  return [
    atMost(
      `of ${GUESSES} guesses at once, each with a forged X-Forwarded-For, judged`,
      count(parallel.answers, 401),
      mostJudged(parallel.milliseconds),
    ),
    exactly('all others answered 429', count(parallel.answers, 429), GUESSES - count(parallel.answers, 401)),
    exactly(
      'of those without Retry-After',
      parallel.answers.filter((one) => one.status === 429 && !one.retryAfter).length,
      0,
    ),
    atMost(
      'of 60 guesses with the right one, judged',
      60 - count(withRight.answers, 429),
      mostJudged(withRight.milliseconds),
    ),
    exactly('a browser known for an account under attack', inKnown.status, 200),
    atMost(
      'of 60 guesses at that account, judged',
      count(locked.answers, 401),
      mostJudged(locked.milliseconds),
    ),
  ]
}

async function manyAccounts(desk: AttackedDesk): Promise<Figure[]> {
  const answers: Answer[] = []
  for (let n = 0; n < ACCOUNTS; n += 1)
    answers.push(
      await trySignIn(desk.url, { email: `person-${n}@demo.factdesk.example`, password: 'wrong guess' }),
    )
  return [atMost(`of ${ACCOUNTS} accounts tried from one address, judged`, count(answers, 401), OF_SENDER)]
}

const attack: Attack = {
  about: 'Passwords are guessed many at once, at many accounts, under forged addresses.',
  run: async (desk) => [...(await guessing(desk)), ...(await manyAccounts(desk))],
}

export default attack
