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
