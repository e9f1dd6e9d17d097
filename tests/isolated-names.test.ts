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

/** Names and addresses, which keep their own direction in an Arabic sentence. */
const NAMES = [
  'name',
  'author',
  'holder',
  'speaker',
  'title',
  'browser',
  'host',
  'page',
  'place',
  'words',
  'names',
]
/** Names of files, which hold no invisible letters, and values that stand alone in a line or are Arabic words. */
const PLAIN =
  /\.(?:fileName|previewFileName|documentTitle|pageTitle|claimReview\..*(?:rated|ratingByVerdict|ratingStep))$|\.report\.|\.statistics\.(?!byDesk)/

/** The names that something follows, and that are not isolated. */
const exposed = (message: string) =>
  [...message.matchAll(/(?<!\u2068|\u2066)\{(\w+)\}(?=(?<after>.*))/gsu)].filter(
    ({ 1: name = '', groups }) => NAMES.includes(name) && /[\p{L}\p{N}{]/u.test(groups?.after ?? ''),
  )

function* allIn(messages: Messages, path: string): Generator<[string, string]> {
  for (const [key, message] of Object.entries(messages))
    if (typeof message === 'string') yield [`${path}.${key}`, message]
    else yield* allIn(message, `${path}.${key}`)
}

test.each([
  ['اعتمده {name}، {at}', 1],
  ['اعتمده \u2068{name}\u2069، {at}', 0],
  ['ألغِ الرمز {name} الذي يحمله {holder}', 1],
  ['راجعه {name}.', 0],
  ['{count} من {total}', 0],
])('finds a name that moves what follows it: %s', (message, count) => {
  expect(exposed(message)).toHaveLength(count)
})

test('a name keeps its order in every Arabic sentence', () => {
  const messages = [...allIn(messagesOf('ar'), 'ar')].filter(([path]) => !PLAIN.test(path))
  expect(messages.filter(([, message]) => exposed(message).length > 0)).toEqual([])
})
