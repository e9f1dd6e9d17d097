'use client'
import { NextIntlClientProvider } from 'next-intl'
import dynamic from 'next/dynamic'
import { use, type ComponentProps, type ComponentType } from 'react'
import type { Messages } from '@/messages/en'
import type { Locale } from '@/text/locale'

const nothing = () => () => null

/** Names the file of one language at the beginning of a page, so that browsers fetch it along with the scripts. */
const FETCHED: Record<Locale, ComponentType> = {
  en: dynamic(() => import('@/messages/en').then(nothing)),
  ar: dynamic(() => import('@/messages/ar').then(nothing)),
}

const READ: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('@/messages/en'),
  ar: () => import('@/messages/ar'),
}

const reading: Partial<Record<Locale, Promise<{ default: Messages }>>> = {}

type Props = Omit<ComponentProps<typeof NextIntlClientProvider>, 'messages' | 'locale'> & { locale: Locale }

/**
 * Provides the words of one language to the parts of a page that run in the browser. They are a file of their own, which
 * browsers keep, and no part of any page. Another language is provided in place, so that nothing typed is lost.
 */
export function Words({ locale, children, ...props }: Props) {
  const { default: messages } = use((reading[locale] ??= READ[locale]()))
  const Fetched = FETCHED[locale]
  return (
    <NextIntlClientProvider locale={locale} messages={messages} {...props}>
      <Fetched />
      {children}
    </NextIntlClientProvider>
  )
}
