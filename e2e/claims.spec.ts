import { browserOf, expect, facts, makeArticle, signIn, test, randomLetters } from './desk'

const rows = 'tbody tr'

test('the disputed Ashgabat claim is found in every spelling, opened and read', async ({ page }) => {
  await signIn(page, 'viewer', '/claims')
  await page
    .getByRole('search', { name: 'Search claims and findings' })
    .getByRole('searchbox')
    .fill('عشق اباد')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  const hit = page.locator(rows).filter({ hasText: 'وتستضيف كازاخستان' })
  await expect(hit.locator('mark')).toHaveText('عشق آباد')
  await expect(hit.getByText('Disputed')).toBeVisible()
  await hit.getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Claim 16' })).toBeVisible()
  await expect(page.getByRole('link', { name: /UNRCCA/ })).toBeVisible()
  await expect(page.getByText('Reviewed by Omar Haddad')).toBeVisible()
})

test('filters, Back, reload and a shared link give the same view', async ({ page, browser }) => {
  const article = await makeArticle({
    claims: [{ quote: 'The bridge opened in 1932' }, { quote: 'It is 503 metres long' }],
  })
  await signIn(page, 'viewer', `/claims?article=${article.id}`)
  await expect(page.locator(rows)).toHaveCount(2)
  await page.getByRole('button', { name: /^Disputed/ }).click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unreviewed 2' })).toBeVisible()
  await page.goBack()
  await expect(page.locator(rows)).toHaveCount(2)
  await page.getByRole('columnheader', { name: 'No.' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'No.' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.locator(rows).first()).toContainText('The bridge opened')
  await page.getByRole('columnheader', { name: 'No.' }).getByRole('button').click()
  await expect(page.locator(rows).first()).toContainText('503 metres')
  await page.reload()
  await expect(page.locator(rows).first()).toContainText('503 metres')
  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'editor', new URL(page.url()).pathname + new URL(page.url()).search)
  await expect(other.locator(rows).first()).toContainText('503 metres')
  await other.context().close()
})

test('keyset pages go forward and back and show each claim once', async ({ page }) => {
  const text = Array.from({ length: 60 }, (_, index) => `Fact number ${index + 1} stands here.`).join(' ')
  const claims = Array.from({ length: 60 }, (_, index) => ({ quote: `Fact number ${index + 1} stands` }))
  const article = await makeArticle({ text, claims })
  await signIn(page, 'viewer', `/claims?article=${article.id}&limit=25&sort=number`)
  const seen: string[] = []
  for (const more of [true, true, false]) {
    await expect(page.getByRole('status').filter({ hasText: 'shown of 60' })).toBeVisible()
    seen.push(...(await page.locator(`${rows} .row-link`).allTextContents()))
    if (!more) break
    const address = page.url()
    await page.getByRole('link', { name: 'Next page' }).click()
    await expect(page).not.toHaveURL(address)
    await expect(page.locator(`${rows} .row-link`).first()).not.toHaveText(seen.at(-25) ?? '')
  }
  expect(new Set(seen).size).toBe(60)
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(page.locator(`${rows} .row-link`).first()).toHaveText('Fact number 26 stands')
})

test('rows are selected by keyboard and assigned; the address holds the columns', async ({ page }) => {
  const article = await makeArticle()
  await signIn(page, 'editor', `/claims?article=${article.id}&sort=number`)
  await page.getByRole('checkbox', { name: /^Select claim 1/ }).focus()
  await page.keyboard.press('Space')
  await page.locator('#main').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Assign…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Assign 2 claims' })
  await dialog.getByRole('checkbox', { name: 'Omar Haddad' }).check()
  await dialog.getByRole('button', { name: 'Change 2 claims' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: '2 claims were changed.' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.locator(rows).first()).toContainText('Omar Haddad')
  await expect(page.locator(rows).nth(1)).toContainText('Omar Haddad')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Priority' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Priority' })).toBeVisible()
  await expect(page).toHaveURL(/columns=/)
})

