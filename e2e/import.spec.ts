import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { paragraph, styled, wordFile } from '../tests/office-files'
import { LEVELS } from './axe'
import { browserOf, expect, randomLetters, signIn, test } from './desk'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const comments = () => readFileSync('tests/cases/word-comments.docx')
const draft = (words: string) => ({
  name: `${words.split(' ')[0]}.docx`,
  mimeType: WORD,
  buffer: wordFile({
    body: styled('Title', words) + paragraph(`${words} and said so to the paper on Monday.`),
    title: words,
  }),
})

test('a Word draft is previewed, and its comments become claims with findings', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  await page
    .getByLabel('Upload a file')
    .setInputFiles({ name: 'draft.docx', mimeType: WORD, buffer: comments() })
  await expect(page.getByText('\u2068draft.docx\u2069 was read. Nothing is saved yet.')).toBeVisible()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/The ministry hired 900 people in May\./)
  await expect(
    page.getByText('3 comments were taken out of the text and can become claims below.'),
  ).toBeVisible()
  await expect(page.getByText('3 claims will be added.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Both sides' }).uncheck()
  await expect(page.getByText('2 claims will be added.')).toBeVisible()
  await page.getByLabel('Title').fill('Jobs in May')
  await page.getByLabel('Language', { exact: true }).and(page.locator('select')).selectOption('English')
  await page.getByRole('button', { name: 'Add the article' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs in May' })).toBeVisible()
  await page.getByRole('button', { name: 'Claim 1, Unreviewed' }).click()
  await expect(page.locator('.claim-quote')).toHaveText('ministry hired 900 people')
  await expect(page.getByLabel('Finding')).toHaveValue('Reviewer 1: Source?')
  await page.getByRole('button', { name: 'Claim 2, Unreviewed' }).click()
  await expect(page.getByLabel('Finding')).toHaveValue('Reviewer 3: تحقق من الرقم')
})

test('an edited text keeps the notes whose words it still contains', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  await page
    .getByLabel('Upload a file')
    .setInputFiles({ name: 'draft.docx', mimeType: WORD, buffer: comments() })
  const text = page.getByLabel('Text', { exact: true })
  await expect(text).toHaveValue(/hired 900 people/)
  await text.fill((await text.inputValue()).replace('hired 900 people', 'hired 800 people'))
  await expect(page.getByText('2 claims will be added.')).toBeVisible()
  await expect(page.getByText('Its words were changed in the text above')).toBeVisible()
  await expect(page.getByText('blank lines tell its paragraphs apart now')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Your unsaved text has been restored.')).toBeVisible()
  await expect(page.getByText('2 claims will be added.')).toBeVisible()
  await page.getByLabel('Title').fill('Edited')
  await page.getByLabel('Language', { exact: true }).and(page.locator('select')).selectOption('English')
  await page.getByRole('button', { name: 'Add the article' }).click()
  await expect(page.getByRole('button', { name: 'Claim 2, Unreviewed' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Article text' })).toContainText('hired 800 people')
})

test('an unreadable file says why, and the typed text stays', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  await page.getByLabel('Title').fill('A title')
  await page.getByLabel('Text', { exact: true }).fill('Typed before.')
  await page
    .getByLabel('Upload a file')
    .setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await expect(page.getByText('This is an SVG drawing, and drawings are not read.')).toBeVisible()
  await page
    .getByLabel('Upload a file')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await expect(page.getByText('The file is damaged and cannot be read whole.')).toBeVisible()
  await page.getByLabel('From a web address').fill('http://127.0.0.1:9/secret')
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('The desk does not read from this address.')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('A title')
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Typed before.')
})

test('undo restores the text that a file replaced', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  const text = page.getByLabel('Text', { exact: true })
  await text.fill('Typed before.')
  await page
    .getByLabel('Upload a file')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('From a file.') })
  await expect(text).toHaveValue('From a file.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(text).toHaveValue('Typed before.')
})

