import { createTranslator } from 'use-intl/core'
import type { ErrorKey } from '@/domain/errors'
import type { Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'

export type Sentences = (key: ErrorKey, params?: Record<string, string | number>) => string

function open(locale: Locale): Sentences {
  const messages: Record<string, string> = messagesOf(locale).errors
  const translate = createTranslator({
    locale,
    messages,
    onError: () => undefined,
    getMessageFallback: ({ key }) => messages.invalid ?? key,
  })
  return (key, params) => translate(key, params)
}

const opened = new Map<Locale, Sentences>()

/** The error sentences of one language. An unknown key gets the general sentence instead of throwing. */
export function sentencesIn(locale: Locale): Sentences {
  const known = opened.get(locale)
  if (known) return known
  const sentences = open(locale)
  opened.set(locale, sentences)
  return sentences
}
