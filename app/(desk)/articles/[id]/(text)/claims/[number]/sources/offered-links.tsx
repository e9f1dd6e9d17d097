import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

type Offered = { url: string; words: string }
type Props = { links: Offered[]; onTake: (link: Offered) => void }

/** The links on the words of the claim. A press fills the address and the title of the source. */
export function OfferedLinks({ links, onTake }: Props) {
  const t = useTranslations('article.source')
  if (links.length === 0) return null
  return (
    <div className="grid gap-1">
      <p className="text-sm">{t('linked')}</p>
      <ul className="grid gap-1">
        {links.map((link) => (
          <li key={link.url} className="grid min-w-0 justify-items-start gap-0.5">
            <Button size="sm" onClick={() => onTake(link)}>
              <bdi className="break-words whitespace-normal">{t('takeLink', { words: link.words })}</bdi>
            </Button>
            <span dir="ltr" className="text-sm break-all text-ink-muted">
              {link.url}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
