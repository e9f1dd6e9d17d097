import { unfold, randomLetters, goByMenu, makeArticle, notice, signIn, expect, test } from './desk'

const TEXT =
  'The bridge opened in 1932. It is 503 metres long.\n\nNobody paid a toll at first. Nine lanes cross it today.'

test('a revised text shows what happens to each claim before it is saved, and nothing is lost', async ({
  page,
}) => {
  const article = await makeArticle({
    text: TEXT,
    claims: [
      { quote: 'The bridge opened in 1932', status: 'disputed', finding: 'In 1931.' },
      { quote: 'Nobody paid a toll at first', status: 'needs_source' },
      { quote: 'Nine lanes cross it today' },
    ],
  })
  await signIn(page, 'editor', `/articles/${article.id}`)
  await goByMenu(page, 'New revision')
  const field = page.getByLabel('Edited text')
  await expect(field).toHaveValue(TEXT)
  const edited = 'Nobody paid a toll at first.\n\nThe bridge opened in 1933. It is 503 metres long.'
  await field.fill(edited)
  await page.reload()
  await expect(field).toHaveValue(edited)
  await page.getByRole('button', { name: 'Show what becomes of the claims' }).click()
  await expect(page.getByText('1 anchored + 1 to settle + 1 no longer in the text = 3 claims')).toBeVisible()
  await expect(page.getByText('1 verdict is set back to unreviewed.')).toBeVisible()
  await page.getByRole('button', { name: 'Save as revision 2' }).click()
  await expect(page).toHaveURL(/revisions\/2$/)
  await expect(page.getByRole('heading', { name: 'To settle: 1 claim' })).toBeVisible()
  await page.goto(`/articles/${article.id}`)
  await page.getByRole('link', { name: '1 claim to settle' }).first().click()
  await expect(page).toHaveURL(/revisions\/2$/)
  await page.goto(`/claims?article=${article.id}&columns=number,quote,status,anchor`)
  const places = page.getByRole('group', { name: 'Place in the text' })
  await expect(places.getByRole('button')).toHaveText([
    'In its place 1',
    'To settle 1',
    'No longer in the text 1',
  ])
  await places.getByRole('button', { name: 'To settle 1' }).click()
  await expect(page).toHaveURL(/anchor=changed/)
  await expect(page.getByRole('row').filter({ hasText: 'The bridge opened' })).toContainText('To settle')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.goto(`/articles/${article.id}/revisions/2`)
  const changed = page.locator('.settling-item').filter({ hasText: 'Claim 1' })
  await expect(changed).toContainText('Disputed')
  await expect(changed.locator('del')).toHaveText('1932')
  await expect(changed.locator('ins')).toHaveText('1933')
  await changed.getByRole('button', { name: 'Check again' }).click()
  await expect(notice(page, 'Claim 1 is to be checked again')).toBeVisible()
  const gone = page.getByRole('listitem').filter({ hasText: 'Claim 3' }).filter({ hasText: 'Gone' })
  await gone.getByRole('button', { name: 'Close with a reason' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('The lanes were cut from the text.')
  await dialog.getByRole('button', { name: 'Close with a reason' }).click()
  await expect(page.getByText('2 anchored + 0 to settle + 0 no longer in the text = 2 claims')).toBeVisible()
  await page.goto(`/articles/${article.id}/claims/1`)
  await expect(page.getByText('Set back from Disputed because the text changed')).toBeVisible()
  await page.goto(`/articles/${article.id}/claims/3`)
  await expect(page.getByRole('status').getByText('The lanes were cut from the text.')).toBeVisible()
})

test('selecting new words re-anchors an orphaned claim', async ({ page }) => {
  const article = await makeArticle({ text: TEXT, claims: [{ quote: 'It is 503 metres long' }] })
  await signIn(page, 'editor', `/articles/${article.id}/revise`)
  await page
    .getByLabel('Edited text')
    .fill(TEXT.replace('It is 503 metres long', 'Five hundred paces, all told'))
  await page.getByRole('button', { name: 'Show what becomes of the claims' }).click()
  await page.getByRole('button', { name: 'Save as revision 2' }).click()
  await page.getByRole('link', { name: 'Choose its words in the text' }).click()
  await expect(page.getByText('The words of this claim are no longer in the text')).toBeVisible()
  await page.getByText('Five hundred paces, all told').first().selectText()
  await page.getByRole('button', { name: 'Put claim 1 on these words' }).click()
  await expect(notice(page, 'Claim 1 stands on these words')).toBeVisible()
  await expect(page.locator('.claim-quote').first()).toContainText('Five hundred paces')
})

test('one key decides each open sentence, undo works, and an article is cleared only when none is left', async ({
  page,
}) => {
  const article = await makeArticle({ text: TEXT, claims: [] })
  await signIn(page, 'editor', `/articles/${article.id}`)
  await expect(page.getByText('1 of 5 sentences decided')).toBeVisible()
  const next = page.locator('.open-sentence[data-next]')
  await expect(next).toContainText('Cues: ')
  await page.keyboard.press('a')
  await expect(notice(page, 'Claim 1 added')).toBeVisible()
  await expect(page.getByText('2 of 5 sentences decided')).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText('3 of 5 sentences decided')).toBeVisible()
  // The count changes with the press; the notice with its undoing comes when the desk has answered.
  const passed = notice(page, 'Nothing to check in 1 sentence')
  await passed.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 of 5 sentences decided')).toBeVisible()
  await page.goto(`/articles/${article.id}/edit`)
  await page.getByLabel('State').selectOption({ label: 'Cleared' })
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(
    page.getByText('Not everything is decided yet: 3 sentences are open. 1 claim is unreviewed.'),
  ).toBeVisible()
})

test('similar statements elsewhere are listed, and a key asks before it takes over a verdict', async ({
  page,
}) => {
  const [ship, cargo, coast] = ['Vessel', 'Crates', 'Shore'].map((kind) => `${kind}${randomLetters()}`)
  const said = `${ship} carried ninety ${cargo} to ${coast} in 1951`
  const one = await makeArticle({ text: `${said}. It sank.`, claims: [{ quote: said }] })
  await makeArticle({
    text: `In 1951 ${ship} carried ninety ${cargo} to ${coast}, we read.`,
    claims: [
      {
        quote: `In 1951 ${ship} carried ninety ${cargo} to ${coast}`,
        status: 'verified',
        finding: 'By the log.',
        sources: [{ title: 'Log book', stance: 'supports' }],
      },
    ],
  })
  await signIn(page, 'checker', `/articles/${one.id}/claims/1`)
  await expect(page.getByRole('heading', { name: 'The same elsewhere: 1 place' })).toBeVisible()
  await unfold(page, 'The same elsewhere')
  await expect(page.getByText('same figures: 1951')).toBeVisible()
  await page.keyboard.press('t')
  const asked = page.getByRole('dialog', { name: 'Take over this verdict?' })
  await expect(asked.getByText(`${said}.`)).toBeVisible()
  await expect(page.getByLabel('Finding')).toHaveValue('')
  await asked.getByRole('button', { name: 'Take over verdict and sources' }).click()
  await expect(notice(page, /Verdict taken over from \u2068Test/)).toBeVisible()
  await expect(page.getByLabel('Finding')).toHaveValue('By the log.')
  await expect(page.getByRole('button', { name: 'Remove source: Log book' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^taken over from \u2068Test/ })).toBeVisible()
})

test('the opposite elsewhere says what differs, and its verdict is taken over by no key alone', async ({
  page,
}) => {
  const place = `Karsan${randomLetters()}`
  const said = `Output of the ${place} mill grew by 4 percent in the third quarter`
  const one = await makeArticle({ text: `${said}. It sold.`, claims: [{ quote: said }] })
  const opposite = said.replace('4 percent', '-4 percent')
  const found = {
    status: 'verified',
    finding: 'By the books.',
    sources: [{ title: 'Books', stance: 'supports' }],
  }
  await makeArticle({ text: `${opposite}.`, claims: [{ quote: opposite, ...found }] })
  await signIn(page, 'checker', `/articles/${one.id}/claims/1`)
  const list = page.getByRole('region', { name: /^The same elsewhere/ })
  await unfold(page, 'The same elsewhere')
  await expect(list.getByText('Another sign:')).toBeVisible()
  await page.keyboard.press('t')
  const asked = page.getByRole('dialog', { name: 'Take over this verdict?' })
  await expect(asked.locator('ins')).toHaveText('-')
  await page.keyboard.press('t')
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(page.getByLabel('Finding')).toHaveValue('')
})
