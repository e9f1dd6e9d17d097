import { faultsOf, faultsOfShapes } from '../tests/attacks/malformed'
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

test('every address answers broken parts, cookies and methods, and never with a 5xx', async ({ request }) => {
  const { url, accounts } = facts()
  const { cookie } = await trySignIn(url, accounts.editor, { 'x-forwarded-for': newSender() })
  const { sent, faults } = await faultsOfShapes(url, cookie)
  expect(sent).toBeGreaterThan(900)
  expect(faults).toEqual([])
  const page = await request.get('/corrections/%ff', {
    headers: { accept: 'text/html', 'accept-language': 'ar' },
  })
  expect([page.status(), page.headers()['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('dir="rtl"')
})
