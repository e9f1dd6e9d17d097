import { faultsOf } from '../tests/attacks/malformed'
import { trySignIn } from '../tests/attacks/attack'
import { expect, facts, newSender, test } from './desk'

/** `npm run attacks malformed` sends every request. */
const ONE_OF = 7

test('junk anywhere in a request gets an answer, and never a 5xx', async () => {
  const { url, accounts, token } = facts()
  const { cookie } = await trySignIn(url, accounts.editor, { 'x-forwarded-for': newSender() })
  const { sent, faults } = await faultsOf(url, cookie, token, ONE_OF)
  expect(sent).toBeGreaterThan(300)
  expect(faults).toEqual([])
})
