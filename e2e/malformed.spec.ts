import { faultsOf } from '../tests/attacks/malformed'
import { trySignIn } from '../tests/attacks/attack'
import { expect, facts, newSender, test } from './desk'

/** `npm run attacks malformed` sends all of them. */
const ONE_OF = 7

test('junk in any place of a request is answered, and never by 5xx', async () => {
  const { url, accounts, token } = facts()
  const { cookie } = await trySignIn(url, accounts.editor, { 'x-forwarded-for': newSender() })
  const { sent, faults } = await faultsOf(url, cookie, token, ONE_OF)
  expect(sent).toBeGreaterThan(300)
  expect(faults).toEqual([])
})
