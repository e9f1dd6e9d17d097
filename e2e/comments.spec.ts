import { browserOf, expect, makeArticle, notice, settled, signIn, test, unfold } from './desk'

test('a thread on a claim names a colleague, is answered, resolved and opened again', async ({
  page,
  browser,
}) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
  await unfold(page, 'Comments')
  const field = page.getByLabel('New comment')
  await field.click()
  await page.keyboard.type('Is that the year, @م')
  const names = page.getByRole('listbox', { name: 'People' })
  await expect(names.getByRole('option')).not.toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(names).toHaveCount(0)
  await expect(field).toBeFocused()
  await page.keyboard.press('Backspace')
  await page.keyboard.type('vera')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Is that the year, @Vera Lind ')
  await page.keyboard.type('?')
  await page.keyboard.press('Control+Enter')
  await expect(notice(page, 'Comment added')).toBeVisible()
  await expect(field).toHaveValue('')
  const thread = page.getByRole('region', { name: /^Thread by/ })
  await expect(thread).toContainText('Is that the year, @Vera Lind ?')

  const editor = await browserOf(browser, 'editor', { locale: 'ar' })
  await editor.goto(`/articles/${article.id}/claims/1`)
  await settled(editor)
  const theirs = editor.getByRole('region', { name: /^نقاش بدأه/ })
  await theirs.getByRole('button', { name: 'رد', exact: true }).click()
  await theirs.getByRole('textbox').fill('نعم، من السجل.')
  await editor.keyboard.press('Control+Enter')
  await expect(theirs).toContainText('نعم، من السجل.')
  await theirs.getByRole('button', { name: 'أغلق النقاش' }).click()
  await expect(editor.getByText('نقاش مغلق واحد')).toBeVisible()
  await editor.context().close()

  await page.reload()
  await unfold(page, 'Comments')
  await unfold(page, '1 resolved thread')
  await thread.getByRole('button', { name: 'Open again' }).click()
  await expect(thread.getByRole('button', { name: 'Resolve' })).toBeVisible()
  await expect(page.getByText('1 open')).toBeVisible()
})

test('a comment on a whole article stays typed across a reload, and viewers only read', async ({
  page,
  browser,
}) => {
  const article = await makeArticle()
  await signIn(page, 'checker', `/articles/${article.id}`)
  await page.getByRole('tab', { name: /Comments/ }).click()
  const field = page.getByLabel('New comment')
  await field.fill('The headline promises more than the text.')
  await page.reload()
  await page.getByRole('tab', { name: /Comments/ }).click()
  await expect(field).toHaveValue('The headline promises more than the text.')
  await page.getByRole('button', { name: 'Comment', exact: true }).dblclick()
  await expect(page.getByRole('region', { name: /^Thread by/ })).toHaveCount(1)

  const viewer = await browserOf(browser, 'viewer')
  await viewer.goto(`/articles/${article.id}`)
  await settled(viewer)
  await viewer.getByRole('tab', { name: /Comments/ }).click()
  await expect(viewer.getByText('The headline promises more than the text.')).toBeVisible()
  await expect(viewer.getByLabel('New comment')).toHaveCount(0)
  await viewer.context().close()
})

for (const [script, before, typed, name, after, direction] of [
  ['Latin', '', 'ver', 'Vera Lind', 'one هل هذه هي السنة؟', 'ltr'],
  ['Arabic', 'اسأل ', 'ver', 'Vera Lind', 'هل هذه هي السنة؟', 'rtl'],
  ['Arabic, name first', '', 'ver', 'Vera Lind', '، هل هذه هي السنة؟', 'rtl'],
] as const)
  test(`letters typed at once behind a chosen name stay in their order, and the name turns no direction: ${script}`, async ({
    page,
  }) => {
    const article = await makeArticle()
    await signIn(page, 'checker', `/articles/${article.id}/claims/1`)
    await unfold(page, 'Comments')
    const field = page.getByLabel('New comment')
    await field.click()
    await page.keyboard.type(`${before}@${typed}`)
    await expect(page.getByRole('listbox', { name: 'People' }).getByRole('option')).toHaveCount(1)
    // Nothing waits for the page between these keys.
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.type(after)])
    const text = `${before}@${name} ${after}`
    await expect(field).toHaveValue(text)
    await expect(field).toHaveCSS('direction', direction)
    // Into the middle as well: the caret stands behind the name, and the words after it stay.
    await page.keyboard.press('Home')
    await page.keyboard.type('@ver')
    await Promise.all([page.keyboard.press('Enter'), page.keyboard.type('xy')])
    await expect(field).toHaveValue(`@${name} xy${text}`)
    await field.fill(text)
    await page.keyboard.press('Control+Enter')
    const words = page.getByRole('region', { name: /^Thread by/ }).locator('p', { hasText: name })
    await expect(words).toHaveText(text)
    await expect(words).toHaveCSS('direction', direction)
    await expect(words.locator('bdi')).toHaveText([`@${name}`])
  })
