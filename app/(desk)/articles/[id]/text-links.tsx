import { useTranslations } from 'next-intl'

/** The links of the text with their words, below it. */
export function TextLinks({ links }: { links: { url: string; words: string }[] }) {
  const t = useTranslations('article')
  if (links.length === 0) return null
  return (
    <details className="pt-4">
      <summary className="cursor-pointer font-medium">{t('links', { count: links.length })}</summary>
      <ul className="grid gap-2 pt-2">
        {links.map(({ url, words }) => (
          <li key={url} className="min-w-0">
            <bdi className="block break-words">{words}</bdi>
            <a
              dir="ltr"
              href={url}
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
