import { expect, test } from 'vitest'
import { messagesOf } from '@/services/messages'
import { LOCALES } from '@/text/locale'

/** Names that people chose stand inside these sentences, in whatever direction. */
const SENTENCES = ['importing', 'claimImport', 'revision'] as const
/** Accessible names and short lines, where nothing follows the name. */
const AT_THE_END = ['againNamed', 'removeNamed', 'by', 'guessed']

type Messages = { [key: string]: string | Messages }

function* sentencesIn(messages: Messages, path: string): Generator<[string, string]> {
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message !== 'string') yield* sentencesIn(message, `${path}.${key}`)
    else if (message.includes('{name}') && !AT_THE_END.includes(key)) yield [`${path}.${key}`, message]
  }
}

test.each(LOCALES)('the name of a file keeps its order in a sentence: %s', (locale) => {
  const messages = messagesOf(locale) as unknown as Messages
  const sentences = SENTENCES.flatMap((part) => [...sentencesIn(messages[part] as Messages, part)])
  expect(sentences.length).toBeGreaterThan(3)
  expect(sentences.filter(([, message]) => !message.includes('\u2068{name}\u2069'))).toEqual([])
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