test('Shift and Space select a range, arrows stay in the column, Escape clears the selection', async ({
  page,
}) => {
  const text = 'One came first. Two came second. Three came third. Four came fourth.'
  const article = await makeArticle({
    text,
    claims: ['One came first', 'Two came second', 'Three came third', 'Four came fourth'].map((quote) => ({
      quote,
    })),
  })
  await signIn(page, 'viewer', `/claims?article=${article.id}&sort=number`)
  const box = (number: number) => page.getByRole('checkbox', { name: `Select claim ${number}:` })
  await box(1).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(box(3)).toBeFocused()
  await page.keyboard.press('Shift+Space')
  await expect(page.getByRole('status').filter({ hasText: '3 selected' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Select all on this page' })).toHaveJSProperty(
    'indeterminate',
    true,
  )
  await page.keyboard.press('Escape')
  await expect(page.locator('tr[data-picked]')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Claim 3' })).toBeVisible()
})

test('claims changed by others are named and stay selected, and the rest are assigned', async ({
  page,
  request,
}) => {
  const article = await makeArticle()
  await signIn(page, 'editor', `/claims?article=${article.id}&sort=number`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('button', { name: 'Assign…' }).click()
  const address = `${facts().url}/api/v1/claims/${article.claims[0]?.id}`
  const headers = { authorization: `Bearer ${facts().token}` }
  const { createdBy } = (await (await request.get(address, { headers })).json()) as {
    createdBy: { id: string }
  }
  const changed = await request.patch(address, { headers, data: { version: 1, assigneeId: createdBy.id } })
  expect(changed.status()).toBe(200)
  await page.getByRole('checkbox', { name: 'Omar Haddad' }).check()
  await page.getByRole('button', { name: 'Change 2 claims' }).click()
  await expect(page.getByText('1 claim was left as it is')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Someone changed this' })).toContainText(
    'Claim 1',
  )
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('1 selected')).toBeVisible()
  await expect(page.locator(rows).nth(1)).toContainText('Omar Haddad')
  await expect(page.locator(rows).first()).not.toContainText('Omar Haddad')
})

test('the filter finds an article by its title in any spelling and removes it again', async ({ page }) => {
  await signIn(page, 'viewer', '/claims')
  await page.getByRole('button', { name: /^Filters/ }).click()
  const field = page.getByRole('combobox', { name: 'Article' })
  await field.fill('الدبلوماسيه الهادئه')
  await expect(page.getByRole('listbox', { name: 'Article' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/article=/)
  await page.reload()
  const out = page.getByRole('button', { name: /^Remove the filter Article/ })
  await expect(out).toBeVisible()
  await out.click()
  await expect(page).not.toHaveURL(/article=/)
  await page.getByRole('button', { name: /^Filters/ }).click()
  await field.fill('zzqq no such title')
  await expect(page.getByText('No article has this title')).toBeVisible()
})

test('the list of found articles goes by keyboard and mouse, and leaving the field chooses none', async ({
  page,
}) => {
  const word = randomLetters()
  const titles = [`The ${word} bridge`, `The ${word} dam`, `The ${word} mill`]
  for (const title of titles) await makeArticle({ title })
  await signIn(page, 'viewer', '/claims')
  await page.getByRole('button', { name: /^Filters/ }).click()
  const field = page.getByRole('combobox', { name: 'Article' })
  const options = page.getByRole('listbox', { name: 'Article' }).getByRole('option')
  const marked = options.and(page.locator('[aria-selected=true]'))
  await field.fill(word)
  await expect(options).toHaveCount(3)
  const names = await options.allInnerTexts()
  await expect(marked).toHaveText(names[0] ?? '')
  await expect(field).toHaveAttribute('aria-activedescendant', (await marked.getAttribute('id')) ?? '')
  await field.press('ArrowDown')
  await expect(marked).toHaveText(names[1] ?? '')
  await field.press('ArrowUp')
  await field.press('ArrowUp')
  await expect(marked).toHaveText(names[2] ?? '')
  await field.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(field).toHaveValue(word)
  await field.click()
  await expect(options).toHaveCount(3)
  await field.press('Tab')
  await expect(options).toHaveCount(0)
  await expect(page).not.toHaveURL(/article=/)
  await expect(field).toHaveValue(word)
  await field.click()
  await options.filter({ hasText: names[1] }).click()
  await expect(page).toHaveURL(/article=/)
  await expect(field).toHaveValue('')
  await expect(page.getByRole('button', { name: /^Remove the filter Article/ })).toContainText(names[1] ?? '')
})

test('the page reports an invalid parameter in the address and keeps the valid ones', async ({ page }) => {
  await signIn(page, 'viewer', '/claims?limit=100000&status=nonsense&after=xyz&q=Ashgabat')
  await expect(page.getByText('Part of this address cannot be used')).toBeVisible()
  await expect(page.locator(rows).first()).toBeVisible()
})

test('the API refuses a viewer just as the pages do', async ({ page, request }) => {
  await signIn(page, 'viewer', '/settings')
  await page.getByLabel('What it is for').fill('e2e')
  await page.getByRole('button', { name: 'Create a token' }).click()
  const token = await page.locator('code').innerText()
  const article = await makeArticle()
  const answer = await request.patch(`${facts().url}/api/v1/claims/${article.claims[0]?.id}`, {
    headers: { authorization: `Bearer ${token}` },
    data: { version: 1, status: 'needs_source' },
  })
  expect(answer.status()).toBe(403)
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  await page.goto(`/claims?article=${article.id}`)
  await page.getByRole('checkbox', { name: /^Select claim 1/ }).check()
  await expect(page.getByRole('button', { name: 'Copy links' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Assign…' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Priority…' })).toHaveCount(0)
})

for (const locale of ['en-GB', 'ar'])
  test(`on a phone the first record of a list begins within 300 px: ${locale}`, async ({ browser }) => {
    const article = await makeArticle()
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const page = await browserOf(browser, 'checker', { locale, ...phone })
    for (const address of [
      '/claims',
      '/claims?status=unreviewed&assignee=none',
      `/claims?article=${article.id}&status=unreviewed&cue=number&source=none&sort=due,number`,
      '/articles',
      '/articles?state=checking',
      '/reports',
      '/my-work',
    ]) {
      await page.goto(address)
      const record = page.locator('main').locator('tbody tr, li:has(a.link), .work-item').first()
      await expect(record, address).toBeVisible()
      const top = await record.evaluate((one) => one.getBoundingClientRect().top)
      expect(top, address).toBeLessThanOrEqual(300)
    }
    await page.context().close()
  })
