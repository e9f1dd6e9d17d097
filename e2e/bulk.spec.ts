import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { browserOf, expect, facts, isChange, makeArticle, test } from './desk'

const WORDS = {
  'en-GB': {
    page: 'Select all on this page',
    all: 'Select all 60 that match',
    priority: 'Priority…',
    urgent: 'Urgent',
    change: (count: number) => `Change ${count} claims`,
    changed: '59 claims were changed, 1 had this value already.',
    other: '60 claims match the filters by now',
    undo: 'Undo',
    undone: '59 claims were restored.',
    done: 'Done',
    status: 'Status…',
    disputed: 'Disputed',
    left: '60 claims were left as they are',
    finding: 'needs a finding',
  },
  ar: {
    page: 'حدّد كل ما في هذه الصفحة',
    all: 'حدِّد كل المطابق',
    priority: 'الأولوية…',
    urgent: 'عاجلة',
    change: () => /^غيّر/,
    changed: 'وكان واحد كذلك من قبل',
    other: 'تطابق عوامل التصفية',
    undo: 'تراجع',
    undone: 'استُعيد',
    done: 'تم',
    status: 'الحالة…',
    disputed: 'متنازع عليه',
    left: 'كما هو',
    finding: 'نتيجة',
  },
} as const

const claimsOf = async (article: string, filter = '') => {
  const answer = await fetch(`${facts().url}/api/v1/claims/facets?article=${article}${filter}`, {
    headers: { authorization: `Bearer ${facts().token}` },
  })
  const { status } = (await answer.json()) as { status: Record<string, number> }
  return Object.values(status).reduce((sum, count) => sum + count, 0)
}

for (const [locale, viewport] of [
  ['en-GB', { width: 1280, height: 800 }],
  ['ar', { width: 390, height: 844 }],
] as const)
  test(`all claims that match are changed and restored as one: ${locale}`, async ({ browser }) => {
    const words = WORDS[locale]
    const count = 60
    const quotes = Array.from({ length: count }, (_, index) => `Fact number ${index + 1} stands`)
    const text = quotes.map((quote) => `${quote} here.`).join(' ')
    const article = await makeArticle({ text, claims: quotes.map((quote) => ({ quote })) })
    const page = await browserOf(browser, 'editor', { locale, viewport })
    await page.goto(`/claims?article=${article.id}&sort=number`)
    const first = page.locator('tbody tr').first()
    const top = () => first.evaluate((row) => row.getBoundingClientRect().top + window.scrollY)
    const before = await top()
    await page.getByRole('checkbox', { name: words.page }).check()
    // Picking moves nothing.
    expect(await top()).toBeCloseTo(before, 0)
    await page.getByRole('button', { name: words.all }).click()

    // Somebody changes one claim meanwhile, which stays in the list: the number is still right.
    const patch = await fetch(`${facts().url}/api/v1/claims/${article.claims[0]?.id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, priority: 'urgent' }),
    })
    expect(patch.status).toBe(200)
    await page.getByRole('button', { name: words.priority }).click()
    const dialog = page.getByRole('dialog')
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
    await dialog.getByRole('button', { name: words.urgent }).click()
    await dialog.getByRole('button', { name: words.change(count) }).click()
    await expect(dialog.getByRole('status').filter({ hasText: words.changed })).toBeVisible()
    expect(await claimsOf(article.id, '&priority=urgent')).toBe(count)

    await dialog.getByRole('button', { name: words.undo }).click()
    await expect(dialog.getByRole('status').filter({ hasText: words.undone })).toBeVisible()
    expect(await claimsOf(article.id, '&priority=urgent')).toBe(1)
    await dialog.getByRole('button', { name: words.done }).click()
    await expect(dialog).toHaveCount(0)
    // The focus returns to where the dialog came from.
    await expect(page.getByRole('button', { name: words.priority })).toBeFocused()

    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: words.status }).press('Enter')
    await dialog.getByRole('button', { name: words.disputed }).press('Enter')
    await dialog.getByRole('button', { name: words.change(count) }).press('Enter')
    await expect(dialog.getByText(words.left)).toBeVisible()
    await expect(dialog.getByRole('listitem').first()).toContainText(words.finding)
    expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([])
    await page.context().close()
  })

test('another number than was seen is confirmed anew, and nothing is changed before', async ({ browser }) => {
  const quotes = Array.from({ length: 27 }, (_, index) => `Fact number ${index + 1} stands`)
  const text = `${quotes.map((quote) => `${quote} here.`).join(' ')} Nobody counted the swans.`
  const article = await makeArticle({ text, claims: quotes.map((quote) => ({ quote })) })
  const page = await browserOf(browser, 'editor')
  await page.goto(`/claims?article=${article.id}&limit=25&priority=normal`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('button', { name: 'Select all 27 that match' }).click()
  await page.getByRole('button', { name: 'Priority…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'High' }).click()
  const patch = await fetch(`${facts().url}/api/v1/claims/${article.claims[0]?.id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, priority: 'urgent' }),
  })
  expect(patch.status).toBe(200)
  await dialog.getByRole('button', { name: 'Change 27 claims' }).click()
  await expect(dialog.getByText('26 claims match the filters by now')).toBeVisible()
  expect(await claimsOf(article.id, '&priority=high')).toBe(0)
  await dialog.getByRole('button', { name: 'Change 26 claims' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: '26 claims were changed.' })).toBeVisible()
  expect(await claimsOf(article.id, '&priority=high')).toBe(26)
  await page.context().close()
})

