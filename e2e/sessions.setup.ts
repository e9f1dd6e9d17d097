import { expect, test as setup } from '@playwright/test'
import { facts, newSender, ROLES, sessionFile } from './desk'

for (const role of ROLES)
  setup(`the ${role} signs in for all journeys`, async ({ playwright }) => {
    const { url, accounts } = facts()
    const extraHTTPHeaders = { 'x-forwarded-for': newSender() }
    const context = await playwright.request.newContext({ baseURL: url, extraHTTPHeaders })
    const { csrfToken } = (await (await context.get('/api/auth/csrf')).json()) as { csrfToken: string }
    const form = { csrfToken, ...accounts[role], callbackUrl: url, json: 'true' }
    const answer = await context.post('/api/auth/callback/credentials', { form })
    expect(answer.status(), await answer.text()).toBe(200)
    await context.storageState({ path: sessionFile(role) })
    await context.dispose()
  })
