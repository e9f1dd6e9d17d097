import { readFile } from 'node:fs/promises'
import { expect, facts, makeArticle, randomLetters, signIn, test } from './desk'

/** Gives an article the address under which readers know it. */
async function publishedAt(id: string, canonicalUrl: string) {
  const answer = await fetch(`${facts().url}/api/v1/articles/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${facts().token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ canonicalUrl }),
  })
  expect(answer.status).toBe(200)
}
