import { expect, test } from 'vitest'
import { messagesOf } from '@/services/messages'
import { LOCALES } from '@/text/locale'

/** Their words go into files and feeds, which isolate names by their own means. */
const ELSEWHERE = new Set(['report', 'readers', 'errors'])
/** Words that people chose. */
const NAME = /(?<!\u2068)\{(?:name|author|holder|title)\}/g

type Messages = { [key: string]: string | Messages }

function* sentencesIn(messages: Messages, path: string): Generator<[string, string]> {
  for (const [key, message] of Object.entries(messages))
    if (typeof message === 'string') yield [`${path}.${key}`, message]
    else yield* sentencesIn(message, `${path}.${key}`)
}

/** Whether words or values follow in the same branch of a message; after a name at the end nothing is out of order. */
const goesOn = (rest: string) => /^[^}]*?[\p{L}\p{N}{]/u.test(rest)

test.each(LOCALES)('a name keeps its order in a sentence, in whatever direction: %s', (locale) => {
  const messages = messagesOf(locale) as unknown as Messages
  const sentences = Object.keys(messages)
    .filter((part) => !ELSEWHERE.has(part))
    .flatMap((part) => [...sentencesIn(messages[part] as Messages, part)])
  expect(sentences.filter(([, message]) => message.includes('\u2068{')).length).toBeGreaterThan(10)
  const bare = sentences.filter(([, message]) =>
    [...message.matchAll(NAME)].some((found) => goesOn(message.slice(found.index + found[0].length))),
  )
  expect(bare).toEqual([])
})
