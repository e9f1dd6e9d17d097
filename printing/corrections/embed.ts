import { raw } from 'hono/html'
import type { PublishedCorrection } from '@/domain/published-correction/shape'
import { directionOf } from '@/text/direction'
import { localeDirection, type Locale } from '@/text/locale'
import { messagesOf } from '@/services/messages'
import { markup } from '../markup'
import { correctionUrl, kindLabel } from './words'

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1a1c1f, #ebe8e1); --muted: light-dark(#50545a, #b1b4b9);
  --line: light-dark(#dad5c9, #33373d); --paper: light-dark(#fff, #15171a); --link: light-dark(#1d4a86, #92baf2); }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; padding: 0.75rem; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 0.9375rem/1.55 system-ui, 'Segoe UI', 'IBM Plex Sans Arabic', 'Noto Naskh Arabic', sans-serif; }
:lang(ar), :lang(fa), :lang(ur) { line-height: 1.8; }
h1 { margin: 0 0 0.5rem; font-size: 1rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding-block: 0.6rem; border-block-start: 1px solid var(--line); }
p { margin: 0; }
.facts { font-size: 0.8125rem; color: var(--muted); }
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`

/** The page loads and runs nothing. Any site may show it in a frame. */
export const EMBED_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

type Given = {
  items: readonly PublishedCorrection[]
  publicUrl: string
  newsroom: string
  locale: Locale
  day: (at: Date) => string
}

/** The newest corrections as a page for a frame. */
export function embedPage({ items, publicUrl, newsroom, locale, day }: Given): string {
  const words = messagesOf(locale).readers
  const title = words.embed.title.replace('{newsroom}', () => newsroom)
  const row = (one: PublishedCorrection) => {
    const { language, title: of } = one.article
    const own = { lang: language, dir: directionOf(language) }
    return markup`<li>
<p class="facts">${kindLabel(one.kind, locale)} · <time datetime="${one.publishedAt.toISOString()}">${day(one.publishedAt)}</time></p>
<p lang="${own.lang}" dir="${own.dir}"><a href="${correctionUrl(publicUrl, one.number)}" target="_blank" rel="noopener">${of}</a></p>
<p lang="${own.lang}" dir="${own.dir}">${one.note || one.right}</p>
</li>`
  }
  const list = items.length > 0 ? markup`<ul>${items.map(row)}</ul>` : markup`<p>${words.list.none}</p>`
  return markup`<!doctype html>
<html lang="${locale}" dir="${localeDirection(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main><h1>${title}</h1>${list}
<p class="facts"><a href="${publicUrl}/corrections?language=${locale}" target="_blank" rel="noopener">${words.embed.all}</a></p></main></body>
</html>
`.toString()
}