const STOPPED = {
  'en-GB': {
    ...{
      page: WORDS['en-GB'].page,
      all: 'Select all 230 that match',
      priority: 'Priority…',
      urgent: 'Urgent',
    },
    ...{ change: 'Change 230 claims', stopped: '“Priority of 230 claims”', reached: '200 of 230 claims' },
    ...{ rest: 'Go on with 30 claims', undo: 'Undo 230 claims', changed: '230 claims were changed' },
    ...{ undoing: 'The undoing of “Priority of 230 claims”', restored: '230 claims were restored.' },
    done: 'Done',
  },
  ar: {
    ...{ page: WORDS.ar.page, all: 'حدِّد كل المطابق', priority: 'الأولوية…', urgent: 'عاجلة' },
    ...{ change: /^غيّر/, stopped: /توقّف قبل أن يكتمل/, reached: /230/ },
    ...{ rest: /^تابع مع/, undo: /^تراجع عن/, changed: /^تغيّر/ },
    ...{ undoing: /^التراجع عن «أولوية/, restored: /^استُعيد/, done: 'تم' },
  },
} as const

// The desk offers the newest change of a person that stopped, so the two follow one another.
test.describe.serial('a bulk change that stopped', () => {
  for (const [locale, viewport] of [
    ['en-GB', { width: 1280, height: 800 }],
    ['ar', { width: 390, height: 844 }],
  ] as const)
    test(`is offered again after its page was closed: ${locale}`, async ({ browser }) => {
      const words = STOPPED[locale]
      const quotes = Array.from({ length: 230 }, (_, index) => `Fact number ${index + 1} stands`)
      const text = quotes.map((quote) => `${quote} here.`).join(' ')
      const article = await makeArticle({ text, claims: quotes.map((quote) => ({ quote })) })
      const first = await browserOf(browser, 'admin', { locale, viewport })
      const context = first.context()
      const address = `/claims?article=${article.id}&limit=25`
      const expectUrgent = (wanted: number) =>
        expect.poll(() => claimsOf(article.id, '&priority=urgent')).toBe(wanted)

      /** Lets the first write of a page through, and closes the page when it sends the next, which arrives nowhere. */
      const closeAtSecondWrite = async (page: Page, press: () => Promise<void>) => {
        let writes = 0
        const waits = new Promise<void>((resolve) => {
          void page.route('**/claims?*', (route) => {
            if (isChange(route.request()) && ++writes > 1) return route.abort().then(resolve)
            return route.continue()
          })
        })
        await press()
        await waits
        await page.close()
      }

      await first.goto(address)
      await first.getByRole('checkbox', { name: words.page }).check()
      await first.getByRole('button', { name: words.all }).click()
      await first.getByRole('button', { name: words.priority }).click()
      await first.getByRole('dialog').getByRole('button', { name: words.urgent }).click()
      await closeAtSecondWrite(first, () =>
        first.getByRole('dialog').getByRole('button', { name: words.change }).click(),
      )
      await expectUrgent(200)

      // Back on the page, the rest is changed by one press.
      const second = await context.newPage()
      await second.goto(address)
      const offer = second.locator('.banner').filter({ hasText: words.stopped })
      await expect(offer.getByText(words.reached).first()).toBeVisible()
      expect((await new AxeBuilder({ page: second }).include('.banner').analyze()).violations).toEqual([])
      await offer.getByRole('button', { name: words.rest }).click()
      await expect(offer.getByText(words.changed).last()).toBeVisible()
      await expectUrgent(230)

      // Its undoing can stop in the middle too.
      await closeAtSecondWrite(second, () => offer.getByRole('button', { name: words.undo }).click())
      await expectUrgent(30)
      const third = await context.newPage()
      await third.goto(address)
      const undoing = third.locator('.banner').filter({ hasText: words.undoing })
      await undoing.getByRole('button', { name: words.rest }).click()
      await expect(undoing.getByText(words.restored).last()).toBeVisible()
      await expectUrgent(0)
      await undoing.getByRole('button', { name: words.done }).click()
      await expect(undoing).toHaveCount(0)
      await third.reload()
      await expect(third.getByRole('checkbox', { name: words.page })).toBeVisible()
      await expect(undoing).toHaveCount(0)
      await context.close()
    })
})
