import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LEVELS } from './axe'
import { expect, makeArticle, randomLetters, signIn, test } from './desk'

const LATENCIES = [0, 300, 600]
const claims = (from: number) => {
  const quotes = [from, from + 1].map((year) => `Dam ${year - 1949} opened in ${year}`)
  return { text: quotes.map((quote) => `${quote}.`).join(' '), claims: quotes.map((quote) => ({ quote })) }
}

const at = (page: Page, place: number) =>
  page.getByRole('heading', { level: 2, name: `${place} of 4 in the list` })

test('a filtered list is reviewed to its end by keyboard, across articles, however slow the desk is', async ({
  page,
}) => {
  const desk = `Desk ${randomLetters()}`
  const articles = [
    await makeArticle({ ...claims(1950), desk }),
    await makeArticle({ ...claims(1960), desk }),
  ]
  await signIn(page, 'checker')
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const list = `/claims?desk=${encodeURIComponent(desk)}&status=unreviewed&sort=created&order=asc`
  await page.goto(list)
  await page.getByRole('link', { name: 'Review these' }).focus()
  await page.keyboard.press('Enter')
  await expect(at(page, 1)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  await page.keyboard.press('k')
  await expect(
    page.getByText('No claim that is left in the list comes before this one.', { exact: true }),
  ).toBeVisible()

  // Each verdict takes the claim off the list, and the walk goes on behind it.
  for (const [step, latency] of LATENCIES.entries()) {
    await session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 },
    })
    await page.keyboard.press('n')
    await expect(
      page.getByRole('group', { name: 'Status' }).getByRole('button', { name: 'Needs source' }),
    ).toHaveAttribute('aria-pressed', 'true')
    await expect(at(page, step + 1)).toBeVisible()
    await expect(page.locator('[data-panel-claim] [aria-busy]')).toHaveCount(0)
    await page.keyboard.press('j')
    await expect(at(page, step + 2)).toBeVisible()
  }
  expect(new URL(page.url()).pathname).toBe(`/articles/${articles[1]?.id}/claims/2`)
  await expect(page.getByText('This is the last claim of the list.')).toBeVisible()
  await page.keyboard.press('j')
  await expect(at(page, 4)).toBeVisible()

  // The address holds the walk: a reload stays in it, and Back goes to the claim before.
  await page.reload()
  await expect(at(page, 4)).toBeVisible()
  await page.goBack()
  await expect(at(page, 3)).toBeVisible()
  await page.goForward()
  await expect(at(page, 4)).toBeVisible()
  await page.getByRole('link', { name: 'Back to the list' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Claims' })).toBeVisible()
  expect(page.url()).toContain('status=unreviewed')
  await expect(page.locator('tbody tr')).toHaveCount(1)
})
