import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { LEVELS } from './axe'
import {
  browserOf,
  expect,
  facts,
  makeArticle,
  notice,
  type MadeArticle,
  settled,
  signIn,
  test,
  unfold,
} from './desk'
import { mailsTo } from './mails'

type Person = { name: string; email: string; password: string }

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
}

/** A checker whom no other journey knows. */
async function addChecker(admin: Page): Promise<Person> {
  const id = randomUUID().slice(0, 8)
  const person = {
    name: `Rana ${id}`,
    email: `rana-${id}@test.factdesk.example`,
    password: `first ${randomUUID()}`,
  }
  await admin.goto('/settings')
  const people = admin.getByRole('region', { name: 'People' })
  await people.getByLabel('Name').fill(person.name)
  await people.getByLabel('E-mail').fill(person.email)
  await people.getByLabel('Role', { exact: true }).selectOption('Checker')
  await people.getByLabel(/^First password/).fill(person.password)
  await people.getByRole('button', { name: 'Add a person' }).click()
  await expect(people.getByText(person.email)).toBeVisible()
  return person
}

async function enter(browser: Browser, person: Person, locale: string, target: string): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage()
  await page.goto(target)
  await page.locator('input[name=email]').fill(person.email)
  await page.locator('input[name=password]').fill(person.password)
  await page.locator('form:has(input[name=email]) button[type=submit]').click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await settled(page)
  return page
}

/** Opens the comments of the first claim. */
async function openComments(page: Page, articleId: string) {
  await page.goto(`/articles/${articleId}/claims/1`)
  await unfold(page, 'Comments')
}

/** Says something there that names a person. */
async function mention(page: Page, { name }: Person, words: string) {
  const field = page.getByLabel('New comment')
  await field.click()
  await page.keyboard.type(`@${name}`)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(`@${name} `)
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: /^Thread by/ }).filter({ hasText: words })).toBeVisible()
  await expect(field).toHaveValue('')
}

/** Assigns all claims of an article to a person with one change. */
async function assign({ claims }: MadeArticle, assigneeId: string | null) {
  const answer = await fetch(`${facts().url}/api/v1/claims/bulk`, {
    method: 'POST',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ claims: claims.map(({ id }) => ({ id, version: 1 })), change: { assigneeId } }),
  })
  if (answer.status !== 200) throw new Error(`Not assigned: ${answer.status} ${await answer.text()}`)
}

test('somebody is told of a comment that names them, in the desk and by a mail that leads there', async ({
  page,
  browser,
}) => {
  await signIn(page, 'admin', '/settings')
  const person = await addChecker(page)
  const article = await makeArticle()
  const editor = await browserOf(browser, 'editor')
  await openComments(editor, article.id)
  await mention(editor, person, 'which register?')

  const [mail] = await mailsTo(person.email, 1)
  expect(mail?.subject).toMatch(/named you in a comment$/)
  expect(mail?.text).toContain('which register?')
  const address = /https?:\/\/\S+\/notices\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
  // A stranger signs in first, and is led on from there.
  const theirs = await enter(browser, person, 'en-GB', address)
  await expect(theirs).toHaveURL(new RegExp(`/articles/${article.id}/claims/1$`))
  await expect(theirs.getByRole('link', { name: 'Notices, none unread' })).toBeVisible()
  await theirs.goto('/notices')
  await expect(theirs.getByRole('listitem').filter({ hasText: 'named you in a comment' })).toBeVisible()
  await theirs.getByRole('link', { name: 'Unread', exact: true }).click()
  await expect(theirs.getByRole('heading', { name: 'No unread notices' })).toBeVisible()
  await Promise.all([editor.context().close(), theirs.context().close()])
})

test('in Arabic the bell counts, one and all are marked as read, and the mail is Arabic', async ({
  page,
  browser,
}) => {
  await signIn(page, 'admin', '/settings')
  const person = await addChecker(page)
  const theirs = await enter(browser, person, 'ar', '/sign-in?callbackUrl=%2Fnotices')
  await expect(theirs.getByRole('link', { name: 'الإشعارات، لا جديد' })).toBeVisible()
  await expect(theirs.getByRole('heading', { name: 'لا إشعارات' })).toBeVisible()

  const article = await makeArticle()
  const editor = await browserOf(browser, 'editor')
  await openComments(editor, article.id)
  for (const words of ['one', 'two', 'three']) await mention(editor, person, words)
  await theirs.reload()
  await expect(theirs.getByRole('link', { name: 'الإشعارات، 3 إشعارات غير مقروءة' })).toBeVisible()
  await accessible(theirs)
  await theirs
    .getByRole('button', { name: /^تعليم كمقروء/ })
    .first()
    .click()
  await expect(theirs.getByRole('link', { name: 'الإشعارات، إشعاران غير مقروءين' })).toBeVisible()
  await mention(editor, person, 'four')
  await theirs.getByRole('button', { name: 'تعليم الكل كمقروء' }).click()
  // The fourth came after the page was read.
  await expect(theirs.getByRole('link', { name: 'الإشعارات، إشعار واحد غير مقروء' })).toBeVisible()

  const mails = await mailsTo(person.email, 4)
  for (const mail of mails) {
    expect(mail.subject).toMatch(/^ذكرك .+ في تعليق$/)
    expect(mail.html).toContain('<html lang="ar" dir="rtl">')
  }
  await Promise.all([editor.context().close(), theirs.context().close()])
})

test('somebody chooses the mail of each kind and quiet hours, and gets an assignment by mail once', async ({
  page,
  browser,
}) => {
  await signIn(page, 'admin', '/settings')
  const person = await addChecker(page)
  const theirs = await enter(browser, person, 'en-GB', '/settings/notices')
  await theirs.getByLabel('A comment names me').selectOption('Not by mail')
  await theirs.getByLabel('From').fill('22:00')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(theirs.getByText('Please fill this in.')).toBeVisible()
  await theirs.getByLabel('From').fill('')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await expect(notice(theirs, 'Your choices are saved.')).toBeVisible()
  await theirs.reload()
  await expect(theirs.getByLabel('A comment names me')).toHaveValue('off')
  await accessible(theirs)

  const article = await makeArticle()
  const editor = await browserOf(browser, 'editor')
  await openComments(editor, article.id)
  await mention(editor, person, 'which register?')
  await unfold(editor, 'Who and when')
  const option = editor.getByLabel('Assigned to').locator('option', { hasText: person.name })
  await assign(article, await option.getAttribute('value'))
  const mails = await mailsTo(person.email, 1)
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/assigned 2 claims to you$/)])
  await theirs.goto('/notices')
  await expect(theirs.getByRole('listitem').filter({ hasText: 'assigned 2 claims to you' })).toBeVisible()
  await Promise.all([editor.context().close(), theirs.context().close()])
})

test('an admin sees that mail is set up, and sends a test mail', async ({ page }) => {
  await signIn(page, 'admin', '/settings/mail')
  const { email } = facts().accounts.admin
  const before = (await mailsTo(email)).filter(({ subject }) => subject === 'Test mail from the desk').length
  await page.getByRole('button', { name: 'Send a test mail to me' }).click()
  await expect(notice(page, 'The test mail is queued.')).toBeVisible()
  await expect
    .poll(
      async () =>
        (await mailsTo(email)).filter(({ subject }) => subject === 'Test mail from the desk').length,
    )
    .toBeGreaterThan(before)
  await accessible(page)
})
