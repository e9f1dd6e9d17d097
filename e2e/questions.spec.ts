import { expectAccessible } from './axe'
import { mailsTo } from './mails'
import {
  browserOf,
  expect,
  facts,
  goByMenu,
  makeArticle,
  notice,
  outsider,
  randomLetters,
  revise,
  test,
  type MadeArticle,
} from './desk'

async function callApi<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${facts().url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

type Asked = { question: { id: string }; address: string }

async function asked(article: MadeArticle, given: object = {}): Promise<Asked & { path: string }> {
  const made = await callApi<Asked>('POST', `/articles/${article.id}/questions`, {
    ...{ kind: 'writer', name: 'Rana Saber', language: 'en', text: 'Who counted?' },
    ...given,
  })
  const { pathname, search } = new URL(made.address)
  return { ...made, path: pathname + search }
}

const arabicArticle = (word: string) =>
  makeArticle({
    language: 'ar',
    title: `جسر ${word}`,
    text: `افتُتح جسر ${word} في عام 1998. تعبره تسعة آلاف سيارة كل يوم.`,
    claims: [{ quote: `افتُتح جسر ${word} في عام 1998` }],
  })

test('an editor asks the writer, who answers in Arabic on a phone, and the answer becomes a source by one key', async ({
  browser,
}) => {
  const word = randomLetters()
  const article = await arabicArticle(word)
  // Tall, because the header that stays in sight covers controls of a page that scrolls.
  const desk = await browserOf(browser, 'editor', { viewport: { width: 1280, height: 1800 } })
  await desk.goto(`/articles/${article.id}`)
  await goByMenu(desk, 'Ask the writer or an expert')
  await expect(desk.getByText('Nobody has been asked yet.')).toBeVisible()
  await desk.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(desk.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await desk.getByLabel('Name', { exact: true }).fill('رنا صابر')
  await desk.getByLabel('Question', { exact: true }).fill('من أين جاءت هذه السنة؟')
  await desk.getByRole('checkbox', { name: word }).check()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Ask', exact: true }).click()
  const address = (await desk.locator('code', { hasText: '/questions/' }).textContent()) ?? ''
  await expect(desk.getByRole('listitem').filter({ hasText: 'رنا صابر' })).toContainText('Sent')

  const page = await outsider(browser, { locale: 'ar', viewport: { width: 320, height: 640 } })
  const { pathname, search } = new URL(address)
  const answer = await page.goto(pathname + search)
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'cache-control': expect.stringContaining('no-store'),
  })
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByText('من أين جاءت هذه السنة؟')).toBeVisible()
  // The writer sees the sentence asked about, and no other.
  await expect(page.getByText('تسعة آلاف سيارة')).toHaveCount(0)
  await page.getByRole('button', { name: 'راجع الإجابة' }).click()
  await expect(page.getByText('لم تُجب عن شيء بعد. أجب عن جزء واحد على الأقل.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('إجابتك', { exact: true }).fill(`من سجل البلدية ${word}`)
  await page.reload()
  await expect(page.getByLabel('إجابتك', { exact: true })).toHaveValue(`من سجل البلدية ${word}`)
  await page.getByText('اقترح صيغة أخرى أو اذكر مصدرًا').click()
  await page.getByLabel('الصياغة التي تقترحها').fill('افتُتح في عام 1999')
  await page.getByLabel('عنوانه على الإنترنت').fill('nowhere')
  await page.getByRole('button', { name: 'راجع الإجابة' }).click()
  await expect(page.getByLabel('عنوانه على الإنترنت')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('إجابتك', { exact: true })).toHaveValue(`من سجل البلدية ${word}`)
  await page.getByLabel('عنوانه على الإنترنت').fill('https://example.org/register')
  await page.getByRole('button', { name: 'راجع الإجابة' }).click()
  await expect(page.getByRole('heading', { name: 'راجعها قبل الإرسال' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'أرسل الإجابة' }).click()
  await expect(page.getByText('شكرًا لك. أُرسلت إجابتك.')).toBeVisible()
  await expect(page.getByText(`من سجل البلدية ${word}`)).toBeVisible()
  await expectAccessible(page)

  await desk.goto(`/articles/${article.id}/claims/1`)
  // The history of the claim, folded, holds the same words.
  await expect(desk.getByText(`من سجل البلدية ${word}`).first()).toBeVisible()
  await expectAccessible(desk)
  await desk.locator('body').press('i')
  await expect(notice(desk, 'Added as a source')).toBeVisible()
  await expect(desk.getByText('Taken as a source')).toBeVisible()
  await expect(desk.getByRole('button', { name: /Take as source/ })).toHaveCount(0)
  await desk.goto(`/articles/${article.id}/history`)
  await expect(desk.getByRole('listitem').filter({ hasText: 'Question answered' })).toContainText('رنا صابر')
  await desk.context().close()
})

test('an expert reads the text, answers it twice as it changes, and a second window sends nothing again', async ({
  browser,
}) => {
  const word = randomLetters()
  const article = await makeArticle({
    text: `The ${word} bridge opened in 1998. It carries nine thousand cars a day.`,
    claims: [
      { quote: `The ${word} bridge opened in 1998` },
      { quote: 'It carries nine thousand cars a day' },
    ],
  })
  const expert = { kind: 'expert', house: 'Road Institute', claims: article.claims.map(({ id }) => id) }
  const { path } = await asked(article, { ...expert, name: 'Dr Odai' })
  const other = await asked(article, { ...expert, name: 'Dr Mira', house: 'road institute ' })
  const page = await outsider(browser, { locale: 'en-GB' })
  await page.goto(path)
  await expect(page.locator('.question-text')).toContainText('nine thousand cars')
  await expectAccessible(page)
  const first = page.getByRole('group', { name: 'Sentence 1' })
  await first.getByLabel('Wrong').check()
  await page.getByRole('button', { name: 'Read it over' }).click()
  await expect(first.getByText('Please say what is wrong.')).toBeVisible()
  await expect(first.getByLabel('Wrong')).toBeChecked()
  await first.getByLabel('Why').fill(`It was two years later ${word}`)
  const second = await page.context().newPage()
  await second.goto(path)
  await second.getByRole('group', { name: 'Sentence 2' }).getByLabel('Cannot say').check()
  await second.getByRole('button', { name: 'Read it over' }).click()
  await expect(second.getByRole('heading', { name: 'Read it over before you send it' })).toBeVisible()
  await page.getByRole('button', { name: 'Read it over' }).click()
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(page.getByText('Thank you. Your answer was sent.')).toBeVisible()
  await second.getByRole('button', { name: 'Send the answer' }).click()
  await expect(second.getByText(/This was sent already, on .* Nothing was sent again/)).toBeVisible()
  await expect(second.getByRole('group', { name: 'Sentence 2' }).getByLabel('Cannot say')).toBeChecked()
  await second.getByRole('link', { name: 'See what was sent' }).click()
  await expect(second.getByText(`It was two years later ${word}`)).toBeVisible()
  const { items } = await callApi<{ items: { name: string; answers: object[] }[] }>(
    'GET',
    `/articles/${article.id}/questions`,
  )
  expect(items.map(({ name, answers }) => [name, answers.length])).toEqual([
    ['Dr Mira', 0],
    ['Dr Odai', 1],
  ])
  const colleague = await outsider(browser, { locale: 'en-GB' })
  await colleague.goto(other.path)
  await expect(colleague.getByRole('heading', { name: /Dr Odai.* of the same house answered/ })).toBeVisible()
  await revise(article.id, `The ${word} bridge opened in 1998. It carries eleven thousand cars a day.`)
  await page.goto(path)
  await expect(page.getByText('The text has changed since you answered.')).toBeVisible()
  await expect(page.locator('ins')).toHaveText(['eleven'])
  await expectAccessible(page)
  await page.getByRole('group', { name: 'Sentence 2' }).getByLabel('Correct').check()
  await page.getByRole('button', { name: 'Read it over' }).click()
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(page.getByText('Thank you. Your answer was sent.')).toBeVisible()
  await expect(page.getByRole('heading', { name: /What you sent on/ })).toHaveCount(2)
})

test('an address that was taken back, has expired or never was says so, and keeps what was typed', async ({
  browser,
}) => {
  const article = await makeArticle()
  const { question, path } = await asked(article, { claims: [article.claims[0]?.id] })
  const page = await outsider(browser, { locale: 'en-GB' })
  await page.goto(path)
  await page.getByLabel('Your answer', { exact: true }).fill('Typed in time')
  await callApi('PATCH', `/questions/${question.id}`, { revoked: true })
  await page.getByRole('button', { name: 'Read it over' }).click()
  await expect(page.getByText(/This link has ended, so nothing was sent/)).toBeVisible()
  await expect(page.getByLabel('Your answer', { exact: true })).toHaveValue('Typed in time')
  expect((await page.goto(path))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This question was withdrawn' })).toBeVisible()
  await expect(page.getByText('Who counted?')).toHaveCount(0)
  await expectAccessible(page)
  const short = await asked(article, { expiresAt: new Date(Date.now() + 2_000).toISOString() })
  await expect(async () => {
    await page.goto(short.path)
    await expect(page.getByRole('heading', { name: 'This link has expired' })).toBeVisible({ timeout: 1 })
  }).toPass()
  expect((await page.goto(`/questions/${'x'.repeat(43)}`))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no such link' })).toBeVisible()
  expect((await page.goto('/questions/%ff'))?.status()).not.toBe(500)
})

test('the writer answers without scripts', async ({ browser }) => {
  const article = await makeArticle()
  const { path } = await asked(article)
  const page = await outsider(browser, { locale: 'en-GB', javaScriptEnabled: false })
  await page.goto(path)
  await page.getByLabel('Your answer', { exact: true }).fill('All of it is from the register.')
  await page.getByRole('button', { name: 'Read it over' }).click()
  await expect(page.getByText('All of it is from the register.')).toBeVisible()
  await page.getByRole('button', { name: 'Change something' }).click()
  await expect(page.getByLabel('Your answer', { exact: true })).toHaveValue('All of it is from the register.')
  await page.getByRole('button', { name: 'Read it over' }).click()
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(page.getByText('Thank you. Your answer was sent.')).toBeVisible()
})

test('what is typed while the desk answers a form stays when the form is refused', async ({ browser }) => {
  const article = await makeArticle()
  const { path } = await asked(article)
  const page = await outsider(browser, { locale: 'en-GB' })
  await page.goto(path)
  const words = page.getByLabel('Your answer', { exact: true })
  await words.fill('From the register')
  await page.getByText('Propose other words or give a source').click()
  await page.getByLabel('Its web address').fill('nowhere')
  let goOn = () => undefined as void
  const held = new Promise<void>((resolve) => (goOn = resolve))
  await page.route('**/questions/**', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Read it over' }).click()
  await words.fill('From the register of the town')
  goOn()
  await expect(page.getByLabel('Its web address')).toHaveAttribute('aria-invalid', 'true')
  await expect(words).toHaveValue('From the register of the town')
  await expect(page.getByLabel('Its web address')).toHaveValue('nowhere')
})

test('what programs request is not seen, a person’s first sign is, and the page leads nowhere else', async ({
  browser,
}) => {
  const article = await makeArticle()
  const { path } = await asked(article)
  const state = async () =>
    (await callApi<{ items: { id: string; state: string }[] }>('GET', `/articles/${article.id}/questions`))
      .items[0]?.state
  for (const method of ['GET', 'HEAD'])
    for (const agent of ['Slackbot-LinkExpanding 1.0', 'Mozilla/5.0 (compatible; MailScanner)'])
      expect((await fetch(facts().url + path, { method, headers: { 'user-agent': agent } })).status).toBe(200)
  const page = await outsider(browser, { locale: 'en-GB' })
  await page.goto(path)
  await page.evaluate(() => {
    window.scrollTo(0, 500)
    for (const kind of ['pointermove', 'keydown']) window.dispatchEvent(new Event(kind, { bubbles: true }))
  })
  await page.reload()
  expect(await state()).toBe('sent')
  await page.mouse.move(40, 60)
  await expect.poll(state).toBe('seen')

  // Another language, the same page, and the way to the words: nothing else can be followed.
  const ways = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  const elsewhere = ways.filter(
    (href) => !href?.startsWith('#') && !href?.startsWith(path.split('?')[0] ?? ''),
  )
  expect(elsewhere).toEqual([])
  await expect(page.getByText('Corrections')).toHaveCount(0)
})

for (const { locale, language, send, sent, enter, label, wrong } of [
  {
    ...{ locale: 'en-GB', language: 'en', send: 'Send me a code', sent: /A code was sent/, enter: 'Open' },
    ...{ label: 'The six digits from the mail', wrong: /code/i },
  },
  {
    ...{ locale: 'ar', language: 'ar', send: 'أرسل إليّ رمزًا', sent: /أُرسل رمز/, enter: 'افتح' },
    ...{ label: 'الأرقام الستة من الرسالة', wrong: /الرمز/ },
  },
] as const)
  test(`a question about a confidential article opens with the code from a mail: ${language}`, async ({
    browser,
  }) => {
    const word = randomLetters()
    const article = await makeArticle({
      text: `The ${word} bridge opened in 1998.`,
      claims: [{ quote: `The ${word} bridge opened in 1998` }],
    })
    const desk = await browserOf(browser, 'editor')
    await desk.goto(`/articles/${article.id}/edit`)
    await desk.getByRole('checkbox', { name: /Confidential/ }).check()
    await desk.getByRole('button', { name: 'Save details' }).click()
    await expect(notice(desk, 'Details saved')).toBeVisible()
    await desk.context().close()
    const email = `odai-${randomLetters()}@institute.example`
    await asked(article, {
      ...{ kind: 'expert', name: 'Dr Odai', email, language, text: `Is ${word} right?` },
      claims: [article.claims[0]?.id],
    })
    const [invitation] = await mailsTo(email, 1)
    const all = `${invitation?.subject} ${invitation?.text}`
    for (const secret of [word, article.title]) expect(all).not.toContain(secret)
    const address = /https?:\/\/\S+\/questions\/\S+/.exec(invitation?.text ?? '')?.[0] ?? ''
    const { pathname, search } = new URL(address)

    const page = await outsider(browser, { locale, viewport: { width: 390, height: 760 } })
    await page.goto(pathname + search)
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
    await expect(page.locator('body')).not.toContainText(word)
    await expectAccessible(page)
    await page.getByRole('button', { name: send }).click()
    await expect(page.getByText(sent)).toBeVisible()
    const [, mail] = await mailsTo(email, 2)
    const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? ''
    const field = page.getByLabel(label)
    await field.fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: enter, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: wrong })).toBeVisible()
    // As people copy it, and as an Arabic keyboard types it.
    const typed = code.replace(/\d/g, (digit) => (language === 'ar' ? '٠١٢٣٤٥٦٧٨٩'.charAt(+digit) : digit))
    await field.fill(` ${typed.slice(0, 3)} ${typed.slice(3)} `)
    await page.getByRole('button', { name: enter, exact: true }).click()
    await expect(page.getByText(`Is ${word} right?`)).toBeVisible()
    await expect(page.locator('.question-text')).toContainText(`The ${word} bridge opened in 1998`)
    await expectAccessible(page)

    // The code opened this browser alone, and only once.
    const other = await outsider(browser, { locale })
    await other.goto(pathname + search)
    await expect(other.locator('body')).not.toContainText(word)
    await other.getByLabel(label).fill(code)
    await other.getByRole('button', { name: enter, exact: true }).click()
    await expect(other.getByRole('alert').filter({ hasText: wrong })).toBeVisible()
    await expect(other.locator('body')).not.toContainText(word)
    await Promise.all([page, other].map((one) => one.context().close()))
  })
