import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { LEVELS } from './axe'
import { browserOf, expect, facts, makeArticle, revise, test } from './desk'

/** An article with one claim in each state that a revised text can leave it in. */
async function makeRevised() {
  const text = 'فُتح الجسر عام ١٩٣٢. وطوله ٥٠٣ أمتار.\n\nلم يدفع أحد رسمًا. تعبره تسع حارات.'
  const article = await makeArticle({
    language: 'ar',
    text,
    claims: [
      { quote: 'فُتح الجسر عام ١٩٣٢', status: 'disputed', finding: 'بل ١٩٣١.' },
      { quote: 'وطوله ٥٠٣ أمتار' },
      { quote: 'تعبره تسع حارات' },
    ],
  })
  await revise(article.id, text.replace('١٩٣٢', '١٩٣٣').replace(' تعبره تسع حارات.', ''))
  return article
}

for (const locale of ['en-GB', 'ar'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on any screen: ${locale}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(480_000)
      const article = await makeArticle({
        language: 'ar',
        text: 'فُتح الجسر عام ١٩٣٢. وطوله ٥٠٣ أمتار.',
        claims: [{ quote: 'فُتح الجسر عام ١٩٣٢' }, { quote: 'وطوله ٥٠٣ أمتار', status: 'needs_source' }],
      })
      const revised = await makeRevised()
      // Tall, because a scrolling pane cuts controls at its edge, and axe reports a cut control as too small a
      // target.
      const viewport = { width: 1280, height: 3000 }
      const page = await browserOf(browser, 'editor', { locale, colorScheme, viewport })
      const screens = [
        '/my-work',
        '/claims',
        '/claims?q=nothing-has-these-words',
        '/claims/similar',
        `/claims/similar?text=${encodeURIComponent('طول الجسر ٥٠٤ أمتار وفُتح عام ١٩٣٢')}`,
        '/articles',
        '/articles/new',
        '/claim-review',
        `/articles/${article.id}`,
        `/articles/${article.id}/claim-review`,
        `/articles/${article.id}/claims/1`,
        `/articles/${article.id}/history`,
        `/articles/${article.id}/edit`,
        `/articles/${article.id}/revise`,
        `/articles/${revised.id}`,
        `/articles/${revised.id}/claims/1`,
        `/articles/${revised.id}/revisions/2`,
        `/articles/${article.id}/report/html`,
        '/corrections-desk',
        '/corrections-desk?view=table',
        `/corrections-desk/new?article=${article.id}`,
        '/settings/wordings',
        '/settings/notices',
        '/settings',
        '/notices',
      ]
      const found: string[] = []
      const look = async (screen: string) => {
        const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze()
        found.push(
          ...violations.map(
            (one) => `${screen}: ${one.id} ${one.nodes[0]?.html} ${one.nodes[0]?.failureSummary}`,
          ),
        )
      }
      for (const screen of screens) {
        await page.goto(screen)
        await page.locator('h1').first().waitFor()
        await look(screen)
      }
      await page.goto(`/articles/${article.id}/claims/1`)
      await page.locator('button:has(kbd:text-is("s"))').click()
      await look('new source')
      await page.locator('#main').focus()
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await look('keys')
      await page.context().clearCookies()
      await page.goto('/sign-in')
      await look('sign-in')
      await page.goto(`/setup?token=${facts().token}`)
      await look('setup')
      expect(found).toEqual([])
      await page.context().close()
    })

/** How far a list has to be scrolled aside to be read. */
const listBeyond = (page: Page) =>
  page.evaluate(() => {
    const panes = [...document.querySelectorAll('.data-table')].map((table) => table.parentElement)
    return Math.max(0, ...panes.map((pane) => (pane ? pane.scrollWidth - pane.clientWidth : 0)))
  })

for (const width of [390, 320])
  for (const locale of ['ar', 'en-GB'] as const)
    test(`nothing overflows the page at ${width} px: ${locale}`, async ({ browser }) => {
      const article = await makeArticle({ deadline: '2026-11-28T16:00:00Z' })
      const revised = await makeRevised()
      const page = await browserOf(browser, 'editor', { locale, viewport: { width, height: 800 } })
      for (const screen of [
        '/my-work',
        '/claims',
        '/claims?due=overdue',
        '/claims/similar?text=bridge',
        '/articles',
        '/articles/new',
        `/articles/${article.id}/claims/1`,
        `/articles/${revised.id}`,
        `/articles/${revised.id}/revise`,
        `/articles/${revised.id}/revisions/2`,
        '/corrections-desk',
        '/corrections-desk?view=table',
        `/corrections-desk/new?article=${article.id}`,
        '/settings/wordings',
        '/settings/notices',
        '/settings',
        '/notices',
      ]) {
        await page.goto(screen)
        await page.locator('h1').first().waitFor()
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(over, screen).toBe(0)
        expect(await listBeyond(page), screen).toBe(0)
      }
      await page.context().close()
    })
