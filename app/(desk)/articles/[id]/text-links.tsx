import { useTranslations } from 'next-intl'
import { linksOn, type TextLink } from '@/domain/revision/links/links'
import { publicUrl } from '@/text/public-address'

/** All links of the text with their words, below it; an address that readers cannot open is only written out. */
export function TextLinks({ links: all, text }: { links: TextLink[]; text: string }) {
  const t = useTranslations('article')
  const links = linksOn(text, all, { start: 0, end: text.length })
  if (links.length === 0) return null
  return (
    <details className="pt-4">
      <summary className="cursor-pointer font-medium">{t('links', { count: links.length })}</summary>
      <ul className="grid gap-2 pt-2">
        {links.map(({ url, words }) => (
          <li key={url} className="min-w-0">
            <span className="block break-words">
              <bdi>{words}</bdi>
            </span>
            <a
              dir="ltr"
              href={publicUrl(url)?.href}
              rel="noreferrer noopener"
              target="_blank"
              className="text-sm break-all underline"
            >
              {url}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