test('a guessed encoding can be changed', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  const buffer = readFileSync('tests/cases/C39_windows1256.txt')
  await page.getByLabel('Upload a file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer })
  const text = page.getByLabel('Text', { exact: true })
  await expect(text).toHaveValue(/[\u0600-\u06ff]/)
  const read = await text.inputValue()
  await expect(page.getByText('The encoding was guessed: \u2068Windows-1256 (Arabic)\u2069.')).toBeVisible()
  await page.getByLabel('Read it again as').selectOption('windows-1252')
  await expect(text).not.toHaveValue(/[\u0600-\u06ff]/)
  await page.getByLabel('Read it again as').selectOption('windows-1256')
  await expect(text).toHaveValue(read)
})

test('the form reads a dropped file and refuses two at once', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  const drop = (names: string[]) =>
    page.getByLabel('Text', { exact: true }).evaluate((text, given) => {
      const data = new DataTransfer()
      for (const name of given) data.items.add(new File([`From ${name}.`], name, { type: 'text/plain' }))
      for (const kind of ['dragenter', 'dragover', 'drop'])
        text.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }))
    }, names)
  await drop(['a.txt', 'b.txt'])
  await expect(page.getByText('Import one file at a time.')).toBeVisible()
  await drop(['a.txt'])
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('From a.txt.')
})

test('text pasted from Word keeps its paragraphs, and plain text stays plain', async ({ page }) => {
  await signIn(page, 'editor', '/articles/new')
  const text = page.getByLabel('Text', { exact: true })
  const paste = (given: Record<string, string>) =>
    text.evaluate((area, kinds) => {
      const clipboardData = new DataTransfer()
      for (const [kind, value] of Object.entries(kinds)) clipboardData.setData(kind, value)
      area.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
    }, given)
  const html = readFileSync('tests/cases/C37_word_paste.html', 'utf8')
  await text.focus()
  await paste({ 'text/html': html, 'text/plain': 'one line' })
  await expect(text).toHaveValue(/بلغ العدد ٣٠٠ حالة\.\n\nSpending rose to 12 million in May\./)
  await expect(page.getByText('\u2068What you pasted\u2069 was read.')).toBeVisible()
  await expect(page.getByText('2 list items')).toBeVisible()
  await text.press('End')
  await text.press('Control+End')
  await paste({ 'text/html': '<p>More.</p><p>And more.</p>', 'text/plain': 'x' })
  await expect(text).toHaveValue(/More\.\n\nAnd more\.$/)
  await text.fill('')
  const before = await paste({
    'text/html': '<div><span style="color:red">const a</span></div>',
    'text/plain': 'const a',
  })
  expect(before).toBeUndefined()
  await expect(text).toHaveValue('')
})

