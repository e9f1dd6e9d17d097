import { expect, it } from 'vitest'
import { messagesOf } from '@/services/messages'

type Messages = { [key: string]: string | Messages }

function* sentencesIn(messages: Messages, path: string): Generator<[string, string]> {
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') yield [`${path}.${key}`, message]
    else yield* sentencesIn(message, `${path}.${key}`)
  }
}

/** Web addresses, e-mail addresses, times with an offset, and header lines: their signs would move in Arabic. */
const ADDRESS = /https?:\/\/|[\w.]+@[\w.]+|\d{4}-\d\d-\d\dT\S+|Authorization: \S+|"@context"/g
/** Words within LRI or FSI up to their end. */
const ISOLATED = /[\u2066\u2068][^\u2069]*\u2069/g

const exposed = (message: string) => message.replaceAll(ISOLATED, '').match(ADDRESS) ?? []

it.each([
  ['اكتبه هكذا: https://example.org/page.', 1],
  ['اكتبه هكذا: \u2066https://example.org/page\u2069.', 0],
  ['يبدأ بـ \u2068http://\u2069 أو https://.', 1],
  ['صيغته name@example.org.', 1],
  ['مثل 2026-03-15T14:00:00+05:00.', 1],
  ['علامة @ والرموز', 0],
])('finds an address that is not isolated: %s', (sentence, count) => {
  expect(exposed(sentence)).toHaveLength(count)
})

it('an address keeps its order in every Arabic sentence', () => {
  const messages = [...sentencesIn(messagesOf('ar'), 'ar')]
  expect(messages.filter(([, message]) => message.match(ADDRESS)).length).toBeGreaterThan(3)
  expect(messages.filter(([, message]) => exposed(message).length > 0)).toEqual([])
})

it('every isolate ends in its own sentence', () => {
  const ends = (message: string) => message.replaceAll(ISOLATED, '').match(/[\u2066\u2068\u2069]/g) ?? []
  const messages = [...sentencesIn(messagesOf('ar'), 'ar')]
  expect(messages.filter(([, message]) => ends(message).length > 0)).toEqual([])
})
