import { readFile } from 'node:fs/promises'
import { expect, facts, randomLetters, signIn, test, unfold } from './desk'

/** An article with a public address and a disputed statement. */
async function publishedArticle(name: string): Promise<{ id: string; page: string }> {
  const page = `https://news.example.org/${name}`
  const answer = await fetch(`${facts().url}/api/v1/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: `Statement ${name}`,
      language: 'en',
      canonicalUrl: page,
      text: `The ${name} bridge is the longest, she said. It opened in 1932.`,
      claims: [
        { quote: `The ${name} bridge is the longest`, status: 'disputed', finding: 'Another one is longer.' },
        { quote: 'It opened in 1932' },
      ],
    }),
  })
  expect(answer.status).toBe(201)
  return { ...((await answer.json()) as { id: string }), page }
}

test('a claim with a named speaker gives a ClaimReview, and the checker accepts its markup', async ({
  page,
}) => {
  const name = randomLetters()
  const article = await publishedArticle(name)
  await signIn(page, 'checker', `/articles/${article.id}/claims/1`)

  await unfold(page, 'Who said it')
  await page.getByRole('button', { name: 'Name the speaker' }).click()
  const form = page.getByRole('form', { name: 'Who said it' })
  await form.getByLabel('Who said it', { exact: true }).fill(`Dana ${name}`)
  await form.getByLabel('On the day').fill('2024-03-10')
  await form.getByLabel('Where it appeared').fill('javascript:alert(1)')
  await form.getByLabel('Rating', { exact: true }).selectOption('2')
  await form.getByRole('button', { name: 'Save who said it' }).click()
  await expect(form.getByText('Only web addresses')).toBeVisible()
  await page.reload()
  await expect(form.getByLabel('Who said it', { exact: true })).toHaveValue(`Dana ${name}`)
  await form.getByLabel('Where it appeared').fill('https://example.org/speech')
  await form.getByRole('button', { name: 'Save who said it' }).click()
  await expect(form).toBeHidden()
  const panel = page.getByRole('region', { name: 'Who said it' })
  await expect(panel).toContainText(`Dana ${name}`)
  await expect(panel).toContainText('Rated 2 of 5: Mostly false')

  await panel.getByRole('link', { name: 'Its ClaimReview' }).click()
  await expect(page.getByRole('heading', { name: 'One claim gives a ClaimReview' })).toBeVisible()
  await expect(page.getByText('Nobody is named as its speaker')).toBeVisible()
  const markup = await page.getByRole('region', { name: 'Markup of claim 1' }).innerText()
  expect(markup).toContain(`"${article.page}#claim-1"`)
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as JSON' }).click()
  const file = JSON.parse(await readFile(await (await waiting).path(), 'utf8')) as object
  expect(file).toMatchObject({
    '@type': 'ClaimReview',
    itemReviewed: { author: { name: `Dana ${name}` }, datePublished: '2024-03-10' },
  })

  await page.getByRole('link', { name: 'Check the markup of a published page' }).click()
  await expect(page.getByLabel('Address of the page')).toHaveValue(article.page)
  await page.getByLabel('Markup', { exact: true }).fill(markup)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('The ClaimReview is valid', { exact: true })).toBeVisible()

  await page
    .getByLabel('Markup', { exact: true })
    .fill(markup.replace('"ratingValue": 2', '"ratingValue": 7'))
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('The rating 7 lies outside the scale from 1 to 5.')).toBeVisible()
  await expect(page.getByText('$.reviewRating.ratingValue')).toBeVisible()
})
