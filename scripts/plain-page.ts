import type { IncomingMessage } from 'node:http'
import { isLocale, LOCALE_COOKIE, localeDirection, preferredLocale, type Locale } from '@/text/locale'
import { requestId } from '@/services/request-id'
import { messagesOf } from '@/services/messages'
import { markup, type Markup } from '@/printing/markup'

const STYLE =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding-inline:1rem}' +
  ':root{color-scheme:light dark;background:Canvas;color:CanvasText}a{color:inherit}'

/** Chooses as the pages do: the address of a public page, then the earlier choice, then the browser's wish. */
export function localeOf({ url, headers }: Pick<IncomingMessage, 'url' | 'headers'>): Locale {
  const wanted = /[?&]language=([a-z]+)/.exec(url ?? '')?.[1]
  if (isLocale(wanted)) return wanted
  const chosen = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([a-z]+)`).exec(headers.cookie ?? '')?.[1]
  return isLocale(chosen) ? chosen : preferredLocale(headers['accept-language'])
}

type Page = {
  locale: Locale
  title: string
  paragraphs: string[]
  /** Markup after the paragraphs. */
  itself?: Markup | ''
}

/** A page that needs neither the database nor a build, with a link to try again. */
export function plainPage({ locale, title, paragraphs, itself = '' }: Page): string {
  const { common, waiting } = messagesOf(locale)
  const id = requestId()
  return String(markup`<!doctype html>
<html lang="${locale}" dir="${localeDirection(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – ${common.appName}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${paragraphs.map((words) => markup`<p>${words}</p>`)}
${itself}
<p><a href="">${waiting.again}</a></p>
${id === undefined ? '' : markup`<p><small>${waiting.request} <bdi>${id}</bdi></small></p>`}</main></body>
</html>
`)
}