test('three files, one of them damaged, become two articles', async ({ page }) => {
  await signIn(page, 'editor', '/articles/import')
  const mark = randomLetters()
  const broken = { name: 'broken.docx', mimeType: WORD, buffer: Buffer.from('no zip') }
  await page
    .getByLabel('Files')
    .setInputFiles([draft(`First ${mark} rose`), broken, draft(`Third ${mark} fell`)])
  await page.getByLabel('Language where').selectOption('English')
  await page.getByLabel('Desk for all').fill('Bulk')
  await page.getByRole('button', { name: 'Import 3 files' }).click()
  await expect(page.getByText('3 of 3 files done')).toBeVisible()
  await expect(page.getByText('1 could not be imported')).toBeVisible()
  await expect(page.getByText('The name says Word or OpenDocument, and the file is neither.')).toBeVisible()
  const again = page.waitForResponse('**/articles/new/read')
  await page.getByRole('button', { name: 'Try again: broken.docx' }).click()
  await again
  await expect(page.getByText('The name says Word or OpenDocument, and the file is neither.')).toBeVisible()
  await page.getByRole('link', { name: `Third ${mark} fell` }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Third ${mark} fell` })).toBeVisible()
  await page.goto('/articles')
  await expect(page.getByRole('link', { name: `First ${mark} rose` })).toHaveCount(1)
})

test('of many files, one whose encoding was guessed waits for a look, and can be read otherwise', async ({
  page,
}) => {
  await signIn(page, 'editor', '/articles/import')
  const text = (name: string, hex: string) => ({
    ...{ name, mimeType: 'text/plain', buffer: Buffer.from(hex, 'hex') },
  })
  // قالت الوزارة in windows-1256, and plain UTF-8.
  const guessed = text('old.txt', 'dec7e1ca20c7e1e6d2c7d1c920c5e420c7e1d3dad120c7d1caddda')
  const plain = text('new.txt', Buffer.from('The fare rose to 3 coins.').toString('hex'))
  await page.getByLabel('Files').setInputFiles([guessed, plain])
  await page.getByLabel('Language where').selectOption('Arabic')
  await page.getByRole('button', { name: 'Import 2 files' }).click()
  await expect(page.getByText('1 of 2 files done')).toBeVisible()
  await expect(page.getByText('1 waits for your look at its letters')).toBeVisible()
  const line = page.getByRole('listitem').filter({ hasText: 'old.txt' })
  await expect(line.getByText('قالت الوزارة إن السعر ارتفع')).toBeVisible()
  await line.getByLabel('Read it again as').selectOption('windows-1252')
  await expect(line.getByText('ÞÇáÊ')).toBeVisible()
  await line.getByLabel('Read it again as').selectOption('windows-1256')
  await expect(line.getByText('قالت الوزارة إن السعر ارتفع')).toBeVisible()
  await line.getByRole('button', { name: 'Import as read: \u2068old.txt\u2069' }).click()
  await expect(page.getByText('2 of 2 files done')).toBeVisible()
  await line.getByRole('link', { name: 'old' }).click()
  await expect(page.getByRole('region', { name: 'Article text' })).toContainText(
    'قالت الوزارة إن السعر ارتفع',
  )
})

test('people without permission to import are sent back, and the desk reads no file from strangers', async ({
  page,
  request,
}) => {
  await signIn(page, 'checker', '/articles/import')
  await expect(page).toHaveURL(/\/articles$/)
  const multipart = { file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('One.') } }
  const origin = new URL(page.url()).origin
  const ask = (from: string) =>
    page.request.post('/articles/new/read', { multipart, headers: { origin: from } })
  expect((await ask(origin)).status()).toBe(403)
  expect((await ask('https://evil.test')).status()).toBe(403)
  const stranger = await request.post('/articles/new/read', { multipart, headers: { origin } })
  expect(stranger.status()).toBe(401)
})

for (const locale of ['en-GB', 'ar'] as const)
  test(`axe finds nothing during an import: ${locale}`, async ({ browser }) => {
    const page = await browserOf(browser, 'editor', { locale, viewport: { width: 1280, height: 3000 } })
    const found: string[] = []
    const look = async (screen: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze()
      found.push(
        ...violations.map(
          (one) => `${screen}: ${one.id} ${one.nodes[0]?.html} ${one.nodes[0]?.failureSummary}`,
        ),
      )
    }
    await page.goto('/articles/new')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'draft.docx', mimeType: WORD, buffer: comments() })
    await page.locator('.import-note').first().waitFor()
    await look('preview')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await page.locator('[aria-invalid]').waitFor()
    await look('refused')
    await page.goto('/articles/import')
    await page
      .locator('input[type=file]')
      .setInputFiles([draft('One rose'), { name: 'b.docx', mimeType: WORD, buffer: Buffer.from('x') }])
    await look('waiting')
    await page.locator('form.bring-in select').selectOption('en')
    await page.locator('form.bring-in button[type=submit]').click()
    await page.locator('.import-file a').waitFor()
    await page.locator('.text-danger').waitFor()
    await look('bulk')
    expect(found).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    for (const screen of ['/articles/new', '/articles/import']) {
      await page.goto(screen)
      await page.locator('h1').waitFor()
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, screen).toBe(0)
    }
    await page.context().close()
  })
